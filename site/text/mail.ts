import type { Text } from './locale.ts';
import { loopActions } from './rating-loop.ts';
import { resolutionActions } from './resolution-actions.ts';

/**
 * Mails say that something waits and where, never what it is: whoever reads a mailbox or a screen must learn nothing of a
 * case. Officials get the sentence of site/text/notices.ts; complainants the ones here.
 */
export const mailText: Text<{
  officialSubject: string;
  officialText: string;
  complainantSubject: string;
  complainantText: string;
  filerSubject: string;
  other: string;
  templates: Record<string, string>;
  testSubject: string;
  testText: string;
  digestSubject: string;
  digestText: string;
}> = {
  'zh-CN': {
    officialSubject: '践诺：有一件事等您查看',
    officialText:
      '您好：\n\n{sentence}\n请登录查看：{link}\n\n这封邮件由系统发出，请不要回复。\n{place}政务诚信服务平台',
    complainantSubject: '践诺：您反映的事有新进展',
    complainantText:
      '您好：\n\n{sentence}\n请打开下面的页面，输入您的查询码查看：\n{link}\n\n我们不会在邮件里索要查询码、密码或转账。这封邮件由系统发出，请不要回复。\n{place}政务诚信服务平台',
    filerSubject: '践诺：您提出的异议或者修复有了结果',
    other: '您反映的事有新进展。',
    templates: {
      ...resolutionActions['zh-CN'].mails,
      ...loopActions['zh-CN'].mails,
      'case.accepted': '您反映的事已经受理。',
      'case.refused': '您反映的事没有受理，页面上写明了原因和去处。',
      'case.asked': '承办单位请您补充材料。补充之前，办理时限先暂停。',
      'case.transferred': '您反映的事换了承办单位。',
      'case.news': '您反映的事有新进展。',
      'case.merged': '您反映的事与同类诉求合在一起办理。',
      'case.split': '您反映的事单独办理。',
      'case.designated': '您反映的事已指定承办单位。',
      'case.extended': '您反映的事延长了办理时限，页面上写明了原因。',
      'case.written': '承办单位给您留了话。',
      'case.answered': '您反映的事已经有了答复。',
      'case.erasure_refused': '您的删除申请有了决定，理由写在页面上。',
      'case.performance_reported': '承办单位说，答应您的事已经办到。请看看是不是真的办到了。',
      'case.explanation_shared': '被反映单位的书面说明可以看了。',
      'case.closed': '您反映的事已经办结。请您说说是否真的解决了。',
      'case.reopened': '您反映的事重新办理了。',
      'request.decided': '您对一条公示信息提出的异议或者修复申请，已经作出决定，页面上写明了理由。',
      'request.ended': '您提出异议或者申请修复的那条公示信息已经结束公示，您的申请不再办理。',
      'case.identity_read': '有工作人员查看了您的身份信息，页面上写明了是哪个单位、为什么。',
    },
    testSubject: '践诺：测试邮件',
    testText: '您好：\n\n这是一封测试邮件。能看到它，说明邮件通道正常。\n\n{place}政务诚信服务平台',
    digestSubject: '践诺：今天要办的事',
    digestText:
      '您好：\n\n{lines}\n\n打开收件箱：{link}\n\n这封邮件由系统在工作日早上发出，请不要回复。不想再收，可以在这里改：{settings}\n{place}政务诚信服务平台',
  },
  en: {
    officialSubject: 'Jiannuo: something waits for you',
    officialText:
      'Hello,\n\n{sentence}\nPlease sign in to read it: {link}\n\nThis mail was sent by the system; please do not reply.\nJiannuo, {place}',
    complainantSubject: 'Jiannuo: there is news of your case',
    complainantText:
      'Hello,\n\n{sentence}\nOpen this page and enter your query code to read it:\n{link}\n\nWe never ask for the query code, a password or money by mail. This mail was sent by the system; please do not reply.\nJiannuo, {place}',
    filerSubject: 'Jiannuo: your objection or request for repair has come to its end',
    other: 'There is news of your case.',
    templates: {
      ...resolutionActions.en.mails,
      ...loopActions.en.mails,
      'case.accepted': 'Your case was accepted.',
      'case.refused': 'Your case was not accepted; the page says why, and where to go instead.',
      'case.asked': 'The body asks you for more material. Until you send it, its clock is stopped.',
      'case.transferred': 'Your case has moved to another body.',
      'case.news': 'There is news about your case.',
      'case.merged': 'Your case is dealt with together with similar ones.',
      'case.split': 'Your case is dealt with by itself again.',
      'case.designated': 'The body that deals with your case was named.',
      'case.extended': 'The time for your case was extended; the page says why.',
      'case.written': 'The body has written to you.',
      'case.answered': 'Your case was answered.',
      'case.erasure_refused': 'There is a decision on your request for erasure; the page says why.',
      'case.performance_reported': 'The body says that it has done what it promised. Please see whether that is so.',
      'case.explanation_shared': 'You can read how the respondent explains itself.',
      'case.closed': 'Your case was closed. Please say whether it is really solved.',
      'case.reopened': 'Your case was reopened.',
      'request.decided': 'Your objection or request for repair was decided; the page says why.',
      'request.ended':
        'The record that you objected to, or asked the repair of, is no longer public: your request is closed.',
      'case.identity_read': 'An official has read your identity; the page says which body, and why.',
    },
    testSubject: 'Jiannuo: a test',
    testText: 'Hello,\n\nThis is a test. If you can read it, mail works.\n\nJiannuo, {place}',
    digestSubject: 'Jiannuo: your work of today',
    digestText:
      'Hello,\n\n{lines}\n\nOpen the inbox: {link}\n\nThis mail is sent on the mornings of working days; please do not reply. To end it: {settings}\nJiannuo, {place}',
  },
};
