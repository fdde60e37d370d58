import type { Text } from './locale.ts';

/** 好差评 reported upward: files of a day, receivers, receipts, and what each column is. */
export const reportText: Text<{
  title: string;
  lead: string;
  certainty: string;
  sets: Record<string, string>;
  export: string;
  set: string;
  day: string;
  format: string;
  formats: Record<string, string>;
  download: string;
  receivers: string;
  rules: string;
  none: string;
  name: string;
  url: string;
  urlHint: string;
  from: string;
  fromHint: string;
  create: string;
  next: string;
  failures: string;
  error: string;
  disable: string;
  disabled: string;
  ready: string;
  show: string;
  secretTitle: string;
  secretHint: string;
  receipts: string;
  receiptsNone: string;
  part: string;
  rows: string;
  digest: string;
  answer: string;
  at: string;
  columns: string;
  column: string;
  meaning: string;
  means: Record<string, string>;
  fields: Record<string, string>;
}> = {
  'zh-CN': {
    title: '好差评数据上报',
    lead: '按日导出，或者每天自动推送给上级平台。不含评价人的话、联系方式、业务编号和设备标记。',
    certainty:
      '依据：国办发〔2019〕51号要求逐级汇聚评价数据；数据项参照 GB/T 39734-2020、GB/T 39735-2020（据公开报道整理）。国家平台的接口规范由接入单位取得，下面的列名是本平台的，接入时逐列对应。',
    sets: { ratings: '当日评价', loop: '差评办理（当日有进展的）' },
    export: '导出一天的数据',
    set: '内容',
    day: '日期',
    format: '格式',
    formats: { csv: 'CSV（可用 Excel 打开）', ndjson: 'NDJSON（一行一条）' },
    download: '下载',
    receivers: '推送给',
    rules:
      '每天零点后发前一天的全部数据：先“当日评价”，再“差评办理”，每份最多 1000 行，没有数据也发一份空的。只发往公网的 https 地址；对方返回 2xx 才算收到并留下回执，否则间隔加倍重试，不跳过。签名：Jiannuo-Signature 为“v1=”加以密钥对“时间戳、句点、正文”依次相连所得的 HMAC-SHA256（十六进制）；Jiannuo-Delivery 相同的是同一份。',
    none: '还没有接收平台。',
    name: '名称',
    url: '接收地址',
    urlHint: '以 https:// 开头，公网可以访问',
    from: '从哪一天开始发',
    fromHint: '可以是过去的日子，会从那一天补发。',
    create: '登记并生成密钥',
    next: '正在发哪一天',
    failures: '连续失败',
    error: '最近的失败',
    disable: '停用',
    disabled: '已停用',
    ready: '密钥已生成，点击后显示一次。',
    show: '显示密钥',
    secretTitle: '密钥只显示这一次',
    secretHint: '请现在交给接收单位，用来核对签名。遗失后请重新登记。',
    receipts: '回执',
    receiptsNone: '还没有回执。',
    part: '份',
    rows: '行数',
    digest: '正文 SHA-256',
    answer: '对方的回答',
    at: '收到时间',
    columns: '各列是什么',
    column: '列',
    meaning: '含义',
    means: {
      rating_id: '评价的随机编号，同一条评价在两份数据里相同',
      rated_at: '评价时间，东八区',
      division: '服务单位所在地的行政区划代码（GB/T 2260）',
      body: '服务单位名称',
      body_uscc: '统一社会信用代码',
      point_id: '服务点编号',
      point_kind: '服务点类型：hall 大厅、window 窗口、item 事项、online 网上平台',
      point: '服务点名称',
      place: '地点',
      channel: '渠道：offline 现场、online 网上',
      level: '满意度：5 非常满意、4 满意、3 基本满意、2 不满意、1 非常不满意；2 和 1 为差评',
      indicators:
        '勾选的方面，空格分开：efficiency 效率、competence 业务、attitude 态度、accuracy 指南准确、convenience 便捷、platform 平台',
      named: '是否实名（留了联系方式）：1 是、0 否',
      repeated: '同一设备当天在此不是第一次评价：1 是、0 否',
      contacted_at: '联系或到窗口了解的时间',
      finding: '核实：valid 属实、partly 部分属实、unfounded 不属实',
      rectified_at: '改好的时间',
      measure: '改了什么（单位写的公开文字）',
      answered_at: '答复时间',
      looked_again: '上级回访：kept 保持、not_kept 没有保持',
      review: '申诉复核：set_aside 不计入有效差评、refused 不予剔除、restored 已恢复',
      review_reason: '复核理由：mistaken 误评、malicious 恶意',
      reviewed_at: '复核决定或恢复的时间',
    },
    fields: { name: '名称', url: '接收地址', from: '从哪一天开始发', day: '日期' },
  },
  en: {
    title: 'Ratings reported upward',
    lead: 'Exported by day, or pushed to the superior platform every day. Without the words of raters, contacts, numbers of transactions or marks of devices.',
    certainty:
      'Basis: 国办发〔2019〕51号 asks that data of ratings are gathered upward; the items follow GB/T 39734-2020 and GB/T 39735-2020 as reported in public. The national platform hands its interface to those who join it: the columns below are ours, to be mapped there.',
    sets: { ratings: 'Ratings of the day', loop: 'Bad ratings dealt with (news of the day)' },
    export: 'Export a day',
    set: 'Content',
    day: 'Day',
    format: 'Format',
    formats: { csv: 'CSV (opens in Excel)', ndjson: 'NDJSON (one row a line)' },
    download: 'Download',
    receivers: 'Receivers',
    rules:
      'After midnight the whole day before is sent: first its ratings, then the bad ones dealt with on it, 1,000 rows a part, an empty part where there is nothing. Only to public https addresses; it is taken when the answer is 2xx, which leaves a receipt, and otherwise tried again with doubling pauses, never skipped. Signature: Jiannuo-Signature is “v1=” and HMAC-SHA256 (hex) with the secret over timestamp, full stop and body; equal Jiannuo-Delivery is the same part.',
    none: 'No receivers yet.',
    name: 'Name',
    url: 'Address',
    urlHint: 'Begins with https:// and is reachable from the internet',
    from: 'First day',
    fromHint: 'May lie in the past: it is sent from that day on.',
    create: 'Register and make a secret',
    next: 'Day being sent',
    failures: 'Failures in a row',
    error: 'Last failure',
    disable: 'Disable',
    disabled: 'Disabled',
    ready: 'The secret is ready and is shown once.',
    show: 'Show the secret',
    secretTitle: 'This secret is shown only now',
    secretHint: 'Hand it to the receiver now, to check signatures. If it is lost, register anew.',
    receipts: 'Receipts',
    receiptsNone: 'No receipts yet.',
    part: 'Part',
    rows: 'Rows',
    digest: 'SHA-256 of the body',
    answer: 'Its answer',
    at: 'Taken',
    columns: 'What each column is',
    column: 'Column',
    meaning: 'Meaning',
    means: {
      rating_id: 'Random id of the rating, the same in both sets',
      rated_at: 'When it was given, UTC+8',
      division: 'Division code (GB/T 2260) of the serving body',
      body: 'Name of the serving body',
      body_uscc: 'Unified social credit code',
      point_id: 'Id of the service point',
      point_kind: 'hall, window, item or online',
      point: 'Name of the service point',
      place: 'Place',
      channel: 'offline (on the spot) or online',
      level: '5 very satisfied … 1 very dissatisfied; 2 and 1 are bad',
      indicators:
        'Aspects chosen, separated by spaces: efficiency, competence, attitude, accuracy, convenience, platform',
      named: 'Left a contact: 1 or 0',
      repeated: 'Not the first of its device here on that day: 1 or 0',
      contacted_at: 'Contacted, or looked into at the counter',
      finding: 'valid, partly or unfounded',
      rectified_at: 'Put right',
      measure: 'What was changed, as the body wrote it for the public',
      answered_at: 'Answered',
      looked_again: 'The superior looked again: kept or not_kept',
      review: 'set_aside, refused or restored',
      review_reason: 'mistaken or malicious',
      reviewed_at: 'When the review was decided or taken back',
    },
    fields: { name: 'Name', url: 'Address', from: 'First day', day: 'Day' },
  },
};
