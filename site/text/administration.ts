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
  active: string;
  invited: string;
  disabled: string;
  you: string;
  noGrants: string;
  role: string;
  body: string;
  manage: string;
  bodyHint: string;
  resetTitle: string;
  resetText: string;
  inviteLink: string;
  addGrant: string;
  addTitle: string;
  acts: string;
  back: string;
  code: string;
  codeHint: string;
  confirm: Record<string, readonly [title: string, text: string, button: string]>;
  revoke: string;
  disable: string;
  enable: string;
  reset: string;
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
    active: '正常',
    invited: '待首次登录',
    disabled: '已停用',
    you: '您自己',
    noGrants: '还没有角色',
    role: '角色',
    body: '单位',
    manage: '管理 {name}',
    bodyHint: '输入名称挑选。角色也管到它的下级单位。',
    resetTitle: '已重设 {email}',
    resetText: '一次性密码只显示这一次。请当面或打电话告诉本人，不要发邮件：',
    inviteLink: '邀请工作人员',
    addGrant: '添加角色',
    addTitle: '添加一个角色',
    acts: '账号',
    back: '回到工作人员',
    code: '动态口令',
    codeHint: '这一步要再确认一次是您本人。请输入手机验证器上的 6 位数字。',
    confirm: {
      disable: ['停用 {name} 的账号？', '对方立即退出，打开着的页面也不能再用。以后可以恢复。', '停用'],
      enable: ['恢复 {name} 的账号？', '对方可以用原来的密码和手机重新登录。', '恢复使用'],
      reset: [
        '重设 {name} 的密码和动态口令？',
        '忘了密码、丢了手机时用。对方立即退出，原密码和验证器都作废。系统会给出一次性密码，请转告本人。',
        '重设',
      ],
      revoke: ['撤销 {name} 的“{role}”？', '从 {name} 的下一次操作起，不再是{body}的{role}。', '撤销'],
    },
    revoke: '撤销',
    disable: '停用',
    enable: '恢复使用',
    reset: '重设密码和口令',
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
    active: 'Active',
    invited: 'Not yet signed in',
    disabled: 'Disabled',
    you: 'You',
    noGrants: 'No role yet',
    role: 'Role',
    body: 'Body',
    manage: 'Manage {name}',
    bodyHint: 'Type a name and choose. The role reaches the bodies below as well.',
    resetTitle: '{email} was reset',
    resetText: 'The one-time password is shown this once. Tell it in person or on the telephone, never by mail:',
    inviteLink: 'Invite an official',
    addGrant: 'Add the role',
    addTitle: 'Add a role',
    acts: 'Account',
    back: 'Back to officials',
    code: 'Code of your authenticator',
    codeHint: 'This step asks once more that it is you. Type the six digits of your authenticator.',
    confirm: {
      disable: [
        'Disable the account of {name}?',
        'Signed out at once; pages that are open stop working. It can be enabled again later.',
        'Disable',
      ],
      enable: [
        'Enable the account of {name} again?',
        'Signing in works with the former password and phone.',
        'Enable again',
      ],
      reset: [
        'Reset password and authenticator of {name}?',
        'For a forgotten password or a lost phone. Signed out at once; the former password and authenticator are void. A one-time password is shown for you to pass on.',
        'Reset',
      ],
      revoke: [
        'Revoke “{role}” of {name}?',
        'From the next action on, {name} is no longer {role} of {body}.',
        'Revoke',
      ],
    },
    revoke: 'Revoke',
    disable: 'Disable',
    enable: 'Enable again',
    reset: 'Reset password and code',
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
