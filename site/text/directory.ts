import type { Text } from './locale.ts';

/** The picker of bodies (site/islands/BodyPicker.tsx). */
export const pickerText: Text<Record<'alsoCalled' | 'chosen' | 'nothing' | 'found' | 'failed', string>> = {
  'zh-CN': {
    alsoCalled: '又称 {name}',
    chosen: '已选：{name}',
    nothing: '没有找到。可以换个说法，比如只写“滨湖 商务”。',
    found: '找到 {count} 个，请用方向键或点击选择。',
    failed: '暂时查不到，您可以直接写名称，下一步再选。',
  },
  en: {
    alsoCalled: 'also called {name}',
    chosen: 'Chosen: {name}',
    nothing: 'Nothing found. Try other words, for example only “滨湖 商务”.',
    found: '{count} found: choose with the arrow keys or a click.',
    failed: 'The search does not answer just now. You can type the name and choose in the next step.',
  },
};
