import type { Text } from './locale.ts';

/** The administrator's page of what leaves the portal. */
export const deliveryText: Text<{
  title: string;
  lead: string;
  queue: string;
  none: string;
  task: string;
  waiting: string;
  failing: string;
  stuck: string;
  oldest: string;
  tasks: Record<string, string>;
  otherTask: string;
  stuckTitle: string;
  stuckText: string;
  failures: string;
  tries: string;
  lastError: string;
  next: string;
  soon: string;
  retry: string;
  retried: string;
  sentTitle: string;
  sent: string;
  sentNone: string;
  channels: Record<string, string>;
  bounces: string;
  bouncesLead: string;
  bouncesNone: string;
  who: string;
  official: string;
  complainant: string;
  channel: string;
  code: string;
  at: string;
  lift: string;
  liftLabel: string;
  lifted: string;
  test: string;
  testLead: string;
  testMail: string;
  testSms: string;
  testAsked: string;
  testState: Record<'waiting' | 'sent' | 'refused', string>;
  noSms: string;
  codes: Record<string, string>;
}> = {
  'zh-CN': {
    title: '通知发送',
    lead: '邮件和短信先进待发队列，送不出去就隔一会儿再试，间隔逐渐加长，最长十分钟，不会自己作废。',
    queue: '待发队列',
    none: '没有积压，通知都已送出。',
    task: '种类',
    waiting: '等待',
    failing: '失败过',
    stuck: '卡住',
    oldest: '最早的一件',
    tasks: {
      'notice.case': '分发诉求通知',
      'notice.mail': '邮件',
      'notice.sms': '短信',
      'evidence.sweep': '清理材料',
    },
    otherTask: '其他任务',
    stuckTitle: '有 {count} 件卡住了',
    stuckText: '已经试了五次以上。请看下面的原因，检查邮件服务器或短信网关；修好以后可以马上重试。',
    failures: '失败的任务',
    tries: '试过次数',
    lastError: '最近一次的原因',
    next: '下次重试',
    soon: '马上',
    retry: '马上重试',
    retried: '已安排马上重试 {count} 件。',
    sentTitle: '最近一天',
    sent: '{channel}：送出 {sent} 件，被拒收 {refused} 件。',
    sentNone: '最近一天没有发过邮件或短信。',
    channels: { mail: '邮件', sms: '短信' },
    bounces: '被拒收的地址',
    bouncesLead: '对方明确说不收的地址，在本人更换以前不再发送。这里只列您管辖范围内的，也不显示地址本身。',
    bouncesNone: '没有。',
    who: '谁',
    official: '工作人员 {who}',
    complainant: '{who} 的反映人',
    channel: '方式',
    code: '原因',
    at: '时间',
    lift: '再试一次',
    liftLabel: '再试一次：{who}',
    lifted: '已取消标记，下一条通知会再发。',
    test: '测试',
    testLead: '给您自己发一条，走的是所有通知都走的路。',
    testMail: '发测试邮件',
    testSms: '发测试短信',
    testAsked: '已放进队列，稍后刷新看结果。',
    testState: { waiting: '还没有送出', sent: '已送出', refused: '被拒收' },
    noSms: '没有配置短信网关（SMS_GATEWAY_URL）。',
    codes: {
      smtp_550: '没有这个邮箱（550）',
      smtp_551: '邮箱不在那里（551）',
      smtp_553: '邮箱名不对（553）',
      smtp_556: '那里不收邮件（556）',
    },
  },
  en: {
    title: 'Delivery of notices',
    lead: 'Mails and text messages wait in a queue. What fails is tried again with growing pauses, ten minutes at most, and never expires.',
    queue: 'The queue',
    none: 'Nothing waits: every notice is out.',
    task: 'Kind',
    waiting: 'Waiting',
    failing: 'Failed so far',
    stuck: 'Stuck',
    oldest: 'Oldest',
    tasks: {
      'notice.case': 'News of cases to be spread',
      'notice.mail': 'Mail',
      'notice.sms': 'Text message',
      'evidence.sweep': 'Sweeping of evidence',
    },
    otherTask: 'Another task',
    stuckTitle: '{count} are stuck',
    stuckText:
      'They were tried five times or more. Please read the reason below and look after the mail server or the gateway; then try at once.',
    failures: 'Tasks that failed',
    tries: 'Tries',
    lastError: 'Last reason',
    next: 'Next try',
    soon: 'at once',
    retry: 'Try at once',
    retried: '{count} are tried at once.',
    sentTitle: 'The last day',
    sent: '{channel}: {sent} sent, {refused} refused.',
    sentNone: 'No mail or text message in the last day.',
    channels: { mail: 'Mail', sms: 'Text message' },
    bounces: 'Addresses that refuse',
    bouncesLead:
      'Where the other side said that it never will take a message, none is sent until the address changes. Only those in your reach are listed, and never the address.',
    bouncesNone: 'None.',
    who: 'Who',
    official: 'Official {who}',
    complainant: 'Complainant of {who}',
    channel: 'Way',
    code: 'Reason',
    at: 'When',
    lift: 'Try again',
    liftLabel: 'Try again: {who}',
    lifted: 'The mark is off: the next notice is sent.',
    test: 'Test',
    testLead: 'To your own address, by the way that every notice goes.',
    testMail: 'Send a test mail',
    testSms: 'Send a test text message',
    testAsked: 'It is in the queue; reload in a moment for the result.',
    testState: { waiting: 'not sent yet', sent: 'sent', refused: 'refused' },
    noSms: 'No gateway for text messages is configured (SMS_GATEWAY_URL).',
    codes: {
      smtp_550: 'No such mailbox (550)',
      smtp_551: 'The mailbox is not there (551)',
      smtp_553: 'The name of the mailbox is wrong (553)',
      smtp_556: 'That place takes no mail (556)',
    },
  },
};
