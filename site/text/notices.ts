import type { Text } from './locale.ts';

/** Portal notices of officials: a sentence per template, without anything of the case but its number. */
export const noticeText: Text<{
  title: string;
  markAll: string;
  markOne: string;
  unread: string;
  open: string;
  emptyTitle: string;
  emptyText: string;
  other: string;
  templates: Record<string, string>;
}> = {
  'zh-CN': {
    title: '通知',
    markAll: '全部标为已读',
    markOne: '标为已读',
    unread: '未读',
    open: '打开诉求',
    emptyTitle: '没有通知',
    emptyText: '有新的诉求、补充材料或催办时，会在这里告诉您。',
    other: '有一件事等您查看。',
    templates: {
      'case.filed': '收到一件新的诉求，等待受理。',
      'case.held': '收到一件诉求，需要先人工核验。',
      'case.screened': '一件诉求已通过核验，等待受理。',
      'case.transferred': '一件诉求转到了您的单位。',
      'case.returned': '一件诉求被退回，请重新确定承办单位。',
      'case.messaged': '反映人留了新的话。',
      'case.supplied': '反映人补充了材料，时限继续计算。',
      'case.withdrawn': '反映人撤回了诉求。',
      'case.verdict': '反映人给出了评价。',
      'case.reopened': '一件诉求重新办理。',
      'case.due_soon': '一件诉求快到期了。',
      'case.overdue': '一件诉求已经超期。',
      'case.escalated': '下级单位有一件诉求超期多日，请督办。',
      'case.screening_late': '一件诉求的人工核验已经过了答应的时间。',
      'case.extension_asked': '有一件诉求申请延长时限，等您批准。',
      'case.extension_refused': '延长时限的申请没有获得批准。',
      'case.answered': '一件诉求已经答复。',
      'case.closed': '一件诉求已经办结。',
      'case.evidence_added': '反映人上传了新的材料。',
      'case.accepted': '一件诉求已经受理。',
      'case.refused': '一件诉求不予受理。',
      'case.extended': '一件诉求的时限延长了。',
      'disclosure.submitted': '有一条公示信息等您审核。',
      'disclosure.returned': '您提交的公示信息被退回，请修改。',
      'disclosure.approved': '您提交的公示信息已经公示。',
    },
  },
  en: {
    title: 'Notices',
    markAll: 'Mark all as read',
    markOne: 'Mark as read',
    unread: 'Unread',
    open: 'Open the case',
    emptyTitle: 'No notices',
    emptyText: 'New cases, material and reminders are announced here.',
    other: 'Something waits for you.',
    templates: {
      'case.filed': 'A new case waits to be accepted.',
      'case.held': 'A new case waits to be screened by a person.',
      'case.screened': 'A case has passed screening and waits to be accepted.',
      'case.transferred': 'A case was transferred to your body.',
      'case.returned': 'A case came back: please settle who handles it.',
      'case.messaged': 'The complainant has written.',
      'case.supplied': 'The complainant has sent the material; the clock runs again.',
      'case.withdrawn': 'The complainant has withdrawn the case.',
      'case.verdict': 'The complainant has given a verdict.',
      'case.reopened': 'A case was reopened.',
      'case.due_soon': 'A case is due soon.',
      'case.overdue': 'A case is overdue.',
      'case.escalated': 'A case of a body below yours has been overdue for days: please supervise it.',
      'case.screening_late': 'A case has been held for screening longer than was promised.',
      'case.extension_asked': 'An extension of a clock waits for your approval.',
      'case.extension_refused': 'An extension of a clock was not approved.',
      'case.answered': 'A case was answered.',
      'case.closed': 'A case was closed.',
      'case.evidence_added': 'The complainant has added evidence.',
      'case.accepted': 'A case was accepted.',
      'case.refused': 'A case was not accepted.',
      'case.extended': 'The clock of a case was extended.',
      'disclosure.submitted': 'A record waits for your approval.',
      'disclosure.returned': 'Your record was sent back for correction.',
      'disclosure.approved': 'Your record is published.',
    },
  },
};
