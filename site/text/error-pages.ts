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
  /** By the first part of the address. */
  sought: Record<string, { text: string; link: string; to: string }>;
  ways: string;
  reference: string;
  search: string;
  home: string;
  help: string;
}> = {
  'zh-CN': {
    notFound: {
      title: '没有找到这一页',
      text: '网址可能抄错了，也可能这条信息已经不再公示。',
      tips: ['核对一下网址，特别是容易看混的字母和数字。', '也可以在下面搜一搜，单位、案号、事情都行。'],
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
    sought: {
      disclosures: {
        text: '您要看的是一条公示。网址可能不完整，或者从来没有这一条。',
        link: '看全部公示',
        to: '/disclosures',
      },
      bodies: { text: '您要看的是一个单位。网址可能不完整，或者目录里没有它。', link: '按名称找单位', to: '/bodies' },
      places: { text: '您要看的是一个地区。网址可能不完整，或者本站不包括它。', link: '看有哪些地区', to: '/bodies' },
      policies: { text: '您要看的是一份政策文件。本站没有这一份。', link: '看有哪些文件', to: '/policies' },
      commitments: {
        text: '您要看的是一条政府承诺。网址可能不完整，或者还没有公开。',
        link: '看全部承诺',
        to: '/commitments',
      },
      help: { text: '您要看的是一页说明。它可能换了地方。', link: '看全部说明', to: '/help' },
      track: { text: '诉求不公开。请用编号和查询码打开。', link: '查进度', to: '/track' },
      rate: {
        text: '这个评价码打不开。可能抄错了一个字，也可能窗口换了新码：请扫现在贴着的那一张。',
        link: '重新输入评价码',
        to: '/rate',
      },
      'open-data': { text: '您要的是一个数据文件。它可能有了新的版本。', link: '看最新的数据', to: '/open-data' },
    },
    ways: '您也可以直接去',
    reference: '出错编号：{id}。向运行单位反映时，请带上它。',
    search: '搜一搜',
    home: '回到首页',
    help: '办事说明',
  },
  en: {
    notFound: {
      title: 'This page was not found',
      text: 'The address may be mistyped, or the record is no longer published.',
      tips: [
        'Check the address, above all letters and digits that look alike.',
        'Or search below: a body, a case number, a matter.',
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
    sought: {
      disclosures: {
        text: 'You were looking for a public record. The address may be incomplete, or there never was one.',
        link: 'All records',
        to: '/disclosures',
      },
      bodies: {
        text: 'You were looking for a government body. The address may be incomplete, or it is not in the directory.',
        link: 'Find a body by its name',
        to: '/bodies',
      },
      places: {
        text: 'You were looking for a place. The address may be incomplete, or the place is not covered here.',
        link: 'Places covered here',
        to: '/bodies',
      },
      policies: {
        text: 'You were looking for a policy document that is not here.',
        link: 'Documents that are here',
        to: '/policies',
      },
      commitments: {
        text: 'You were looking for a commitment. The address may be incomplete, or it is not public yet.',
        link: 'All commitments',
        to: '/commitments',
      },
      help: { text: 'You were looking for a page of help. It may have moved.', link: 'All help', to: '/help' },
      track: {
        text: 'Cases are not public. Please open yours with its number and query code.',
        link: 'Track a case',
        to: '/track',
      },
      rate: {
        text: 'This rating code does not open: one character is wrong, or the counter has a new code. Please scan the one that hangs there now.',
        link: 'Type the code again',
        to: '/rate',
      },
      'open-data': {
        text: 'You were looking for a file of data. There may be a newer release.',
        link: 'The newest data',
        to: '/open-data',
      },
    },
    ways: 'Or go straight to',
    reference: 'Reference of this error: {id}. Please quote it when you report it.',
    search: 'Search',
    home: 'Home',
    help: 'Help',
  },
};
