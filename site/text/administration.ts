import type { Text } from './locale.ts';

export const roleNames: Text<Record<string, string>> = {
  'zh-CN': {
    intake: '受理员',
    handler: '承办人',
    approver: '审核人',
    supervisor: '督办人',
    arbiter: '仲裁人',
    publisher: '公示员',
    directory_editor: '目录维护员',
    auditor: '审计员',
    administrator: '管理员',
  },
  en: {
    intake: 'Intake officer',
    handler: 'Handler',
    approver: 'Approver',
    supervisor: 'Supervisor',
    arbiter: 'Arbiter',
    publisher: 'Publisher',
    directory_editor: 'Directory editor',
    auditor: 'Auditor',
    administrator: 'Administrator',
  },
};

export const administrationText: Text<{
  title: string;
  officials: string;
  officialsLead: string;
  name: string;
  email: string;
  state: string;
  grants: string;
  actions: string;
  active: string;
  invited: string;
  disabled: string;
  you: string;
  noGrants: string;
  role: string;
  body: string;
  bodyHint: string;
  change: string;
  addGrant: string;
  revoke: string;
  revokeLabel: string;
  disable: string;
  enable: string;
  reset: string;
  resetHint: string;
  invite: string;
  inviteLead: string;
  inviteGo: string;
  madeTitle: string;
  madeText: string;
  resetTitle: string;
  done: string;
  mails: string;
  mailsLead: string;
  mailsNone: string;
  mailTo: string;
  mailSubject: string;
  mailAt: string;
  mailBack: string;
}> = {
  'zh-CN': {
    title: '管理',
    officials: '工作人员',
    officialsLead: '这里列出您管辖单位的工作人员。权限从下一次操作起生效；停用后，对方立即退出。',
    name: '姓名',
    email: '工作邮箱',
    state: '状态',
    grants: '单位和角色',
    actions: '操作',
    active: '正常',
    invited: '待首次登录',
    disabled: '已停用',
    you: '您自己',
    noGrants: '还没有角色',
    role: '角色',
    body: '单位',
    bodyHint: '填单位全称，例如“{example}”。也管到它的下级单位。',
    change: '更改',
    addGrant: '添加角色',
    revoke: '撤销',
    revokeLabel: '撤销 {role}（{body}）',
    disable: '停用',
    enable: '恢复使用',
    reset: '重设密码和口令',
    resetHint: '忘了密码或换了手机时用。',
    invite: '添加工作人员',
    inviteLead: '系统会生成一次性密码。请当面或打电话告诉本人，不要发邮件。首次登录时，本人设置自己的密码并绑定手机。',
    inviteGo: '添加',
    madeTitle: '已添加 {email}',
    madeText: '一次性密码只显示这一次，请现在记下：',
    resetTitle: '已重设 {email}',
    done: '已更改。',
    mails: '演示邮件',
    mailsLead: '演示站点不真正发邮件，写好的邮件都列在这里。',
    mailsNone: '还没有邮件。',
    mailTo: '收件人',
    mailSubject: '主题',
    mailAt: '时间',
    mailBack: '回到管理',
  },
  en: {
    title: 'Administration',
    officials: 'Officials',
    officialsLead:
      'The officials of the bodies in your reach. Roles count from the next action on; whoever is disabled is signed out at once.',
    name: 'Name',
    email: 'Work mail address',
    state: 'State',
    grants: 'Bodies and roles',
    actions: 'Actions',
    active: 'Active',
    invited: 'Not yet signed in',
    disabled: 'Disabled',
    you: 'You',
    noGrants: 'No role yet',
    role: 'Role',
    body: 'Body',
    bodyHint: 'The full name, for example “{example}”. It reaches the bodies below as well.',
    change: 'Change',
    addGrant: 'Add the role',
    revoke: 'Revoke',
    revokeLabel: 'Revoke {role} ({body})',
    disable: 'Disable',
    enable: 'Enable again',
    reset: 'Reset password and code',
    resetHint: 'For a forgotten password or a new phone.',
    invite: 'Add an official',
    inviteLead:
      'A one-time password is made. Tell it in person or on the telephone, never by mail. At the first sign-in the official sets a password and enrols a phone.',
    inviteGo: 'Add',
    madeTitle: '{email} was added',
    madeText: 'The one-time password is shown this once. Please note it now:',
    resetTitle: '{email} was reset',
    done: 'Changed.',
    mails: 'Mail of the demonstration',
    mailsLead: 'The demonstration sends no mail. What it would have sent is listed here.',
    mailsNone: 'No mail yet.',
    mailTo: 'To',
    mailSubject: 'Subject',
    mailAt: 'When',
    mailBack: 'Back to administration',
  },
};
