import type { Text } from './locale.ts';

/** The page of those who hear at once what becomes of records. */
export const webhookText: Text<{
  title: string;
  lead: string;
  rules: string;
  list: string;
  none: string;
  name: string;
  url: string;
  urlHint: string;
  create: string;
  created: string;
  lastOk: string;
  never: string;
  failures: string;
  error: string;
  disable: string;
  disabled: string;
  ready: string;
  show: string;
  secretTitle: string;
  secretHint: string;
  secret: string;
  fields: Record<string, string>;
}> = {
  'zh-CN': {
    title: '事件推送',
    lead: '记录公示、更正、异议、修复、到期、撤下时，向登记的系统发送签名通知。通知只含事件和编号，内容由对方从公开接口读取。',
    rules:
      '只发往公网的 https 地址，不跟随跳转；对方返回 2xx 才算收到，否则间隔加倍重试，顺序不变、不会遗漏。签名：Jiannuo-Signature 为“v1=”加 以密钥对“时间戳、句点、正文”依次相连所得的 HMAC-SHA256（十六进制）。',
    list: '接收系统',
    none: '还没有接收系统',
    name: '名称',
    url: '接收地址',
    urlHint: '以 https:// 开头，公网可以访问',
    create: '登记并生成密钥',
    created: '登记时间',
    lastOk: '最近一次送达',
    never: '尚未送达',
    failures: '连续失败',
    error: '最近的失败',
    disable: '停用',
    disabled: '已停用',
    ready: '密钥已生成，点击后显示一次。',
    show: '显示密钥',
    secretTitle: '密钥只显示这一次',
    secretHint: '请现在交给接收单位，用来核对签名。遗失后请重新登记。',
    secret: '密钥',
    fields: { name: '名称', url: '接收地址' },
  },
  en: {
    title: 'Webhooks',
    lead: 'When a record is published, corrected, objected to, repaired, expires or is withdrawn, the systems listed here are told by a signed message. It holds events and ids; the content is fetched from the public API.',
    rules:
      'Only public https addresses are spoken to, and no redirect is followed. An answer of 2xx counts as received; anything else is tried again with growing pauses, in order and without gaps. Signature: Jiannuo-Signature is “v1=” and HMAC-SHA256(secret, timestamp.body) in hex.',
    list: 'Receivers',
    none: 'There are no receivers yet',
    name: 'Name',
    url: 'Address',
    urlHint: 'Begins with https:// and is reachable from the internet',
    create: 'Add and make a secret',
    created: 'Added',
    lastOk: 'Last received',
    never: 'nothing yet',
    failures: 'Failures in a row',
    error: 'Last failure',
    disable: 'Disable',
    disabled: 'disabled',
    ready: 'The secret is ready and can be shown once.',
    show: 'Show the secret',
    secretTitle: 'The secret is shown this once',
    secretHint: 'Hand it to the receiver now, to check signatures. If it is lost, add the receiver again.',
    secret: 'Secret',
    fields: { name: 'Name', url: 'Address' },
  },
};
