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
  posterBack: string;
  posterQuestion: string;
  posterHow: string;
  posterBad: string;
  posterType: string;
  posterNobody: string;
  qr: string;
  gone: string;
  paper: string;
  papers: Record<string, string>;
  prints: Record<string, string>;
  pack: string;
  packOf: string;
  packLink: string;
  batch: string;
  batchLead: string;
  batchColumns: string;
  batchTemplate: string;
  batchFile: string;
  batchFileHint: string;
  batchCheck: string;
  batchReport: string;
  batchCounts: string;
  batchBefore: string;
  batchFaults: string;
  batchLine: string;
  batchState: string;
  batchKnown: string;
  batchNew: string;
  batchGo: string;
  batchMade: string;
  find: string;
  findGo: string;
  found: string;
  before: string;
  after: string;
  versions: string;
  versionsLead: string;
  keyVersion: string;
  unsigned: string;
  versionCurrent: string;
  versionGrace: string;
  versionUntil: string;
  versionNewest: string;
  versionGo: string;
  versionDone: string;
  versionMore: string;
  holds: string;
  hall: string;
  windows: string;
  items: string;
  edit: string;
  editHint: string;
  save: string;
  saved: string;
  reissue: string;
  reissueText: string;
  grace: string;
  graceNone: string;
  graceDays: string;
  reissueGo: string;
  reissued: string;
  oldKey: string;
  oldCodes: string;
  openUntil: string;
  closedSince: string;
  keyShow: string;
  keyText: string;
  keyGo: string;
  keyTitle: string;
  keyHint: string;
  keyHow: string;
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
    posterBack: '返回服务点',
    posterQuestion: '您对我们的服务满意吗？',
    posterHow: '手机扫一扫，点一下就能评价。不用登录，不问姓名。',
    posterBad: '不满意也请直说：每一条差评都会立案整改，上级督办，凭编号随时能查。',
    posterType: '扫不了？打开 {url} ，输入：',
    posterNobody: '任何人不得强求好评，不得打听谁给了差评。',
    qr: '扫码评价 {place} {name}',
    gone: '这个服务点已停用，不能再打印海报。',
    paper: '纸张',
    papers: { a4: 'A4 海报', a5: 'A5 台卡', tent: 'A4 折叠台签', roll: '80 毫米热敏纸' },
    prints: {
      a4: '打印时纸张选 A4，比例 100%，页边距由页面决定。',
      a5: '打印时纸张选 A5，比例 100%。',
      tent: '打印时纸张选 A4，比例 100%；沿中线对折，两面都能看。',
      roll: '用 80 毫米热敏打印机打印，比例 100%。',
    },
    pack: '大厅整套海报',
    packOf: '共 {n} 张，一次打印。',
    packLink: '打印整套（{n} 张）',
    batch: '批量新建服务点',
    batchLead:
      '把大厅、窗口、事项列成一张表，先检查，再一次建好。有一行不对，就一个也不建；同一张表传两遍，不会建两遍。',
    batchColumns: '列：{columns}。带星号的必填；窗口写“所在大厅”，事项写“办理窗口”（多个用顿号分开）。最多 {n} 行。',
    batchTemplate: '下载空表（CSV）',
    batchFile: '表格文件',
    batchFileHint: 'CSV，UTF-8 编码，不超过 1 MB。',
    batchCheck: '检查',
    batchReport: '检查结果',
    batchCounts: '{rows} 行：新建 {fresh} 个，已有 {known} 个，有问题 {faults} 处。',
    batchBefore: '这张表在 {at} 已经建过。',
    batchFaults: '请先改好这些地方',
    batchLine: '第 {line} 行',
    batchState: '处理',
    batchKnown: '已有，不动',
    batchNew: '新建',
    batchGo: '新建 {n} 个服务点',
    batchMade: '已建好 {n} 个服务点，可以打印。',
    find: '查找名称或地点',
    findGo: '查找',
    found: '共 {n} 个服务点',
    before: '上一页',
    after: '下一页',
    versions: '海报上的密钥版本',
    versionsLead: '评价码用服务器密钥签名。换了密钥以后，旧海报在宽限期内照样能用；还有旧版本在用，就不能停用旧密钥。',
    keyVersion: '密钥版本',
    unsigned: '示例码，不签名',
    versionCurrent: '在用的码',
    versionGrace: '宽限期内的旧码',
    versionUntil: '最晚失效',
    versionNewest: '（当前）',
    versionGo: '全部换新码，旧码再用 90 天',
    versionDone: '已换 {n} 个码，请重新打印海报。',
    versionMore: '已换 {n} 个码，还有没换的，请再点一次。',
    holds: '大厅里的窗口和事项',
    hall: '所在大厅',
    windows: '办理窗口',
    items: '这里办理的事项',
    edit: '修改名称和位置',
    editHint: '码和评价都不变，已经挂出去的旧海报照样能用。',
    save: '保存',
    saved: '已保存。',
    reissue: '换新码',
    reissueText: '海报丢了、被人复制，或者密钥旧了，就换一个码。在宽限期里，旧海报还打得开。',
    grace: '旧码再用多久',
    graceNone: '马上停用',
    graceDays: '{n} 天',
    reissueGo: '换新码',
    reissued: '已换新码，请重新打印海报。',
    oldKey: '这个码用旧密钥签名，建议换新码、重新打印。',
    oldCodes: '换下来的码',
    openUntil: '用到 {at}',
    closedSince: '{at} 已停用',
    keyShow: '接入叫号机或业务系统（一次一评）',
    keyText:
      '系统给每笔业务的二维码加上业务编号和签名，每笔业务就只能评一次。密钥只交给这个窗口的系统；换新码，密钥也跟着换。',
    keyGo: '显示密钥',
    keyTitle: '这个窗口的密钥',
    keyHint: '请安全地交给系统的维护人员，不要贴出来。',
    keyHow:
      '网址：{url} 。n 是业务编号，s 是以密钥（十六进制）对编号所作 HMAC-SHA256 的前 10 个字节，用 Crockford Base32 写成 16 个字符。',
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
    posterBack: 'Back to the service points',
    posterQuestion: 'Were you satisfied with our service?',
    posterHow: 'Scan with your phone; one tap rates. No sign-in, no name.',
    posterBad: 'Say so if you were not: every bad rating becomes a case that must be put right, and you can follow it.',
    posterType: 'Cannot scan? Open {url} and type:',
    posterNobody: 'Nobody may press you for a good rating, or ask who gave a bad one.',
    qr: 'Rate {place} {name}',
    gone: 'This service point is revoked: it has no poster any more.',
    paper: 'Paper',
    papers: { a4: 'A4 poster', a5: 'A5 table card', tent: 'A4 folded tent', roll: '80 mm thermal slip' },
    prints: {
      a4: 'Print on A4 at 100 %; the page sets its margins.',
      a5: 'Print on A5 at 100 %.',
      tent: 'Print on A4 at 100 % and fold in the middle: it is read from both sides.',
      roll: 'Print on an 80 mm thermal printer at 100 %.',
    },
    pack: 'All posters of the hall',
    packOf: '{n} sheets in one print job.',
    packLink: 'Print the whole pack ({n} sheets)',
    batch: 'Create many at once',
    batchLead:
      'List halls, windows and items in one table, look through it, then create them all at once. One bad row and nothing is created; the same table twice creates nothing twice.',
    batchColumns:
      'Columns: {columns}. Those with a star are required; windows name their hall, items name their windows (separated by semicolons). {n} rows at most.',
    batchTemplate: 'Download an empty table (CSV)',
    batchFile: 'Table',
    batchFileHint: 'CSV in UTF-8, 1 MB at most.',
    batchCheck: 'Look through it',
    batchReport: 'What it comes to',
    batchCounts: '{rows} rows: {fresh} new, {known} in use already, {faults} faults.',
    batchBefore: 'This table was carried out on {at}.',
    batchFaults: 'Please put these right first',
    batchLine: 'Line {line}',
    batchState: 'Result',
    batchKnown: 'In use, stays',
    batchNew: 'New',
    batchGo: 'Create {n} service points',
    batchMade: '{n} service points were created and can be printed.',
    find: 'Part of a name or place',
    findGo: 'Find',
    found: '{n} service points',
    before: 'Previous page',
    after: 'Next page',
    versions: 'Key versions on posters',
    versionsLead:
      'Codes are signed with a key of the server. After a change of keys old posters stay good during a grace; a key cannot be retired while a poster carries it.',
    keyVersion: 'Key version',
    unsigned: 'Example code, unsigned',
    versionCurrent: 'Codes in use',
    versionGrace: 'Replaced codes in grace',
    versionUntil: 'Last one ends',
    versionNewest: '(newest)',
    versionGo: 'Replace all; old codes stay good for 90 days',
    versionDone: '{n} codes were replaced. Please print their posters anew.',
    versionMore: '{n} codes were replaced and some are left: please press once more.',
    holds: 'Windows and items of the hall',
    hall: 'Hall',
    windows: 'Offered at',
    items: 'Items offered here',
    edit: 'Change name and place',
    editHint: 'Code and ratings stay; posters that hang remain good.',
    save: 'Save',
    saved: 'Saved.',
    reissue: 'Replace the code',
    reissueText:
      'A poster was lost or copied, or its key is old: give the point a new code. During the grace the old poster still opens it.',
    grace: 'How long the old code stays good',
    graceNone: 'It ends at once',
    graceDays: '{n} days',
    reissueGo: 'Replace it',
    reissued: 'The code was replaced. Please print the poster anew.',
    oldKey: 'This code is signed with an old key: replace it and print the poster anew.',
    oldCodes: 'Replaced codes',
    openUntil: 'good until {at}',
    closedSince: 'ended {at}',
    keyShow: 'Connect a queue machine (one rating for one transaction)',
    keyText:
      'The counter’s system adds the number of the transaction and a signature to its code: each transaction is rated once. Give the key to this counter’s system alone; a new code has a new key.',
    keyGo: 'Show the key',
    keyTitle: 'The key of this counter',
    keyHint: 'Hand it over safely and do not post it.',
    keyHow:
      'Address: {url} . n is the number, s the first 10 bytes of HMAC-SHA256 over it with the key (hex), written as 16 characters of Crockford base32.',
  },
};
