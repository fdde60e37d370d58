import type { Text } from './locale.ts';

/** Forms of what an official does with a case, and why something is not possible. */
export const caseActions: Text<{
  names: Record<string, string>;
  leads: Record<string, string>;
  texts: Record<string, string>;
  refusals: Record<string, string>;
  reason: string;
  reasons: Record<string, string>;
  toBody: string;
  toBodyHint: string;
  chooseBody: string;
  outcome: string;
  outcomes: Record<string, string>;
}> = {
  'zh-CN': {
    names: {
      screen: '人工核验',
      accept: '受理',
      refuse: '不予受理',
      ask: '请补充材料',
      answer: '答复',
      transfer: '转办',
      return: '退回',
      close: '办结',
      note: '内部备注',
      message: '留言',
      supply: '补充材料',
      evidence: '上传材料',
      withdraw: '撤回',
      verdict: '评价',
      reopen: '请求重新办理',
    },
    leads: {
      screen: '这件诉求提交时没有通过人机验证。看内容是不是真实的反映；通过后进入受理。',
      accept: '受理后，办理时限开始计算，反映人会收到通知。',
      refuse: '请选理由，并写明该去哪里反映。反映人会看到全文。',
      ask: '发出后时限暂停，反映人补充后继续。',
      transfer: '转给依职责应当承办的单位，不能转给被反映单位。时限不停。',
      return: '退回转办单位，只能退一次。请写明理由。',
      close: '答复送达、事情办完后办结。反映人会被请来评价。',
      note: '只有本单位和上级能看到，反映人看不到。',
      message: '反映人会在查进度时看到。请不要写答复结论。',
    },
    texts: {
      screen: '说明',
      accept: '给反映人的话',
      refuse: '说明和去处',
      ask: '需要哪些材料',
      transfer: '转办理由',
      return: '退回理由',
      close: '办结说明',
      note: '备注',
      message: '留言',
    },
    refusals: {
      not_yours: '由反映人办理',
      role: '您没有这个权限',
      held: '要先通过人工核验',
      rejected: '没有通过人工核验',
      state: '目前的状态不能办',
      accepted_before: '已经受理过',
      return_used: '已经退回过一次',
      designated: '承办单位由仲裁指定，不能退',
      no_sender: '不是转办来的，没有可退的单位',
      verdict_given: '反映人已经评价',
      reopened_before: '已经重新办理过',
    },
    reason: '不予受理的理由',
    reasons: {
      pending_proceedings: '正在诉讼、仲裁、复议或监察中',
      already_answered: '已经答复过，没有新的事实',
      not_integrity: '不属于政务诚信事项',
      state_secret: '涉及国家秘密',
      not_competent: '不属于本单位职责，也无法转办',
      insufficient: '材料不足，且没有补充',
    },
    toBody: '转到哪个单位',
    toBodyHint: '填单位全称，例如“样例市商务局”。',
    chooseBody: '请选一个单位',
    outcome: '核验结论',
    outcomes: { passed: '通过，进入受理', rejected: '不通过，不再办理' },
  },
  en: {
    names: {
      screen: 'Screen',
      accept: 'Accept',
      refuse: 'Refuse',
      ask: 'Ask for material',
      answer: 'Answer',
      transfer: 'Transfer',
      return: 'Return',
      close: 'Close',
      note: 'Internal note',
      message: 'Message',
      supply: 'Supply material',
      evidence: 'Upload evidence',
      withdraw: 'Withdraw',
      verdict: 'Verdict',
      reopen: 'Ask to reopen',
    },
    leads: {
      screen:
        'This filing did not pass the human check. See whether it is a real complaint; once it passes it can be accepted.',
      accept: 'The clock of the result begins, and the complainant is told.',
      refuse: 'Choose the reason and say where to go instead. The complainant reads it all.',
      ask: 'The clock is paused until the complainant has answered.',
      transfer: 'To the body in charge, never to the respondent. The clock runs on.',
      return: 'Back to the body that passed it on. Only once, with the reason.',
      close: 'Once the answer is given and the matter done. The complainant is asked for a verdict.',
      note: 'Seen by your body and those above, never by the complainant.',
      message: 'The complainant sees it when tracking. Conclusions belong in the answer.',
    },
    texts: {
      screen: 'Remark',
      accept: 'Words to the complainant',
      refuse: 'Explanation and where to go',
      ask: 'What is needed',
      transfer: 'Reason',
      return: 'Reason',
      close: 'Remark',
      note: 'Note',
      message: 'Message',
    },
    refusals: {
      not_yours: 'the complainant does this',
      role: 'you have no role for it',
      held: 'it must be screened first',
      rejected: 'it did not pass screening',
      state: 'not in its present state',
      accepted_before: 'it was accepted before',
      return_used: 'it was returned once',
      designated: 'the handler was designated by an arbiter',
      no_sender: 'nobody passed it on to you',
      verdict_given: 'the complainant has given a verdict',
      reopened_before: 'it was reopened before',
    },
    reason: 'Reason of refusal',
    reasons: {
      pending_proceedings: 'Pending in court, arbitration, review or supervision',
      already_answered: 'Answered before, nothing new',
      not_integrity: 'Not a matter of government integrity',
      state_secret: 'State secrets',
      not_competent: 'Not our duty, and nobody to transfer it to',
      insufficient: 'Material was missing and did not come',
    },
    toBody: 'To which body',
    toBodyHint: 'Its full name, for example “样例市商务局”.',
    chooseBody: 'Please choose a body',
    outcome: 'Outcome',
    outcomes: { passed: 'Passes: it can be accepted', rejected: 'Does not pass: it ends here' },
  },
};
