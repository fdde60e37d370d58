import type { Text } from './locale.ts';

/** Counters and their posters, for officials. */
export const pointsText: Text<{
  title: string;
  lead: string;
  none: string;
  noneText: string;
  caption: string;
  point: string;
  body: string;
  code: string;
  total: string;
  bad: string;
  month: string;
  act: string;
  poster: string;
  revoke: string;
  revoked: string;
  revokeTitle: string;
  revokeText: string;
  revokeGo: string;
  keep: string;
  made: string;
  madeText: string;
  done: string;
  create: string;
  bodyHint: string;
  kind: string;
  kinds: Record<string, string>;
  channel: string;
  channels: Record<string, string>;
  name: string;
  nameHint: string;
  nameEn: string;
  placeName: string;
  placeHint: string;
  placeNameEn: string;
  createGo: string;
  of: string;
  print: string;
  posterBack: string;
  posterQuestion: string;
  posterHow: string;
  posterBad: string;
  posterType: string;
  posterNobody: string;
  qr: string;
  gone: string;
}> = {
  'zh-CN': {
    title: '服务点和二维码',
    lead: '每个窗口一张码。群众扫码评价，不用登录；差评会自动立案，由服务单位整改，上级督办。',
    none: '还没有服务点',
    noneText: '在下面新建一个，打印海报摆在窗口，就能收到评价。',
    caption: '服务点一览',
    point: '服务点',
    body: '服务单位',
    code: '评价码',
    total: '评价总数',
    bad: '其中差评',
    month: '近30天',
    act: '操作',
    poster: '海报',
    revoke: '停用',
    revoked: '已停用',
    revokeTitle: '停用这个评价码？',
    revokeText: '停用以后，已经打印的二维码都打不开，不能恢复。已有的评价和案件照旧保留。',
    revokeGo: '确认停用',
    keep: '不停用，返回',
    made: '服务点已建好',
    madeText: '现在可以打印海报。',
    done: '已停用。',
    create: '新建服务点',
    bodyHint: '填写单位全称，须在您负责的范围内。',
    kind: '类型',
    kinds: { hall: '大厅或服务中心', window: '窗口', item: '办事事项', online: '网上平台' },
    channel: '渠道',
    channels: { offline: '现场', online: '网上' },
    name: '名称',
    nameHint: '群众一看就懂，例如：3号窗口（企业开办）。',
    nameEn: '英文名称',
    placeName: '地点',
    placeHint: '例如：样例市政务服务大厅。',
    placeNameEn: '英文地点',
    createGo: '新建',
    of: '{part} / {total}',
    print: '用浏览器的“打印”，纸张选 A4，边距选“默认”，可以放大到满页。',
    posterBack: '返回服务点',
    posterQuestion: '您对我们的服务满意吗？',
    posterHow: '手机扫一扫，点一下就能评价。不用登录，不问姓名。',
    posterBad: '不满意也请直说：每一条差评都会立案整改，上级督办，凭编号随时能查。',
    posterType: '扫不了？打开 {url} ，输入：',
    posterNobody: '任何人不得强求好评，不得打听谁给了差评。',
    qr: '扫码评价 {place} {name}',
    gone: '这个服务点已停用，不能再打印海报。',
  },
  en: {
    title: 'Service points and codes',
    lead: 'One code for each counter. People rate by scanning it, without signing in; a bad rating opens a case that the serving body must put right while its superior watches.',
    none: 'No service points yet',
    noneText: 'Create one below, print its poster and put it on the counter.',
    caption: 'Service points',
    point: 'Service point',
    body: 'Serving body',
    code: 'Code',
    total: 'Ratings',
    bad: 'Bad',
    month: 'Last 30 days',
    act: 'Actions',
    poster: 'Poster',
    revoke: 'Revoke',
    revoked: 'Revoked',
    revokeTitle: 'Revoke this code?',
    revokeText: 'Posters that carry it will open nothing any more; this cannot be undone. Ratings and cases stay.',
    revokeGo: 'Revoke it',
    keep: 'Keep it, go back',
    made: 'The service point is ready',
    madeText: 'You can print its poster now.',
    done: 'Revoked.',
    create: 'New service point',
    bodyHint: 'The full name of the body, within your reach.',
    kind: 'Kind',
    kinds: { hall: 'Hall or centre', window: 'Counter', item: 'Kind of service', online: 'Online platform' },
    channel: 'Channel',
    channels: { offline: 'On the spot', online: 'Online' },
    name: 'Name',
    nameHint: 'As people know it, for example: 3号窗口（企业开办）.',
    nameEn: 'English name',
    placeName: 'Place',
    placeHint: 'For example: 样例市政务服务大厅.',
    placeNameEn: 'English place',
    createGo: 'Create',
    of: '{part} of {total}',
    print: 'Print with your browser on A4 with default margins.',
    posterBack: 'Back to the service points',
    posterQuestion: 'Were you satisfied with our service?',
    posterHow: 'Scan with your phone; one tap rates. No sign-in, no name.',
    posterBad: 'Say so if you were not: every bad rating becomes a case that must be put right, and you can follow it.',
    posterType: 'Cannot scan? Open {url} and type:',
    posterNobody: 'Nobody may press you for a good rating, or ask who gave a bad one.',
    qr: 'Rate {place} {name}',
    gone: 'This service point is revoked: it has no poster any more.',
  },
};
