import type { Text } from './locale.ts';

/** The page of keys for those who push records. */
export const pushText: Text<{
  title: string;
  lead: string;
  how: string;
  secretTitle: string;
  secretHint: string;
  keyId: string;
  secret: string;
  ready: string;
  show: string;
  clients: string;
  none: string;
  name: string;
  body: string;
  bodyHint: string;
  scopes: string;
  perHour: string;
  perHourHint: string;
  create: string;
  newClient: string;
  keys: string;
  made: string;
  used: string;
  never: string;
  ends: string;
  ended: string;
  live: string;
  rotate: string;
  rotateHint: string;
  disable: string;
  disabled: string;
  fields: Record<string, string>;
}> = {
  'zh-CN': {
    title: '推送接口',
    lead: '法院、财政、公共资源交易平台等可以用接口推送记录。推送的记录和导入的一样，须经人工审核才会公示。',
    how: '签名方法和示例见“数据接口”中的推送部分。',
    secretTitle: '密钥只显示这一次',
    secretHint: '请现在交给推送单位保管。本站不保存明文，遗失后只能更换。',
    keyId: '密钥编号',
    secret: '密钥',
    ready: '新密钥已生成，点击后显示一次。',
    show: '显示密钥',
    clients: '推送单位',
    none: '还没有推送单位',
    name: '名称',
    body: '以哪个单位的名义公示',
    bodyHint: '该单位的发布人员审核推送来的记录',
    scopes: '可以推送的表',
    perHour: '每小时请求数上限',
    perHourHint: '每个请求最多 200 行',
    create: '新增并生成密钥',
    newClient: '新增推送单位',
    keys: '密钥',
    made: '生成',
    used: '最近使用',
    never: '未使用',
    ends: '{at} 失效',
    ended: '已失效',
    live: '有效',
    rotate: '更换密钥',
    rotateHint: '旧密钥再用 7 天，之后自动失效。',
    disable: '停用',
    disabled: '已停用',
    fields: { bodyId: '单位', bodyIdText: '单位', name: '名称', scopes: '可以推送的表', perHour: '每小时请求数上限' },
  },
  en: {
    title: 'Push API',
    lead: 'Courts, finance departments and transaction platforms may push records. Like imported ones they become public when a person approves them.',
    how: 'How to sign, with an example: see “push” in the API.',
    secretTitle: 'The secret is shown this once',
    secretHint: 'Hand it to the sender now. It is not kept in the clear: a lost one can only be replaced.',
    keyId: 'Key id',
    secret: 'Secret',
    ready: 'The new key is ready. Its secret can be shown once.',
    show: 'Show the secret',
    clients: 'Senders',
    none: 'There are no senders yet',
    name: 'Name',
    body: 'In the name of which body',
    bodyHint: 'Its publishers approve what is pushed',
    scopes: 'Tables that it may push',
    perHour: 'Requests an hour, at most',
    perHourHint: 'A request has 200 rows at most',
    create: 'Add and make a key',
    newClient: 'Add a sender',
    keys: 'Keys',
    made: 'made',
    used: 'last used',
    never: 'not used yet',
    ends: 'ends {at}',
    ended: 'ended',
    live: 'in use',
    rotate: 'Replace the key',
    rotateHint: 'The old one goes on for 7 days and then ends by itself.',
    disable: 'Disable',
    disabled: 'disabled',
    fields: { bodyId: 'Body', bodyIdText: 'Body', name: 'Name', scopes: 'Tables', perHour: 'Requests an hour' },
  },
};
