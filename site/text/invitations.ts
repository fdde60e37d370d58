import type { Text } from './locale.ts';

/** The mail of an invitation: the one mail of this portal that carries a secret. */
export const invitationMail: Text<{ subject: string; text: string }> = {
  'zh-CN': {
    subject: '践诺：邀请您使用{place}政务诚信服务平台',
    text: '{name}，您好：\n\n管理员邀请您担任{place}政务诚信服务平台的工作人员。请在 {hours} 小时内打开下面的链接，设置密码并绑定手机验证器：\n{link}\n\n链接只能用一次，请不要转发。如果您不知道这件事，不用理会这封邮件。\n这封邮件由系统发出，请不要回复。\n{place}政务诚信服务平台',
  },
  en: {
    subject: 'Jiannuo: your invitation to the integrity service of {place}',
    text: 'Hello {name},\n\nAn administrator invites you to work with the government integrity service of {place}. Within {hours} hours, please open this link, set a password and enrol an authenticator:\n{link}\n\nThe link works once; please do not pass it on. If you know nothing of this, ignore this mail.\nIt was sent by the system; please do not reply.\nJiannuo, {place}',
  },
};

/** What the invited person sees. */
export const invitationPage: Text<{
  title: string;
  lead: string;
  email: string;
  roles: string;
  until: string;
  steps: string;
  step: readonly string[];
  begin: string;
  notYou: string;
  gone: string;
  goneText: string;
  signIn: string;
}> = {
  'zh-CN': {
    title: '接受邀请',
    lead: '{name}，管理员邀请您在{place}使用践诺。',
    email: '登录邮箱',
    roles: '您的角色',
    until: '链接有效至',
    steps: '接下来两步，约三分钟',
    step: ['用手机上的验证器扫一个二维码，并记下备用码。', '设置自己的密码，输入一次动态口令。'],
    begin: '开始',
    notYou: '不是您本人？请关闭本页，并告诉管理员。',
    gone: '这个链接不能用了',
    goneText: '链接可能已经用过、过期或被撤回。已经设好密码的，请直接登录；还没有的，请让管理员重新发一次。',
    signIn: '去登录',
  },
  en: {
    title: 'Accept the invitation',
    lead: '{name}, an administrator invites you to use Jiannuo in {place}.',
    email: 'Address for signing in',
    roles: 'Your roles',
    until: 'The link works until',
    steps: 'Two steps, about three minutes',
    step: [
      'Scan a code with the authenticator on your phone and note the recovery codes.',
      'Set a password of your own and type one code.',
    ],
    begin: 'Begin',
    notYou: 'Not you? Please close this page and tell the administrator.',
    gone: 'This link no longer works',
    goneText:
      'It may have been used, have expired or have been withdrawn. If you have set your password, sign in; if not, ask the administrator to send it again.',
    signIn: 'Sign in',
  },
};

/** The administrator's page of invitations. */
export const invitationsText: Text<{
  title: string;
  lead: string;
  list: string;
  none: string;
  name: string;
  email: string;
  roles: string;
  state: string;
  sent: string;
  notSent: string;
  until: string;
  states: Record<string, string>;
  manage: string;
  manageLabel: string;
  form: string;
  go: string;
  invited: string;
  resend: string;
  resendHint: string;
  withdraw: string;
  withdrawHint: string;
  resent: string;
  withdrawn: string;
  back: string;
}> = {
  'zh-CN': {
    title: '邀请',
    lead: '系统把链接发到对方的工作邮箱，72 小时内有效，只能用一次。对方自己设置密码、绑定手机，谁也看不到。',
    list: '近半年的邀请',
    none: '还没有邀请过谁。',
    name: '姓名',
    email: '工作邮箱',
    roles: '单位和角色',
    state: '状态',
    sent: '邮件送出',
    notSent: '还在发送',
    until: '有效至',
    states: {
      waiting: '等对方打开',
      opened: '已打开，未完成',
      expired: '已过期',
      accepted: '已接受',
      withdrawn: '已撤回',
    },
    manage: '重发或撤回',
    manageLabel: '重发或撤回给 {name} 的邀请',
    form: '邀请一位工作人员',
    go: '发出邀请',
    invited: '邀请已经发出。',
    resend: '重新发送',
    resendHint: '发一个新链接，旧链接立即失效。',
    withdraw: '撤回邀请',
    withdrawHint: '链接立即失效。',
    resent: '已经重新发送，旧链接作废。',
    withdrawn: '邀请已经撤回。',
    back: '回到邀请',
  },
  en: {
    title: 'Invitations',
    lead: 'A link goes to the work address; it works once, for 72 hours. The invited person sets the password and enrols the phone: nobody else sees either.',
    list: 'Invitations of the last half year',
    none: 'Nobody was invited yet.',
    name: 'Name',
    email: 'Work mail address',
    roles: 'Bodies and roles',
    state: 'State',
    sent: 'Mail sent',
    notSent: 'Being sent',
    until: 'Works until',
    states: {
      waiting: 'Not opened yet',
      opened: 'Opened, not finished',
      expired: 'Expired',
      accepted: 'Accepted',
      withdrawn: 'Withdrawn',
    },
    manage: 'Send again or withdraw',
    manageLabel: 'Send again or withdraw the invitation of {name}',
    form: 'Invite an official',
    go: 'Send the invitation',
    invited: 'The invitation is on its way.',
    resend: 'Send again',
    resendHint: 'A new link is sent; the former one stops working at once.',
    withdraw: 'Withdraw the invitation',
    withdrawHint: 'The link stops working at once.',
    resent: 'Sent again; the former link is void.',
    withdrawn: 'The invitation was withdrawn.',
    back: 'Back to invitations',
  },
};
