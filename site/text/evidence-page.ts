import type { Text } from './locale.ts';

/** Opening a file of a case: what was looked at, what was not, and when the original is needed. */
export const evidencePage: Text<{
  title: string;
  back: string;
  scan: Record<string, string>;
  scanLead: Record<string, string>;
  confirm: string;
  confirmOpen: string;
  copy: string;
  copyLead: string;
  original: string;
  originalLead: string;
  reason: string;
  reasonHint: string;
  category: string;
  categories: Record<string, string>;
  open: string;
  more: string;
  hidden: string;
}> = {
  'zh-CN': {
    title: '打开材料',
    back: '回到诉求',
    scan: { clean: '已查毒', unscanned: '未经扫描', infected: '有病毒，不能打开' },
    scanLead: {
      clean: '这个文件查过病毒，没有发现问题。',
      unscanned: '这个文件还没有查过病毒，先留在这里。急需打开的，请在有防护的电脑上打开。',
      infected: '这个文件查出了病毒，任何人都不能打开。需要时请反映人换一个文件再交。',
    },
    confirm: '我知道这个文件未经扫描，会在有防护的电脑上打开',
    confirmOpen: '打开',
    copy: '打开副本',
    copyLead: '图片给您的是重新生成的副本，去掉了拍摄地点、时间和设备，够办理使用。',
    original: '查看原件',
    originalLead: '原件可能带有拍摄地点、时间和设备等信息。查看要写明理由，反映人会看到有单位看过。',
    reason: '查看原件的理由',
    reasonHint: '例如：需要核对照片的拍摄时间。',
    category: '用来做什么',
    categories: {
      verify: '核实情况',
      contact: '联系反映人',
      handle: '办理需要',
      pay: '付款或履行承诺',
      supervise: '督办',
      law: '法律规定',
      other: '其他',
    },
    open: '查看原件',
    more: '扫描结果和原件',
    hidden: '反映人没有同意您的单位看材料。需要时，可以请反映人补充或者重新同意。',
  },
  en: {
    title: 'Open a file',
    back: 'Back to case',
    scan: { clean: 'Scanned', unscanned: 'Not scanned', infected: 'Virus found: cannot be opened' },
    scanLead: {
      clean: 'The file was scanned; no virus was found.',
      unscanned:
        'Nobody has looked for viruses in this file yet: it is held. If it is urgent, open it on a protected machine.',
      infected:
        'A virus was found in this file: nobody can open it. Ask the complainant for another file if you need it.',
    },
    confirm: 'I know that it was not scanned, and open it on a protected machine',
    confirmOpen: 'Open',
    copy: 'Open the copy',
    copyLead: 'Pictures come as a new copy without place, time and camera: enough to deal with the case.',
    original: 'The original',
    originalLead: 'It may tell place, time and camera. Give a reason; the complainant sees which body looked.',
    reason: 'Why the original',
    reasonHint: 'For example: to check when the picture was taken.',
    category: 'What for',
    categories: {
      verify: 'to check facts',
      contact: 'to reach the complainant',
      handle: 'to deal with the case',
      pay: 'to pay or keep the promise',
      supervise: 'supervision',
      law: 'required by law',
      other: 'other',
    },
    open: 'Open the original',
    more: 'Scan and original',
    hidden:
      'The complainant did not release files to your body. Ask for material, or for the release, where you need it.',
  },
};
