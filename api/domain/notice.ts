import type { OfficialRole } from './official.ts';

/** Who hears of what. Words are in site/text/notices.ts (officials) and site/text/mail.ts (mails). */
interface Audience {
  /** Officials of these roles at the body that has the case now. */
  officials: readonly OfficialRole[];
  /** The complainant, where an address was left. */
  complainant: boolean;
}

const INTAKE: Audience = { officials: ['intake', 'handler'], complainant: false };
const HANDLER: Audience = { officials: ['handler'], complainant: false };
const COMPLAINANT: Audience = { officials: [], complainant: true };

export const NOTICES: Readonly<Record<string, Audience>> = {
  'case.filed': INTAKE,
  'case.held': { officials: ['intake'], complainant: false },
  'case.screened': INTAKE,
  'case.returned': { officials: ['arbiter', 'intake'], complainant: false },
  'case.transferred': { officials: ['intake', 'handler'], complainant: true },
  'case.disputed': { officials: ['arbiter'], complainant: false },
  'case.designated': { officials: ['intake', 'handler'], complainant: true },
  'case.messaged': HANDLER,
  'case.supplied': HANDLER,
  'case.evidence_added': HANDLER,
  'case.withdrawn': HANDLER,
  'case.verdict': HANDLER,
  'case.reopened': { officials: ['handler', 'supervisor'], complainant: true },
  // Warnings name whom they go to themselves, by the ladder of the place (clock_ladder); these are what stands without it.
  'case.due_soon': HANDLER,
  'case.overdue': { officials: ['handler', 'supervisor'], complainant: false },
  'case.escalated': { officials: ['supervisor'], complainant: false },
  'case.screening_late': INTAKE,
  'case.extension_asked': { officials: ['approver'], complainant: false },
  'case.extension_refused': HANDLER,
  'case.accepted': COMPLAINANT,
  'case.refused': COMPLAINANT,
  'case.asked': COMPLAINANT,
  'case.extended': COMPLAINANT,
  'case.written': COMPLAINANT, // the body wrote a message
  'case.answered': COMPLAINANT,
  'case.closed': COMPLAINANT,
  'case.merged': COMPLAINANT,
  'case.split': COMPLAINANT,
  // A neutral word: that a superior answered a report of retaliation is nobody's business but the complainant's.
  'case.news': COMPLAINANT,
  'retaliation.reported': { officials: ['supervisor'], complainant: false },
  'case.callback': COMPLAINANT, // closed: is it really solved?
  'case.callback_reminder': COMPLAINANT,
  'case.ordered': { officials: ['handler', 'approver'], complainant: true },
  'case.pressed': { officials: ['handler', 'approver'], complainant: true },
  'case.order_closed': HANDLER,
  'case.reported': { officials: ['supervisor'], complainant: false }, // to the body that ordered it
  'case.criticised': { officials: ['handler', 'approver', 'supervisor'], complainant: false },
  'case.settlement_proposed': COMPLAINANT,
  'case.settlement_agreed': HANDLER,
  'case.settlement_declined': HANDLER,
  'case.instalment_paid': COMPLAINANT,
  'case.instalment_received': HANDLER,
  'case.instalment_denied': { officials: ['handler', 'supervisor'], complainant: false },
  'case.court_recorded': COMPLAINANT,
  'case.debt_established': COMPLAINANT,
  'case.determination_proposed': { officials: ['approver'], complainant: false },
  'case.determination_returned': HANDLER,
  'case.determined': { officials: ['handler'], complainant: true },
  'case.performed': COMPLAINANT,
  'case.review_asked': { officials: ['intake', 'handler', 'approver'], complainant: true },
  'case.recheck_asked': { officials: ['intake', 'handler', 'approver'], complainant: true },
  'case.rating_rectified': COMPLAINANT,
  'case.rating_set_aside': COMPLAINANT,
  'case.rating_restored': COMPLAINANT,
  'case.identity_read': COMPLAINANT,
  'case.erasure_asked': { officials: ['approver'], complainant: false },
  'case.erasure_refused': COMPLAINANT,
  // What a complainant decided about publication concerns nobody yet.
  'case.summary_confirmed': { officials: [], complainant: false },
  'case.summary_declined': { officials: [], complainant: false },
  'case.answer_proposed': { officials: ['approver'], complainant: false },
  'case.answer_returned': HANDLER,
  'case.performance_reported': COMPLAINANT,
  'case.performance_denied': { officials: ['handler', 'supervisor'], complainant: false },
  'case.opinion_given': HANDLER,
  'case.explanation_given': HANDLER,
  'case.explanation_shared': COMPLAINANT,
  // To the desk of another body, which does not learn the number of the case.
  'opinion.asked': INTAKE,
  // About records: to the bodies concerned, without their titles.
  'disclosure.objection': { officials: ['publisher', 'approver'], complainant: false },
  'disclosure.repair': { officials: ['publisher', 'approver', 'handler'], complainant: false },
  'disclosure.rectification': INTAKE,
  // Warnings of objections and repairs name whom they go to, as those of cases do.
  'disclosure.due_soon': { officials: ['publisher', 'approver'], complainant: false },
  'disclosure.overdue': { officials: ['publisher', 'approver', 'supervisor'], complainant: false },
  'disclosure.escalated': { officials: ['supervisor'], complainant: false },
  // To the body that determined it, where another one published it.
  'determined.objection': { officials: ['publisher', 'approver', 'handler'], complainant: false },
  'determined.repair': { officials: ['intake', 'handler', 'publisher', 'approver'], complainant: false },
  'determined.decided': { officials: ['publisher', 'approver', 'handler'], complainant: false },
  'determined.granted': { officials: ['publisher', 'approver', 'handler'], complainant: false },
  'determined.ended': { officials: ['publisher', 'approver', 'handler'], complainant: false },
  // A platform above refused what the body published.
  'sharing.refused': { officials: ['publisher'], complainant: false },
  'governance.listed': INTAKE,
  'explanation.asked': INTAKE,
  // About promises: to those who keep them and those who answer for them.
  'commitment.due': { officials: ['handler', 'publisher', 'supervisor'], complainant: false },
  'commitment.registered': { officials: ['publisher'], complainant: false },
  'commitment.unanswered': { officials: ['supervisor'], complainant: false },
  'commitment.passed_on': { officials: ['handler', 'publisher'], complainant: false },
  'arrears.report_due': { officials: ['publisher', 'approver'], complainant: false },
  'arrears.report_late': { officials: ['publisher', 'approver', 'supervisor'], complainant: false },
  // About a trend, to those above the body: never to the body itself, whose complainants stand behind the card.
  'early_warning.raised': { officials: ['supervisor'], complainant: false },
  'handover.made': { officials: ['publisher', 'approver', 'supervisor'], complainant: false },
};

/** A template that nobody listed goes to the handlers: better one notice too many than one that vanishes. */
export const audienceOf = (template: string): Audience => NOTICES[template] ?? HANDLER;

/** What an official chooses by; a template that is in none of the lists is news of a case's progress. */
export const NOTICE_KINDS = ['arrivals', 'words', 'clocks', 'progress'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

const ARRIVALS = ['filed', 'held', 'screened', 'returned', 'transferred', 'reopened', 'merged', 'split', 'designated'];
const WORDS = ['messaged', 'supplied', 'evidence_added', 'withdrawn', 'verdict', 'retaliation.reported'];

export function noticeKind(template: string): NoticeKind {
  const name = template.replace(/^case\./, '');
  if (ARRIVALS.includes(name)) return 'arrivals';
  if (WORDS.includes(name)) return 'words';
  return /due|overdue|late|escalated|extension|promise|ladder/.test(name) ? 'clocks' : 'progress';
}

/** Ways that lead out of the portal. */
export const SEND_CHANNELS = ['mail', 'sms'] as const;
export type SendChannel = (typeof SEND_CHANNELS)[number];
export const OWN_CHANNELS = [...SEND_CHANNELS, 'none'] as const;
export type OwnChannel = (typeof OWN_CHANNELS)[number];

export type Choices = Record<NoticeKind, Record<SendChannel, boolean>>;
/** Until an official chooses: everything by mail, nothing by text message. */
export const DEFAULT_CHOICE: Record<SendChannel, boolean> = { mail: true, sms: false };

/** How a complainant who chose nothing hears of news: by what was left at filing. */
export const ownChannel = (left: { email: boolean; mobile: boolean }): OwnChannel =>
  left.email ? 'mail' : left.mobile ? 'sms' : 'none';
