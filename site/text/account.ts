import type { Text } from './locale.ts';

export const accountText: Text<{
  title: string;
  roles: string;
  codes: string;
  codesLead: string;
  codesGo: string;
  codesNew: string;
  codesNewText: string;
  sso: string;
  ssoLead: string;
  ssoBound: string;
  ssoGo: string;
  ssoOn: string;
  ssoOnText: string;
  ssoOff: string;
  boundDone: string;
  unboundDone: string;
  signInWith: string;
  or: string;
  signOutThere: string;
  signOutThereText: string;
}> = {
  'zh-CN': {
    title: '我的账号',
    roles: '您的角色',
    codes: '备用码',
    codesLead: '手机丢了，可以用备用码登录，每个只能用一次。换新之后，旧的全部作废。',
    codesGo: '换一组新的备用码',
    codesNew: '新的备用码',
    codesNewText: '只显示这一次。请抄下来，和手机分开放。',
    sso: '{name}',
    ssoLead: '绑定后，可以从{name}登录。对方没有验证第二因素的，还要输动态口令。',
    ssoBound: '已经绑定。',
    ssoGo: '绑定{name}',
    ssoOn: '继续到{name}',
    ssoOnText: '请点下面的链接，到{name}确认。十分钟内有效。',
    ssoOff: '解除绑定',
    boundDone: '已经绑定，下次可以直接登录。',
    unboundDone: '已经解除绑定。',
    signInWith: '用{name}登录',
    or: '或者用邮箱和密码',
    signOutThere: '同时退出{name}',
    signOutThereText: '您在{name}可能还没有退出。',
  },
  en: {
    title: 'My account',
    roles: 'Your roles',
    codes: 'Recovery codes',
    codesLead: 'With a lost phone you can sign in by a recovery code, each once. New ones make the former void.',
    codesGo: 'Make new recovery codes',
    codesNew: 'Your new recovery codes',
    codesNewText: 'They are shown this once. Note them and keep them apart from the phone.',
    sso: '{name}',
    ssoLead:
      'Once bound, you can sign in through {name}. Where it has not checked a second factor, the code of your authenticator is still asked.',
    ssoBound: 'Bound.',
    ssoGo: 'Bind {name}',
    ssoOn: 'Continue to {name}',
    ssoOnText: 'Please follow the link and confirm at {name}. It works for ten minutes.',
    ssoOff: 'Remove the binding',
    boundDone: 'Bound: you can sign in that way from now on.',
    unboundDone: 'The binding was removed.',
    signInWith: 'Sign in with {name}',
    or: 'Or with address and password',
    signOutThere: 'Sign out of {name} as well',
    signOutThereText: 'You may still be signed in at {name}.',
  },
};
