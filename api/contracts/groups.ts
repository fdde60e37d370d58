import { z } from 'zod';
import { ANSWER_OUTCOMES, CASE_KINDS, CASE_STATES } from '../domain/case.ts';
import { LINK_KINDS } from '../domain/group.ts';
import { date, words } from './everyday.ts';

/* Disputes of competence, and cases that belong together. */

const version = z.coerce.number().int().min(1);
const text = words(2, 5000);

export const DisputeCase = z.strictObject({ version, text });
export const DesignateCase = z.strictObject({ version, toBodyId: z.guid('respondent_unknown'), text });

const number = words(1, 100).meta({ example: 'JN2026-0000124-M' });

export const MergeCase = z.strictObject({ version, into: number });
export const SplitCase = z.strictObject({ version });
export const LinkCases = z.strictObject({ other: number, kind: z.enum(LINK_KINDS) });
export const UnlinkCases = z.strictObject({ other: number });

/** One reply to all cases of a group. With the id alone, a reply that was sent before goes on where it ended. */
export const GroupReply = z.strictObject({
  replyId: z.guid().meta({ description: 'Given by the sender: the same id is one reply, however often it is sent' }),
  outcome: z.enum(ANSWER_OUTCOMES).optional(),
  text: text.optional(),
  legalGround: words(2, 500).optional(),
  promisedOn: date.optional(),
});

export const GroupReplyResult = z.strictObject({
  replyId: z.string(),
  items: z.array(
    z.strictObject({
      number: z.string(),
      /** answered; proposed: an approver releases it first; before: this reply reached it before; refused, with the code. */
      result: z.enum(['answered', 'proposed', 'before', 'refused']),
      code: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  /** Members that this go did not reach: send the id once more. */
  left: z.number().int(),
});
export type GroupReplyResult = z.output<typeof GroupReplyResult>;

const RelatedCase = z.strictObject({
  number: z.string(),
  kind: z.enum(CASE_KINDS),
  matter: z.string(),
  state: z.enum(CASE_STATES),
  handler: z.string().nullable(),
  dueOn: z.string().nullable(),
  filedOn: z.string(),
});
const list = z.array(RelatedCase);
export const RelatedCases = z.strictObject({
  number: z.string(),
  version: z.number().int(),
  merged: list.meta({ description: 'Merged into this case' }),
  merged_into: list.meta({ description: 'The case into which this one is merged' }),
  member: list.meta({ description: 'The mass complaint that this case leads' }),
  lead: list.meta({ description: 'The case that leads the mass complaint to which this one belongs' }),
  duplicate: list.meta({ description: 'Linked as alike' }),
  alike: list.meta({ description: 'Suggested: same respondent and matter, filed within ninety days' }),
});
