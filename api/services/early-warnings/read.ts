import {
  type NoteRow,
  type WarningRow,
  warnedCases,
  warningById,
  warningNotes,
  warningsOf,
} from '../../../db/queries/early-warnings.ts';
import { DomainError } from '../../domain/errors.ts';
import { dealingBodies } from '../../domain/sight.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireOfficial } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { seeingFor } from '../officials/sight.ts';

const CARDS = 100;
/** Cases that a card lists, the newest first; it counts them all. */
const LISTED = 100;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export interface WarningCard extends Omit<WarningRow, 'caseIds' | 'bodyId'> {
  body: { id: string; name: string };
  cases: number;
  notes: (Omit<NoteRow, 'bodyId'> & { by: string })[];
}
export interface WarningPage extends WarningCard {
  /** Of the cases behind it those that the official may see: how many, and the newest of them. */
  visible: number;
  seen: { number: string; kind: string; state: string; filedOn: string }[];
}

/**
 * The bodies that the official supervises from above. A card about a body is not for the body itself: the cases behind it are
 * complaints about it. @throws DomainError auth.required | auth.forbidden
 */
export async function warnedBodies(ctx: Pick<Ctx, 'actor' | 'directory'>): Promise<Set<string>> {
  const official = requireOfficial(ctx);
  const own = new Set(official.grants.filter((grant) => grant.role === 'supervisor').map((grant) => grant.bodyId));
  if (own.size === 0) throw new DomainError('auth.forbidden');
  const reached = await bodiesOf(ctx, ['supervisor']);
  return new Set([...reached].filter((id) => !official.grants.some((grant) => grant.bodyId === id)));
}

/** Cards of early warning about the bodies below. @throws as warnedBodies */
export async function listWarnings(ctx: Ctx, closed: boolean): Promise<WarningCard[]> {
  const bodies = [...(await warnedBodies(ctx))];
  const rows = await warningsOf(ctx.sql, bodies, closed, CARDS);
  return cardsOf(ctx, rows);
}

async function cardsOf(ctx: Ctx, rows: readonly WarningRow[]): Promise<WarningCard[]> {
  const [directory, notes] = await Promise.all([
    ctx.directory(),
    warningNotes(
      ctx.sql,
      rows.map((row) => row.id),
    ),
  ]);
  const name = (id: string) => bodyName(directory, id, ctx.locale);
  return rows.map(({ caseIds, bodyId, ...row }) => ({
    ...row,
    body: { id: bodyId, name: name(bodyId) },
    cases: caseIds.length,
    notes: notes
      .filter((note) => note.warningId === row.id)
      .map(({ kind, words, at, bodyId: by }) => ({ kind, words, at, by: name(by) })),
  }));
}

/** One card with the cases behind it, as far as the official sees them. @throws DomainError resource.not_found | as warnedBodies */
export async function readWarning(ctx: Ctx, id: string): Promise<WarningPage> {
  const bodies = await warnedBodies(ctx);
  const row = UUID.test(id) ? await warningById(ctx.sql, id) : null;
  if (!row || !bodies.has(row.bodyId)) throw new DomainError('resource.not_found');
  const [[card], cases, reached] = await Promise.all([
    cardsOf(ctx, [row]),
    warnedCases(ctx.sql, row.caseIds),
    seeingFor(ctx, 'deals'),
  ]);
  if (!card) throw new DomainError('resource.not_found');
  const seen = cases
    .filter((one) => dealingBodies(one).some((body) => reached.has(body)))
    .map(({ number, kind, state, filedOn }) => ({ number, kind, state, filedOn }));
  return { ...card, visible: seen.length, seen: seen.reverse().slice(0, LISTED) };
}
