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
  'case.messaged': HANDLER,
  'case.supplied': HANDLER,
  'case.evidence_added': HANDLER,
  'case.withdrawn': HANDLER,
  'case.verdict': HANDLER,
  'case.reopened': { officials: ['handler', 'supervisor'], complainant: true },
  'case.due_soon': HANDLER,
  'case.overdue': { officials: ['handler', 'supervisor'], complainant: false },
  'case.accepted': COMPLAINANT,
  'case.refused': COMPLAINANT,
  'case.asked': COMPLAINANT,
  'case.extended': COMPLAINANT,
  'case.written': COMPLAINANT, // the body wrote a message
  'case.answered': COMPLAINANT,
  'case.closed': COMPLAINANT,
  'case.identity_read': COMPLAINANT,
};

/** A template that nobody listed goes to the handlers: better one notice too many than one that vanishes. */
export const audienceOf = (template: string): Audience => NOTICES[template] ?? HANDLER;
