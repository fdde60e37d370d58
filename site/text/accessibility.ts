import type { Text } from './locale.ts';
import type { Prose } from './prose.ts';

export const accessibility: Text<Prose> = {
  'zh-CN': {
    title: '无障碍说明',
    lead: '不管您多大年纪、用什么设备、看不看得清、用不用鼠标，都应该能自己办完。',
    sections: [
      {
        id: 'what',
        title: '我们做到的',
        list: [
          '按《网页内容无障碍指南》2.2 的 AA 级制作。每次改动，程序都会在手机和电脑尺寸上检查全部公开页面的中英文版，有问题不能上线。',
          '只用键盘就能反映、查进度、评价和查公示，当前位置有醒目的黄框。',
          '每一页都有“大字版”；320 像素宽的窄屏上，大字版也不用左右拖动，每次改动都检查。',
          '关掉脚本、网速很慢的时候，也能填写、提交、查询。',
          '颜色从来不是唯一的记号，状态都有文字和形状。',
          '每一页都能打印；查询码截个图就能保存。',
        ],
      },
      {
        id: 'not',
        title: '还做不到的',
        list: [
          '您或单位上传的图片、扫描件，读屏软件可能读不出来。需要文字版，请在诉求里向承办单位提出。',
          '目前只有中文和英文，没有手语视频和其他语言。',
          '检查靠程序和自己走查，还没有请残障人士用读屏软件完整试用过。哪里不好用，请告诉我们。',
        ],
      },
      {
        id: 'help',
        title: '遇到困难',
        paragraphs: ['网上办不了，可以拨打 12345 请工作人员代为登记，也可以请信得过的人帮您填写。'],
        link: ['/complain', '告诉我们哪里不好用'],
      },
    ],
  },
  en: {
    title: 'Accessibility',
    lead: 'Whatever your age, device, eyesight or hands: you should be able to finish by yourself.',
    sections: [
      {
        id: 'what',
        title: 'What we do',
        list: [
          'Built to WCAG 2.2, level AA. At every change a program checks all public pages in both languages, at the size of a phone and of a desk; what fails is not released.',
          'Complaining, tracking, rating and looking up work by keyboard alone; where you are has a bright yellow ring.',
          'Large print on every page; at a width of 320 pixels nothing runs off sideways, in large print either, checked at every change.',
          'Forms and look-up work without scripts and on slow lines.',
          'Colour is never the only sign: states have a word and a shape.',
          'Every page prints; a screenshot keeps the query code.',
        ],
      },
      {
        id: 'not',
        title: 'What does not work yet',
        list: [
          'Pictures and scans that people upload may be unreadable for screen readers. Ask the handler for the text.',
          'Only Chinese and English so far; no sign language.',
          'Checked by program and by ourselves; people who use screen readers have not tried it through yet. Please tell us what does not work.',
        ],
      },
      {
        id: 'help',
        title: 'If you are stuck',
        paragraphs: ['Call 12345 and have your case entered for you, or ask somebody you trust to help.'],
        link: ['/complain', 'Tell us what does not work'],
      },
    ],
  },
};
