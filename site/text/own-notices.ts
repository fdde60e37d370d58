import type { Text } from './locale.ts';

/** How a complainant hears of news. */
export const ownNoticesText: Text<{
  title: string;
  now: Record<string, string>;
  change: string;
  failedTitle: string;
  failed: string;
  failedGo: string;
  lead: string;
  legend: string;
  ways: Record<string, readonly [label: string, hint: string]>;
  email: string;
  emailHint: string;
  phone: string;
  phoneHint: string;
  kept: string;
  save: string;
  back: string;
}> = {
  'zh-CN': {
    title: '有进展怎样告诉您',
    now: {
      mail: '有进展时发邮件到 {address}。',
      sms: '有进展时发短信到 {address}。',
      none: '有进展时不发消息，请自己回来看。',
    },
    change: '更改',
    failedTitle: '通知没有送到',
    failed: '给您的通知被退了回来。请换一个邮箱或手机号，我们会把最近一条重新发给您。',
    failedGo: '换一个地址',
    lead: '邮件和短信里只说有了进展、在哪里看，没有您反映的内容，也没有查询码。',
    legend: '怎样告诉您',
    ways: {
      mail: ['发邮件', '发到下面的邮箱。'],
      sms: ['发短信', '只能发到手机号。'],
      none: ['都不用', '您可以随时凭编号和查询码回来看。'],
    },
    email: '邮箱',
    emailHint: '现在是 {address}。不改就不用填。',
    phone: '手机号',
    phoneHint: '现在是 {address}。不改就不用填。',
    kept: '新填的会代替原来的，同样加密保存。您允许过看联系方式的单位，看到的也会是新的。',
    save: '保存',
    back: '不改，返回',
  },
  en: {
    title: 'How to tell you of news',
    now: {
      mail: 'News goes by mail to {address}.',
      sms: 'News goes by text message to {address}.',
      none: 'No message is sent: please come back to look.',
    },
    change: 'Change',
    failedTitle: 'A notice did not reach you',
    failed: 'Our notice to you came back. Please give another address or number: the newest one is then sent again.',
    failedGo: 'Give another address',
    lead: 'A message says that there is news and where to read it: nothing of what you wrote, and never the query code.',
    legend: 'How to tell you',
    ways: {
      mail: ['By mail', 'To the address below.'],
      sms: ['By text message', 'To mobile numbers only.'],
      none: ['Not at all', 'You can come back at any time with number and query code.'],
    },
    email: 'Mail address',
    emailHint: 'Now: {address}. Leave it empty to keep it.',
    phone: 'Mobile number',
    phoneHint: 'Now: {address}. Leave it empty to keep it.',
    kept: 'What you give here takes the place of what you left before, and is encrypted like it. A body that you let read your contact will read the new one.',
    save: 'Save',
    back: 'Keep it and go back',
  },
};
