import { z } from 'zod';
import { CASE_CHANNELS, CASE_KINDS } from '../domain/case.ts';
import { INBOX_FOLDERS } from '../domain/inbox.ts';
import { MATTERS } from '../domain/matter.ts';
import { date } from './everyday.ts';

const name = z.string().trim().max(60);

/** The list of an inbox: a folder, filters that all hold together, and words to look for. */
export const InboxList = z.strictObject({
  folder: z.enum(INBOX_FOLDERS).default('all').meta({ example: 'due_soon' }),
  kind: z.enum(CASE_KINDS).optional(),
  matter: z.enum(MATTERS).optional(),
  channel: z.enum(CASE_CHANNELS).optional(),
  respondent: name.optional().meta({ description: 'Part of the name of the body complained of', example: '示范区' }),
  body: name.optional().meta({ description: 'Part of the name of the handling body', example: '商务局' }),
  from: date.optional().meta({ description: 'Filed on this day or later', example: '2026-11-01' }),
  to: date.optional().meta({ description: 'Filed on this day or earlier', example: '2026-11-30' }),
  who: z
    .union([z.enum(['me', 'nobody']), z.string().min(3).max(64)])
    .optional()
    .meta({ description: 'Who has it on the desk: me, nobody, or the id of an official' }),
  risk: z.literal('1').optional().meta({ description: 'Overdue, or due within three working days' }),
  q: z.string().trim().max(120).optional().meta({ description: 'Words in the title, the story and the demands' }),
  cursor: z.string().max(1024).optional(),
  limit: z.coerce.number().int().min(1).max(50).optional(),
});
export type InboxList = z.output<typeof InboxList>;

/** A list beside the inbox; words are looked for in what was passed on. */
export const BesideQuery = z.strictObject({
  q: InboxList.shape.q,
  cursor: InboxList.shape.cursor,
});

/** Puts cases on the desk of an official of the body that handles them; without `to` they lie on nobody's desk. */
export const AssignCases = z.strictObject({
  cases: z.array(z.string().min(1).max(100)).min(1, 'nothing_selected').max(50),
  to: z.string().min(2).max(64).optional().meta({ description: '"me" or the id of an official; absent: nobody' }),
});

export const SaveFilter = z.strictObject({
  /** Absent: a new one. */
  id: z.guid().optional(),
  name: z.string().trim().min(1).max(40),
  query: z.string().max(1000),
});
export const DropFilter = z.strictObject({ id: z.guid() });
