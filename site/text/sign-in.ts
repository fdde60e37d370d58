import type { Text } from './locale.ts';

/** Sign-in, enrolment and sign-out of officials. */
export const signInText: Text<{
  title: string;
  lead: string;
  email: string;
  password: string;
  passwordHint: string;
  go: string;
  forgotten: string;
  forgottenText: string;
  codeTitle: string;
  codeLead: string;
  code: string;
  codeHint: string;
  signIn: string;
  recoveryFold: string;
  recoveryText: string;
  recovery: string;
  recoveryHint: string;
  useRecovery: string;
  again: string;
  enrolTitle: string;
  enrolLead: string;
  enrolScan: string;
  enrolScanText: string;
  qrLabel: string;
  secret: string;
  secretHint: string;
  codesTitle: string;
  codesText: string;
  passwordTitle: string;
  newPassword: string;
  newPasswordHint: string;
  newPasswordAgain: string;
  confirmTitle: string;
  confirmText: string;
  enrolGo: string;
  signedOut: string;
  ended: string;
  outTitle: string;
  outText: string;
}> = {
  'zh-CN': {
    title: '工作人员登录',
    lead: '这里只供办理单位的工作人员使用。查诉求进度请回首页，凭编号和查询码查看，不用登录。',
    email: '工作邮箱',
    password: '密码',
    passwordHint: '首次登录请填管理员交给您的一次性密码。',
    go: '下一步',
    forgotten: '忘了密码，或换了手机',
    forgottenText: '请联系本单位管理员。管理员会给您新的一次性密码，您再重新绑定手机口令。',
    codeTitle: '输入动态口令',
    codeLead: '密码正确。请打开手机上的验证器，输入“{place}”当前显示的 6 位数字。',
    code: '6 位动态口令',
    codeHint: '每 30 秒换一次，每个口令只能用一次。',
    signIn: '登录',
    recoveryFold: '手机不在身边？用恢复码登录',
    recoveryText: '恢复码是您绑定手机时保存的十组字符，每组只能用一次。',
    recovery: '恢复码',
    recoveryHint: '例如 7K2QD-M4XPA，大小写和空格都不要紧。',
    useRecovery: '用恢复码登录',
    again: '换一个账号',
    enrolTitle: '首次登录：设置密码和动态口令',
    enrolLead:
      '办理诉求会接触他人的信息，所以登录要有两道锁：您自己的密码，加手机上的动态口令。只需设置这一次。请在 15 分钟内完成。',
    enrolScan: '第一步：手机绑定',
    enrolScanText: '用手机上的验证器应用（如“身份验证器”）扫描二维码。扫不了时，选择手动输入，填下面的密钥。',
    qrLabel: '绑定动态口令的二维码',
    secret: '密钥',
    secretHint: '类型选“基于时间”。',
    codesTitle: '第二步：保存恢复码',
    codesText: '手机丢了，就靠它登录。请打印或抄在安全的地方。这一页关掉后不再显示。',
    passwordTitle: '第三步：设置自己的密码',
    newPassword: '新密码',
    newPasswordHint: '至少 12 个字。几个不相干的词连起来，又长又好记。',
    newPasswordAgain: '再输一遍新密码',
    confirmTitle: '第四步：试一次动态口令',
    confirmText: '输入手机上现在显示的 6 位数字，证明绑定成功。',
    enrolGo: '完成设置并登录',
    signedOut: '您已安全退出。',
    ended: '登录已结束，请重新登录。没有操作满 30 分钟，或登录满 10 小时，都会自动退出。',
    outTitle: '退出登录',
    outText: '退出后，这台电脑上不再能看到诉求内容。',
  },
  en: {
    title: 'Sign-in for officials',
    lead: 'For officials of the handling bodies only. To follow a complaint, go to the home page: number and query code are enough, no sign-in.',
    email: 'Work mail address',
    password: 'Password',
    passwordHint: 'The first time: the one-time password that your administrator gave you.',
    go: 'Continue',
    forgotten: 'Password forgotten, or a new phone',
    forgottenText:
      'Please ask the administrator of your body for a new one-time password. You then enrol your phone anew.',
    codeTitle: 'Enter the code',
    codeLead:
      'The password is right. Open the authenticator on your phone and enter the six digits shown for “{place}”.',
    code: 'Six-digit code',
    codeHint: 'It changes every 30 seconds, and each code works once.',
    signIn: 'Sign in',
    recoveryFold: 'Phone not at hand? Use a recovery code',
    recoveryText: 'Recovery codes are the ten groups that you kept when you enrolled. Each works once.',
    recovery: 'Recovery code',
    recoveryHint: 'For example 7K2QD-M4XPA; case and spaces do not matter.',
    useRecovery: 'Sign in with a recovery code',
    again: 'Use another account',
    enrolTitle: 'First sign-in: your password and your code',
    enrolLead:
      'Cases hold what others entrusted to you, so there are two locks: a password of your own and a code on your phone. You set them up once. Please finish within 15 minutes.',
    enrolScan: 'Step 1: your phone',
    enrolScanText:
      'Scan the square with an authenticator application. If you cannot scan it, choose manual entry and type the key.',
    qrLabel: 'QR code for the authenticator',
    secret: 'Key',
    secretHint: 'Choose “time based”.',
    codesTitle: 'Step 2: recovery codes',
    codesText: 'They let you in when the phone is lost. Print them or write them down. They are not shown again.',
    passwordTitle: 'Step 3: your own password',
    newPassword: 'New password',
    newPasswordHint: 'At least 12 characters. A few unrelated words are long and easy to remember.',
    newPasswordAgain: 'New password again',
    confirmTitle: 'Step 4: try a code',
    confirmText: 'Enter the six digits that your phone shows now.',
    enrolGo: 'Finish and sign in',
    signedOut: 'You are signed out.',
    ended: 'Your sign-in has ended; please sign in again. It ends after 30 minutes without use, and after 10 hours.',
    outTitle: 'Sign out',
    outText: 'Cases can then no longer be seen on this computer.',
  },
};
