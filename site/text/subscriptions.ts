import type { Text } from './locale.ts';

/** Following records by mail: the form, the two links of the mails, and the mails. */
export const subscriptionPages: Text<{
  title: string;
  lead: string;
  what: string;
  everything: string;
  email: string;
  emailHint: string;
  send: string;
  atom: string;
  atomText: string;
  atomLink: string;
  sealed: string;
  sentTitle: string;
  sentText: string;
  confirmTitle: string;
  confirmText: string;
  confirm: string;
  confirmedTitle: string;
  confirmedText: string;
  leaveTitle: string;
  leaveText: string;
  leave: string;
  leftTitle: string;
  leftText: string;
  gone: string;
  goneText: string;
  back: string;
}> = {
  'zh-CN': {
    title: '订阅公示信息',
    lead: '有新的公示时，每天早上九点给您发一封邮件。没有新的，不发。',
    what: '订阅的范围',
    everything: '本站全部公示信息',
    email: '邮箱',
    emailHint: '先发一封确认邮件，您点了确认才开始订阅。',
    send: '发送确认邮件',
    atom: '不想留邮箱',
    atomText: '可以用阅读器订阅同样的内容：',
    atomLink: 'Atom 订阅地址',
    sealed: '邮箱加密保存，只用来发送这份邮件。每封邮件里都有一键退订，退订后立即删除。',
    sentTitle: '请查收邮件',
    sentText:
      '确认邮件已发往您填写的邮箱。请在 48 小时内打开其中的链接；如果已经订阅过，不会再发。没有收到，请看看垃圾邮件。',
    confirmTitle: '确认订阅',
    confirmText: '确认后，有新的公示时每天给您发一封邮件。',
    confirm: '确认订阅',
    confirmedTitle: '已订阅',
    confirmedText: '从现在起，有新的公示会在早上九点发给您。每封邮件里都可以一键退订。',
    leaveTitle: '退订',
    leaveText: '退订后不再发送邮件，您的邮箱也会立即删除。',
    leave: '确认退订',
    leftTitle: '已退订',
    leftText: '不会再给您发邮件，您的邮箱已经删除。',
    gone: '这个链接不能用了',
    goneText: '订阅已经取消，或者确认时间已过。需要的话，可以重新订阅。',
    back: '返回公示信息',
  },
  en: {
    title: 'Follow records by mail',
    lead: 'Where something new was published, you get one mail a day at nine in the morning (Asia/Shanghai); otherwise none.',
    what: 'What you follow',
    everything: 'All public records of this portal',
    email: 'Mail address',
    emailHint: 'You get one mail first: only your click in it begins the subscription.',
    send: 'Send me the question',
    atom: 'Without a mail address',
    atomText: 'A feed reader can follow the same records:',
    atomLink: 'Address of the Atom feed',
    sealed:
      'The address is kept encrypted and used for these mails only. Each of them ends the subscription with one click, and the address is deleted at once.',
    sentTitle: 'Please look into your mailbox',
    sentText:
      'The question is on its way. Please open its link within 48 hours; where you follow this already, nothing is sent. If it does not come, look among the unwanted mails.',
    confirmTitle: 'Confirm the subscription',
    confirmText: 'From then on you get one mail on each day on which something new was published.',
    confirm: 'Confirm',
    confirmedTitle: 'You follow these records',
    confirmedText: 'What is published from now on comes at nine in the morning. Each mail has a link that ends it.',
    leaveTitle: 'End the subscription',
    leaveText: 'No more mails are sent, and your address is deleted at once.',
    leave: 'End it',
    leftTitle: 'It has ended',
    leftText: 'No more mails are sent. Your address is deleted.',
    gone: 'This link does not work any more',
    goneText: 'The subscription has ended, or nobody confirmed it in time. You can subscribe again.',
    back: 'Back to the records',
  },
};

export const subscriptionMails: Text<{
  questionSubject: string;
  question: string;
  digestSubject: string;
  digest: string;
  more: string;
}> = {
  'zh-CN': {
    questionSubject: '践诺 {place}：请确认订阅',
    question:
      '有人（应该是您）用这个邮箱订阅{place}的公示信息：\n{list}\n\n确认订阅，请在 {hours} 小时内打开：\n{link}\n\n如果不是您，不用理会：不会再给您发邮件，邮箱地址会自动删除。\n这封邮件由系统发出，请不要回复。',
    digestSubject: '践诺 {place}：{count} 条新的公示信息',
    digest:
      '您订阅的公示信息有更新：\n\n{lines}\n\n全部结果：\n{list}\n\n退订（一键）：\n{leave}\n\n{place}政务诚信服务平台。这封邮件由系统发出，请不要回复。',
    more: '还有更多，请看下面的全部结果。',
  },
  en: {
    questionSubject: 'Jiannuo {place}: please confirm',
    question:
      'Somebody (you, we hope) wants the public records of {place} sent to this address:\n{list}\n\nTo confirm, please open within {hours} hours:\n{link}\n\nIf it was not you, do nothing: no more is sent, and the address is deleted by itself.\nSent by the system; please do not reply.',
    digestSubject: 'Jiannuo {place}: {count} new records',
    digest:
      'New among the records that you follow:\n\n{lines}\n\nAll results:\n{list}\n\nTo end this, one click:\n{leave}\n\nJiannuo, {place}. Sent by the system; please do not reply.',
    more: 'There are more: see all results below.',
  },
};
