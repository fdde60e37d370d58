import type { Text } from './locale.ts';

/** 逐级归集: the queue, the files, the receipts, the settings and the description of the format. */
export const sharingText: Text<{
  title: string;
  lead: string;
  destinations: string;
  levels: Record<string, string>;
  off: string;
  none: string;
  noneText: string;
  settings: string;
  states: string;
  stateNames: Record<string, string>;
  more: string;
  late: string;
  lateOnly: string;
  all: string;
  caption: string;
  message: string;
  act: string;
  acts: Record<string, string>;
  record: string;
  noLonger: string;
  since: string;
  due: string;
  overdue: string;
  standing: string;
  batch: string;
  receipt: string;
  refusals: Record<string, string>;
  reasons: Record<string, string>;
  empty: string;
  emptyText: string;
  emptyWaiting: string;
  emptyWaitingText: string;
  toRefused: string;
  again: string;
  send: string;
  sendHint: string;
  sendOnly: string;
  post: string;
  postHint: string;
  hurry: string;
  hurried: string;
  lastOk: string;
  never: string;
  failures: string;
  nextTry: string;
  said: string;
  delivered: string;
  undelivered: string;
  made: string;
  nothing: string;
  sentAgain: string;
  files: string;
  filesNone: string;
  file: string;
  manifest: string;
  openCount: string;
  messages: string;
  receiptsTitle: string;
  receiptsLead: string;
  receiptsFile: string;
  receiptsUpload: string;
  report: string;
  line: string;
  faults: Record<string, string>;
  format: string;
  back: string;
  ofRecord: string;
}> = {
  'zh-CN': {
    title: '逐级归集',
    lead: '已公示的信息，以及它们的更正、异议标注、修复、到期和撤回，都要报送上级信用平台。这里看得到每个去向还有什么没报、报了什么、退回了什么。',
    destinations: '去向',
    levels: { national: '国家平台', province: '省级平台', credit_site: '信用网站' },
    off: '已停用',
    none: '还没有设定去向',
    noneText: '去向由管理员在“管理 · 归集去向”里设定，默认不向任何平台报送。',
    settings: '设定去向',
    states: '按状态查看',
    stateNames: {
      waiting: '待报送',
      sent: '等回执',
      received: '已接收',
      rejected: '被退回',
      corrected: '退回后已重报',
      dropped: '未报即止',
    },
    more: '{n} 以上',
    late: '其中超期 {n}',
    lateOnly: '只看超期',
    all: '看全部',
    caption: '报文',
    message: '报文号',
    act: '动作',
    acts: { add: '新增', modify: '变更', remove: '撤除' },
    record: '信息',
    noLonger: '已不再公示，只报编号和原因',
    since: '自',
    due: '应于 {date} 前报送',
    overdue: '已超期，应于 {date} 前报送',
    standing: '情况',
    batch: '第 {n} 批',
    receipt: '回执',
    refusals: {
      unknown_record: '对方没有这条信息',
      already_there: '对方已有这条信息',
      format_invalid: '格式不符',
      field_missing: '缺少字段',
      field_invalid: '字段不合规',
      code_unknown: '统一社会信用代码查不到',
      not_competent: '不归对方接收',
      other: '其他',
    },
    reasons: {
      repaired: '已修复',
      expired: '已到期',
      exempted: '已容错免责',
      withdrawn: '已撤回',
      mistaken: '撤回：信息有误',
      judgment_changed: '撤回：裁判已变更',
      duplicate: '撤回：重复',
      privacy: '撤回：隐私',
      legal_order: '撤回：依法律文书',
      out_of_scope: '这一类不再报送',
    },
    empty: '没有这样的报文',
    emptyText: '换一个状态或去向看看。',
    emptyWaiting: '没有待报送的',
    emptyWaitingText: '有新的公示、更正或撤回时，会自动排到这里。',
    toRefused: '看被退回的 {n} 条',
    again: '重新报送',
    send: '生成下一批文件',
    sendHint: '最早的先报，一批最多 2000 条。生成后就算已报送，请下载文件和清单，送到对方平台。',
    sendOnly: '生成文件和读取回执，由本地政府或者信用主管部门（发展改革部门）的发布人员办理。',
    post: '直接报送',
    postHint:
      '待报送的内容由系统每分钟成批签名报送，一批收妥再报下一批。对方应答里的回执随时读取；没有应答、拒收或转址，会按原批号重报。',
    hurry: '现在就报',
    hurried: '已排到最前，一分钟内报送。',
    lastOk: '最近一次收妥',
    never: '还没有',
    failures: '连续失败',
    nextTry: '下次报送',
    said: '情况',
    delivered: '对方已收妥',
    undelivered: '对方还没有收妥',
    made: '第 {n} 批已生成，共 {count} 条。',
    nothing: '没有要报送的内容。',
    sentAgain: '已放回待报送，将按信息现在的内容重报。',
    files: '最近的批次',
    filesNone: '还没有生成过文件。',
    file: '报文',
    manifest: '清单',
    openCount: '{n} 条等回执',
    messages: '{n} 条',
    receiptsTitle: '读取回执',
    receiptsLead:
      '对方退给您的回执文件，一行一条。被退回的信息更正以后会自动重报；对方说“已有”或“没有”的，系统自己改成该报的动作。同一个文件读两次也没有关系。',
    receiptsFile: '回执文件（NDJSON）',
    receiptsUpload: '读取',
    report: '读了 {lines} 行：接收 {received}，退回 {rejected}，自动重报 {again}，以前读过 {known}，有误 {bad}',
    line: '第 {line} 行',
    faults: {
      not_json: '不是一行 JSON',
      message_unknown: '没有这个报文号，或者它属于别的去向',
      message_not_sent: '这个报文还没有报送',
      receipt_contradicts: '与以前读过的回执相反',
      twice: '同一个报文号出现两次',
      message_settled: '这条已经重报过了',
      code_taken: '这个代号已经用过',
      destination_code: '用小写英文字母、数字和连字符，字母开头，2 到 31 个字符',
    },
    format: '交换格式说明',
    back: '返回归集',
    ofRecord: '归集情况',
  },
  en: {
    title: 'Sharing upward',
    lead: 'What is published, and its corrections, objection flags, repairs, expiries and withdrawals, goes on to credit platforms above. Here you see for each destination what has not gone yet, what went, and what was refused.',
    destinations: 'Destinations',
    levels: { national: 'National platform', province: 'Provincial platform', credit_site: 'Credit site' },
    off: 'switched off',
    none: 'No destination yet',
    noneText: 'Administrators set destinations under “Administration · Sharing”; by default nothing goes anywhere.',
    settings: 'Set destinations',
    states: 'By state',
    stateNames: {
      waiting: 'Waiting',
      sent: 'Awaiting receipt',
      received: 'Received',
      rejected: 'Refused',
      corrected: 'Refused, sent anew',
      dropped: 'Ended before it was sent',
    },
    more: 'over {n}',
    late: '{n} late',
    lateOnly: 'Late only',
    all: 'Show all',
    caption: 'Messages',
    message: 'Message',
    act: 'Act',
    acts: { add: 'Add', modify: 'Change', remove: 'Remove' },
    record: 'Record',
    noLonger: 'no longer public: identifier and reason only',
    since: 'Since',
    due: 'to be sent by {date}',
    overdue: 'late: was to be sent by {date}',
    standing: 'Standing',
    batch: 'Batch {n}',
    receipt: 'Receipt',
    refusals: {
      unknown_record: 'They do not have this record',
      already_there: 'They have this record already',
      format_invalid: 'Wrong format',
      field_missing: 'A field is missing',
      field_invalid: 'A field is not valid',
      code_unknown: 'The credit code is not known',
      not_competent: 'Not theirs to receive',
      other: 'Other',
    },
    reasons: {
      repaired: 'Repaired',
      expired: 'Expired',
      exempted: 'Error tolerated',
      withdrawn: 'Withdrawn',
      mistaken: 'Withdrawn: mistaken',
      judgment_changed: 'Withdrawn: judgment changed',
      duplicate: 'Withdrawn: duplicate',
      privacy: 'Withdrawn: privacy',
      legal_order: 'Withdrawn: by legal order',
      out_of_scope: 'This kind goes there no more',
    },
    empty: 'No such messages',
    emptyText: 'Try another state or destination.',
    emptyWaiting: 'Nothing waits',
    emptyWaitingText: 'New records, corrections and withdrawals come here by themselves.',
    toRefused: 'See the {n} that were refused',
    again: 'Send again',
    send: 'Make the next batch',
    sendHint:
      'The oldest first, 2000 messages at most. From then on they count as sent: download the file and its manifest and bring them to the platform.',
    sendOnly:
      'Files are made and receipts are read by publishers of the local government or its credit authority (development and reform).',
    post: 'Sent by itself',
    postHint:
      'What waits is signed and posted in batches every minute, the next one once the one before was taken. Receipts in the answers are read at once; after silence, a refusal or a redirect the same batch is sent again.',
    hurry: 'Send now',
    hurried: 'It is first in line and goes within a minute.',
    lastOk: 'Last taken',
    never: 'never yet',
    failures: 'Failures in a row',
    nextTry: 'Next attempt',
    said: 'What happened',
    delivered: 'taken by the platform',
    undelivered: 'not taken yet',
    made: 'Batch {n} is made: {count} messages.',
    nothing: 'Nothing waits to be sent.',
    sentAgain: 'It waits again, and goes with the record as it stands now.',
    files: 'Newest batches',
    filesNone: 'No file was made yet.',
    file: 'Messages',
    manifest: 'Manifest',
    openCount: '{n} await a receipt',
    messages: '{n} messages',
    receiptsTitle: 'Read receipts',
    receiptsLead:
      'The file of receipts that the platform gave back, one a line. What was refused goes again by itself once the record is corrected; where they say that they have it or do not have it, the act is changed by itself. Reading a file twice does no harm.',
    receiptsFile: 'File of receipts (NDJSON)',
    receiptsUpload: 'Read',
    report:
      '{lines} lines: {received} received, {rejected} refused, {again} sent anew by themselves, {known} known, {bad} bad',
    line: 'Line {line}',
    faults: {
      not_json: 'not a line of JSON',
      message_unknown: 'no such message, or one of another destination',
      message_not_sent: 'this message was not sent yet',
      receipt_contradicts: 'says the contrary of a receipt that was read before',
      twice: 'the same message twice',
      message_settled: 'It was sent anew already.',
      code_taken: 'This code is taken.',
      destination_code: 'Small letters, digits and hyphens, a letter first, 2 to 31 characters.',
    },
    format: 'The exchange format',
    back: 'Back to sharing',
    ofRecord: 'Sharing upward',
  },
};

/** The description of jiannuo-share/1 for whoever builds the other side. */
export const shareFormat: Text<{
  lead: string;
  files: string;
  filesText: string[];
  rules: string;
  rulesText: string[];
  receipts: string;
  receiptsText: string[];
  refusals: string;
  code: string;
  meaning: string;
  schema: string;
  post: string;
  postText: string[];
}> = {
  'zh-CN': {
    lead: '报文格式 jiannuo-share/1：每行一个 JSON 对象，UTF-8 编码。每批两个文件：报文和清单。',
    files: '文件',
    filesText: [
      '清单里有去向、批号、条数、字节数和报文文件的 SHA-256；previous 是上一批的摘要，批号连续，缺一批就能看出来。',
      '同一批可以再次下载：已收到的，以及后来不再公示的，在文件里只剩一行 void，照原样跳过即可。',
    ],
    rules: '怎样处理',
    rulesText: [
      '报文号只增不减，请按报文号从小到大处理；记录（record）在它的所有报文里是同一个编号。',
      'add 和 modify 的 content 是公众看得到的全部内容，整条替换原来的内容。',
      'remove 只有编号和原因类别。收到后请撤下该条信息以及由它生成的内容；没有这一条时，回执 unknown_record，本站当作已接收。',
      '修复、到期、撤回之后总有一条 remove。信用修复的结果应在 3 个工作日内共享（信用修复管理办法，据报道）；其他报文的期限由本地设定。',
    ],
    receipts: '回执',
    receiptsText: [
      '每条报文一行回执，写明报文号、是否接收和回执号；不接收的写明原因代码，可以加文字说明。',
      '原因是 unknown_record 或 already_there 时，本站自动改报 add 或 modify；其他原因退回发布单位，更正后重报。',
    ],
    refusals: '原因代码',
    code: '代码',
    meaning: '含义',
    schema: '机器可读的格式（JSON Schema）',
    post: '直接报送（HTTPS POST）',
    postText: [
      '去向设了接口地址的，每批用一次 POST 送达：第一行是清单（type 为 manifest），其后就是报文文件的各行；类型 application/x-ndjson。',
      '请求按 RFC 9421 用 HMAC-SHA256 签名，覆盖 @method、@path 和 content-digest，密钥由管理员在设定地址时交给对方；签名时间超过 5 分钟的请拒收。',
      'Idempotency-Key 是“代号-批号”。没有收到 2xx 应答的，同一批会隔一段时间再来，请只处理一次，应答照旧。',
      '200：应答正文就是回执，一行一条，可以带上以前各批的回执。202：先收下，回执随后面的应答或者文件给出。转址不跟随，一分钟内没有应答按失败处理。',
    ],
  },
  en: {
    lead: 'Format jiannuo-share/1: one JSON object a line, UTF-8. A batch is two files: the messages and a manifest.',
    files: 'Files',
    filesText: [
      'The manifest holds destination, batch number, counts, bytes and the SHA-256 of the messages; `previous` is the digest of the batch before, and numbers have no gaps, so that a missing batch shows.',
      'A batch can be downloaded again: of what was received, and of what is no longer public, a line `void` remains, to be passed over.',
    ],
    rules: 'What to do with it',
    rulesText: [
      'Numbers of messages only rise: apply them in that order. `record` is the same in all messages of one record.',
      'The `content` of add and modify is all that the public sees; it replaces what was there.',
      'A remove has the identifier and the class of its reason. Take the record off, with whatever was made of it; where there is none, answer unknown_record: it counts as received here.',
      'After a repair, an expiry or a withdrawal there always comes a remove. The result of a credit repair is to be shared within 3 working days (Measures for Credit Repair, as reported); the other periods are set locally.',
    ],
    receipts: 'Receipts',
    receiptsText: [
      'One line for each message: its number, whether it was accepted, the number of the receipt; where it was refused, a code and words if you like.',
      'After unknown_record or already_there the message comes again by itself as add or modify; with other codes it goes back to the publisher and comes again after a correction.',
    ],
    refusals: 'Codes of refusal',
    code: 'Code',
    meaning: 'Meaning',
    schema: 'The format for machines (JSON Schema)',
    post: 'By HTTPS POST',
    postText: [
      'Where a destination has an address, each batch comes as one POST: the manifest as first line (type: manifest), behind it the lines of the file; application/x-ndjson.',
      'It is signed by RFC 9421 with HMAC-SHA256 over @method, @path and content-digest; an administrator hands over the secret when the address is set. Refuse signatures older than five minutes.',
      'Idempotency-Key is code and number of the batch. Without a 2xx answer the same batch comes again after a pause: apply it once, answer the same.',
      '200: the body of the answer holds receipts, one a line, those of earlier batches too if you like. 202: taken, receipts come in a later answer or as a file. No redirect is followed; a minute of silence counts as failure.',
    ],
  },
};

/** The page of an administrator. */
export const destinationText: Text<{
  title: string;
  lead: string;
  add: string;
  change: string;
  code: string;
  codeHint: string;
  name: string;
  level: string;
  kinds: string;
  enabled: string;
  enabledHint: string;
  format: string;
  save: string;
  saved: string;
  none: string;
  on: string;
  off: string;
  url: string;
  urlHint: string;
  urlSave: string;
  urlSaved: string;
  newSecret: string;
  newSecretHint: string;
  secretTitle: string;
  secretHint: string;
  keyId: string;
}> = {
  'zh-CN': {
    title: '归集去向',
    lead: '公示信息报送到哪些平台、哪几类。启用时，已公示的同类信息全部排入队列；去掉一类，对方那里的同类信息会被撤除；停用后不再新增，已报送的仍会更正和撤除。',
    add: '新增去向',
    change: '修改',
    code: '代号',
    codeHint: '写在文件名和报文里，定了不能改，例如 js-credit',
    name: '平台名称',
    level: '层级',
    kinds: '报送的类别',
    enabled: '启用',
    enabledHint: '没有设接口地址的，文件由工作人员下载后送达',
    format: '格式',
    save: '保存',
    saved: '已保存，{n} 条报文排入或调整。',
    none: '还没有去向，什么都不报送。',
    on: '启用',
    off: '停用',
    url: '接口地址（选填）',
    urlHint: '填了以后每批自动签名报送（HTTPS POST），不再生成文件。要公网 https 地址。清空即改回文件。',
    urlSave: '保存地址',
    urlSaved: '地址已保存。',
    newSecret: '换一个密钥',
    newSecretHint: '旧密钥立即失效，请先和对方约好时间。',
    secretTitle: '签名密钥，只显示这一次',
    secretHint: '请用安全的方式交给平台一方，用来核对签名。离开本页后不能再看，只能换新的。',
    keyId: '签名里的 keyid',
  },
  en: {
    title: 'Sharing',
    lead: 'To which platforms records go, and which kinds. Switched on, every public record of these kinds is queued; a kind that is taken off is removed there; switched off, nothing new goes there, and what went is still corrected and removed.',
    add: 'Add a destination',
    change: 'Change',
    code: 'Code',
    codeHint: 'Stands in file names and messages and stays for good, for example js-credit',
    name: 'Name of the platform',
    level: 'Level',
    kinds: 'Kinds that go there',
    enabled: 'Switched on',
    enabledHint: 'Without an address below, files are downloaded by an official and brought to the platform',
    format: 'Format',
    save: 'Save',
    saved: 'Saved: {n} messages queued or changed.',
    none: 'No destination yet: nothing goes anywhere.',
    on: 'on',
    off: 'off',
    url: 'Address (optional)',
    urlHint:
      'With one, each batch is signed and sent by itself (HTTPS POST) and no files are made. A public https address. Clear it to go back to files.',
    urlSave: 'Save the address',
    urlSaved: 'The address is saved.',
    newSecret: 'Make a new secret',
    newSecretHint: 'The old one signs nothing from that moment: agree on the time with the platform.',
    secretTitle: 'The secret that signs, shown this once',
    secretHint:
      'Hand it to the platform in a safe way; it checks signatures with it. It cannot be read again, only replaced.',
    keyId: 'keyid in the signature',
  },
};
