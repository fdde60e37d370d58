import type { Text } from './locale.ts';

/** The life of a case in plain words: sentences on top, entries of the timeline, reasons of refusal with where to go. */
export const casework: Text<{
  /** By state; `late`, `held` and so on where the facts ask for another sentence. */
  summary: Record<string, string>;
  /** By event, or event and who did it or what came of it. */
  events: Record<string, string>;
  refusals: Record<string, { reason: string; pointer: string }>;
  outcomes: Record<string, string>;
  verdicts: Record<string, string>;
  clockSteps: Record<string, string>;
  clockStarts: Record<string, string>;
  clockStates: Record<string, string>;
  certainties: Record<string, string>;
  units: Record<string, string>;
  complainant: string;
  system: string;
  nobody: string;
}> = {
  'zh-CN': {
    summary: {
      held: '已经收到，正在人工核验，最迟 {date} 有结果。您不用做什么。',
      rejected: '这份诉求没有通过核验，不再办理。原因写在下面。',
      filed: '现在由{handler}决定是否受理，最迟 {date} 告诉您。您不用做什么。',
      filed_reply: '现在由{handler}处理，应在 {date} 前答复。您不用做什么。',
      filed_late: '应由{handler}在 {date} 前处理，已经超期 {days}{unit}。您不用做什么，超期会记下来。',
      filed_open: '现在由{handler}处理。您不用做什么。',
      accepted: '现在由{handler}办理，应在 {date} 前答复。您不用做什么。',
      accepted_late: '应由{handler}在 {date} 前答复，已经超期 {days}{unit}。您不用做什么，超期会记下来。',
      accepted_open: '现在由{handler}办理。您不用做什么。',
      waiting: '{handler}请您补充材料。请在下面补充；补充之前，办理时限先暂停。',
      answered: '{handler}已经答复。请看看下面的答复，再说说是否真的解决了。',
      answered_judged: '{handler}已经答复，您的评价是“{verdict}”。您不用再做什么。',
      closed: '{handler}已经办结。请说说是否真的解决了：不说话，不会算作满意。',
      closed_judged: '{handler}已经办结，您的评价是“{verdict}”。',
      refused: '{handler}没有受理。原因和可以去的地方写在下面。',
      withdrawn: '您已经撤回这件诉求，不再办理。',
      merged: '这件诉求已并入另一件，合在一起办理。',
    },
    events: {
      filed: '您提交了诉求',
      screened: '人工核验有了结果',
      'screened.passed': '通过了人工核验',
      'screened.rejected': '没有通过人工核验',
      accepted: '决定受理',
      refused: '决定不予受理',
      asked: '请您补充材料，时限暂停',
      supplied: '您补充了材料，时限继续计算',
      answered: '逐项作了答复',
      transferred: '转给了{to}办理，时限照常走',
      disputed: '承办单位认为不属于自己职责，正在请上级指定；现在仍由它办理',
      designated: '指定由{to}办理，时限照常走',
      returned: '退回给{to}',
      closed: '办结',
      'messaged.complainant': '您留了话',
      'messaged.body': '给您留了话',
      withdrawn: '您撤回了诉求',
      verdict: '您作了评价',
      'verdict.solved': '您的评价：解决了',
      'verdict.partly': '您的评价：部分解决',
      'verdict.not_solved': '您的评价：没有解决',
      reopened: '重新办理',
      evidence_added: '您补充了一份材料',
      performance_reported: '报告：答应您的事已经办到',
      performance_denied: '您说：答应的事没有办到',
      opinion_asked: '请{to}提出意见',
      opinion_given: '向承办单位提出了意见',
      explanation_asked: '请{to}书面说明原因',
      explanation_given: '作了书面说明',
      explanation_shared: '把书面说明给您看',
      identity_read: '查看了您的身份信息，留下了记录',
      notices_chosen: '您更改了接收通知的方式',
    },
    refusals: {
      pending_proceedings: {
        reason: '这件事正在打官司、仲裁、复议或者被监察机关调查。',
        pointer: '请等那边的结果。判决生效以后对方不执行，可以再来反映。法律问题可以打 12348。',
      },
      already_answered: {
        reason: '这件事已经正式答复过，没有新的情况。',
        pointer: '有了新的事实或者证据，可以重新反映，并写明新在哪里。',
      },
      not_integrity: {
        reason: '这件事和政府说话算不算数无关。',
        pointer: '生活中的急难事可以打 12345；劳动争议打 12333；遇到危险打 110。',
      },
      state_secret: {
        reason: '这件事涉及国家秘密，不能在网上办理。',
        pointer: '请到有关机关的保密接待处当面反映。',
      },
      not_competent: {
        reason: '这件事不归这个单位管，也没有办法转办。',
        pointer: '可以在“谁来负责”里查一查该找哪个单位，也可以打 12345 询问。',
      },
      insufficient: {
        reason: '材料不够，也没有补充，没法往下办。',
        pointer: '准备好材料以后，可以重新反映。',
      },
    },
    outcomes: { accepted: '支持', partly: '部分支持', not: '不支持' },
    verdicts: { solved: '解决了', partly: '部分解决', not_solved: '没有解决' },
    clockSteps: {
      accept: '决定是否受理',
      again: '重新办理并答复',
      determine: '查清并答复',
      reply: '答复',
      transfer: '转给承办单位',
      result: '书面告知办理结果',
      contact: '第一次联系',
      rectify: '整改并答复',
    },
    clockStarts: { filed: '提交', accepted: '受理', reopened: '重新办理' },
    clockStates: {
      not_started: '还没有开始',
      running: '进行中',
      due_soon: '快到期',
      stopped: '暂停',
      overdue: '超期',
      met: '已完成',
    },
    certainties: {
      law: '法律法规规定',
      report: '根据公开报道整理，以正式文件为准',
      local: '本地设定，不是全国统一规定',
    },
    units: { working_day: '个工作日', calendar_day: '天', month: '个月', year: '年' },
    complainant: '您',
    system: '系统',
    nobody: '有关单位',
  },
  en: {
    summary: {
      held: 'We have it. People are checking it, with a result by {date}. You need do nothing.',
      rejected: 'This filing did not pass the check and is not dealt with. The reason is below.',
      filed: '{handler} decides whether to accept it, by {date}. You need do nothing.',
      filed_reply: '{handler} has it and must answer by {date}. You need do nothing.',
      filed_late:
        '{handler} should have acted by {date}: overdue by {days} {unit}. You need do nothing; it is on record.',
      filed_open: '{handler} has it. You need do nothing.',
      accepted: '{handler} is dealing with it and must answer by {date}. You need do nothing.',
      accepted_late: '{handler} should have answered by {date}: overdue by {days} {unit}. It is on record.',
      accepted_open: '{handler} is dealing with it. You need do nothing.',
      waiting: '{handler} asks you for more material. Please send it below: until then its clock is stopped.',
      answered: '{handler} has answered. Please read the answers below and say whether it is really solved.',
      answered_judged: '{handler} has answered; your verdict is “{verdict}”. You need do nothing more.',
      closed:
        '{handler} has closed it. Please say whether it is really solved: silence does not count as satisfaction.',
      closed_judged: '{handler} has closed it; your verdict is “{verdict}”.',
      refused: '{handler} has not accepted it. The reason and where to go instead are below.',
      withdrawn: 'You have withdrawn this case. Nobody deals with it any more.',
      merged: 'This case was merged into another and is dealt with there.',
    },
    events: {
      filed: 'You filed the case',
      screened: 'The check has a result',
      'screened.passed': 'It passed the check',
      'screened.rejected': 'It did not pass the check',
      accepted: 'Accepted',
      refused: 'Not accepted',
      asked: 'Asked you for material; the clock is stopped',
      supplied: 'You sent material; the clock goes on',
      answered: 'Answered demand by demand',
      transferred: 'Passed on to {to}; the clock runs on',
      disputed: 'The body says that it is not in charge; it keeps the case until a superior decides',
      designated: '{to} was named to deal with it; the clock runs on',
      returned: 'Returned to {to}',
      closed: 'Closed',
      'messaged.complainant': 'You wrote a message',
      'messaged.body': 'Wrote to you',
      withdrawn: 'You withdrew the case',
      verdict: 'You gave your verdict',
      'verdict.solved': 'Your verdict: solved',
      'verdict.partly': 'Your verdict: partly solved',
      'verdict.not_solved': 'Your verdict: not solved',
      reopened: 'Dealt with again',
      evidence_added: 'You added a file',
      performance_reported: 'Reported: what was promised to you was done',
      performance_denied: 'You said: what was promised was not done',
      opinion_asked: 'Asked {to} for its opinion',
      opinion_given: 'Gave the handling body its opinion',
      explanation_asked: 'Asked {to} to explain in writing',
      explanation_given: 'Explained in writing',
      explanation_shared: 'Showed you the written explanation',
      identity_read: 'Opened your identity; this was logged',
      notices_chosen: 'You changed how to hear of news',
    },
    refusals: {
      pending_proceedings: {
        reason: 'A court, an arbitrator, an administrative review or a supervisory commission is dealing with it.',
        pointer:
          'Please wait for that result. If a judgment in effect is not obeyed, come back. Legal questions: call 12348.',
      },
      already_answered: {
        reason: 'It has been formally answered and nothing is new.',
        pointer: 'With new facts or evidence you can file again: please say what is new.',
      },
      not_integrity: {
        reason: 'It is not about whether the government keeps its word.',
        pointer: 'For everyday problems call 12345; for labour disputes 12333; in danger 110.',
      },
      state_secret: {
        reason: 'It touches state secrets and cannot be dealt with online.',
        pointer: 'Please speak in person with the confidential office of the body concerned.',
      },
      not_competent: {
        reason: 'This body is not in charge of it and could not pass it on.',
        pointer: 'See “Who is responsible” for the right body, or ask at 12345.',
      },
      insufficient: {
        reason: 'The material was not enough and none was added.',
        pointer: 'You can file again once you have it.',
      },
    },
    outcomes: { accepted: 'Granted', partly: 'Partly granted', not: 'Not granted' },
    verdicts: { solved: 'solved', partly: 'partly solved', not_solved: 'not solved' },
    clockSteps: {
      accept: 'Decide on acceptance',
      again: 'Deal with it again and answer',
      determine: 'Find out and answer',
      reply: 'Answer',
      transfer: 'Pass on to the handling body',
      result: 'Written result',
      contact: 'First contact',
      rectify: 'Put right and answer',
    },
    clockStarts: { filed: 'filing', accepted: 'acceptance', reopened: 'reopening' },
    clockStates: {
      not_started: 'not begun',
      running: 'running',
      due_soon: 'due soon',
      stopped: 'stopped',
      overdue: 'overdue',
      met: 'done',
    },
    certainties: {
      law: 'Set by law',
      report: 'After public reports; the official text decides',
      local: 'Set by this place, not by national law',
    },
    units: { working_day: 'working days', calendar_day: 'days', month: 'months', year: 'years' },
    complainant: 'You',
    system: 'System',
    nobody: 'The body',
  },
};
