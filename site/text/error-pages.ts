import type { Text } from './locale.ts';

interface ErrorPage {
  title: string;
  text: string;
  tips: readonly string[];
}

export const errorPages: Text<{
  notFound: ErrorPage;
  broken: ErrorPage;
  busy: ErrorPage;
  search: string;
  home: string;
  track: string;
}> = {
  'zh-CN': {
    notFound: {
      title: '没有找到这一页',
      text: '网址可能抄错了，也可能这条信息已经不再公示。',
      tips: ['核对一下网址，特别是容易看混的字母和数字。', '要查诉求，请用编号和查询码。', '也可以在下面搜一搜。'],
    },
    broken: {
      title: '页面出了问题',
      text: '是我们的问题，不是您的。已经记录下来了。',
      tips: ['过一会儿刷新再试。', '如果刚才在提交，请回到表单再交一次：同一份表单不会重复登记。'],
    },
    busy: {
      title: '系统正忙',
      text: '现在办理的人多，或者正在维护。您的内容没有提交。',
      tips: ['请等一分钟再刷新。', '填好的表单不要关，再按一次提交就行：同一份表单不会重复登记。'],
    },
    search: '搜一搜',
    home: '回到首页',
    track: '查进度',
  },
  en: {
    notFound: {
      title: 'This page was not found',
      text: 'The address may be mistyped, or the record is no longer published.',
      tips: [
        'Check the address, above all letters and digits that look alike.',
        'To follow a case, use its number and query code.',
        'Or search below.',
      ],
    },
    broken: {
      title: 'Something went wrong',
      text: 'It is our fault, not yours. It has been recorded.',
      tips: [
        'Try again in a little while.',
        'If you were sending a form, go back and send it again: the same form is never registered twice.',
      ],
    },
    busy: {
      title: 'The service is busy',
      text: 'Many people are here at once, or we are at work on it. Nothing was sent.',
      tips: [
        'Wait a minute and reload.',
        'Keep your form open and send it again: the same form is never registered twice.',
      ],
    },
    search: 'Search',
    home: 'Home',
    track: 'Track a case',
  },
};
