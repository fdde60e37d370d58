import type { Text } from './locale.ts';

/** What an official wants to hear, and by which way. */
export const noticeSettingsText: Text<{
  title: string;
  link: string;
  back: string;
  lead: string;
  tableTitle: string;
  kind: string;
  portal: string;
  mail: string;
  sms: string;
  always: string;
  kinds: Record<string, readonly [label: string, hint: string]>;
  box: string;
  digest: string;
  digestHint: string;
  phone: string;
  phoneHint: string;
  language: string;
  languages: Record<string, string>;
  mailTo: string;
  failedMail: string;
  failedSms: string;
  noSms: string;
  save: string;
  saved: string;
}> = {
  'zh-CN': {
    title: '通知设置',
    link: '通知设置',
    back: '回到通知',
    lead: '站内通知总会有。下面选哪些还要发邮件或短信。邮件和短信里只有编号和链接，没有诉求的内容。',
    tableTitle: '什么事，怎么告诉您',
    kind: '什么事',
    portal: '站内',
    mail: '邮件',
    sms: '短信',
    always: '都有',
    kinds: {
      arrivals: ['新来的诉求', '新提交、转来、退回、重新办理。'],
      words: ['反映人有动静', '留话、补充材料、评价、撤回。'],
      clocks: ['时限', '快到期、已超期、答应的日子到了。'],
      progress: ['其他进展', '审核、督办、意见、公示信息等。'],
    },
    box: '{kind}：{way}',
    digest: '工作日早上发一份清单',
    digestHint: '每个工作日 8:30 发一封邮件：超期的、今天到期的、快到期的、新来的。没有就不发。',
    phone: '工作手机号',
    phoneHint: '只用来给您发短信，别人看不到。不要短信可以不填。',
    language: '邮件和短信的语言',
    languages: { 'zh-CN': '中文', en: 'English' },
    mailTo: '邮件发到 {email}。要换邮箱，请找管理员。',
    failedMail: '您的邮箱拒收了我们的邮件，现在不再往那里发。请找管理员换一个邮箱。',
    failedSms: '短信发不到您的手机号，现在不再往那里发。请换一个号码。',
    noSms: '这里还没有开通短信。',
    save: '保存',
    saved: '已保存。',
  },
  en: {
    title: 'Settings of notices',
    link: 'Settings of notices',
    back: 'Back to notices',
    lead: 'Everything stands in the portal. Choose here what comes by mail or text message as well: a number and a link, nothing of a case.',
    tableTitle: 'What you hear of, and how',
    kind: 'What',
    portal: 'Portal',
    mail: 'Mail',
    sms: 'Text message',
    always: 'always',
    kinds: {
      arrivals: ['New cases', 'Filed, transferred, returned, reopened.'],
      words: ['News from complainants', 'Messages, material, verdicts, withdrawals.'],
      clocks: ['Clocks', 'Due soon, overdue, a promised day has come.'],
      progress: ['Other progress', 'Approvals, supervision, opinions, records.'],
    },
    box: '{kind}: {way}',
    digest: 'A list on the mornings of working days',
    digestHint: 'One mail at 8:30: what is overdue, due today, due soon and new. None where there is nothing.',
    phone: 'Mobile number of the office',
    phoneHint: 'Only for text messages to you; nobody sees it. Leave it empty where you want none.',
    language: 'Language of mails and text messages',
    languages: { 'zh-CN': '中文', en: 'English' },
    mailTo: 'Mail goes to {email}. An administrator can change it.',
    failedMail:
      'Your mailbox refused our mail, and nothing more is sent there. Please ask an administrator for another address.',
    failedSms: 'Text messages do not reach your number, and nothing more is sent there. Please give another one.',
    noSms: 'Text messages are not available here yet.',
    save: 'Save',
    saved: 'Saved.',
  },
};
