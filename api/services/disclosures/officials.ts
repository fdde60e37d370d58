import {
  type CorrectionRow,
  countByState,
  type DisclosureRow,
  eventsOf,
  findCorrection,
  findDisclosure,
  listByState,
  versionsOf,
} from '../../../db/queries/disclosures.ts';
import {
  actionsFor,
  type DisclosureAction,
  type DisclosureState,
  isAuthor,
  READING_ROLES,
  visibleTo,
} from '../../domain/disclosure.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasClass } from '../../domain/publication.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireRole } from '../officials/authorise.ts';
import { reachesOf } from './change.ts';

const PAGE = 30;

export interface OfficialList {
  items: (DisclosureRow & { correcting: boolean; own: boolean })[];
  nextCursor: string | null;
  counts: Partial<Record<DisclosureState, number>>;
}

/** Records in one state, for those who read what is not public. */
export async function listForOfficials(
  ctx: Ctx,
  state: DisclosureState,
  cursor: string | undefined,
): Promise<OfficialList> {
  const official = await requireRole(ctx, READING_ROLES, null);
  const hash = hashQuery('officials/disclosures', { state });
  const [createdAt, id] = cursor === undefined ? [] : readCursor(ctx, hash, cursor);
  const after = typeof createdAt === 'string' && typeof id === 'string' ? { createdAt: new Date(createdAt), id } : null;
  const reachable = [...(await bodiesOf(ctx, READING_ROLES))];
  const [rows, counts] = await Promise.all([
    listByState(ctx.db, state, PAGE + 1, after, reachable),
    countByState(ctx.db, reachable),
  ]);
  const items = rows.slice(0, PAGE).map((row) => ({ ...row, own: isAuthor(official.id, row) }));
  const last = items.at(-1);
  return {
    items,
    nextCursor: rows.length > PAGE && last ? signCursor(ctx, hash, [last.createdAt.toISOString(), last.id]) : null,
    counts,
  };
}

export interface OfficialRecord {
  record: DisclosureRow;
  correction: CorrectionRow | null;
  /** What was done, oldest first; `reason` where words were kept with it. */
  events: { kind: string; at: Date; reason: string | null }[];
  actions: DisclosureAction[];
  /** The reader wrote it or handed it in: a second person must approve. */
  own: boolean;
}

/** A record with its drafts, for officials. @throws DomainError auth.* | resource.not_found */
export async function getForOfficial(ctx: Ctx, id: string): Promise<OfficialRecord> {
  const official = await requireRole(ctx, READING_ROLES, null);
  const reaches = await reachesOf(ctx);
  const record = /^[0-9a-f-]{36}$/.test(id) ? await findDisclosure(ctx.db, id) : null;
  if (!record || visibleTo(ctx.actor, record, reaches) !== 'all') throw new DomainError('resource.not_found');
  const [versions, correction, events] = await Promise.all([
    versionsOf(ctx.db, id),
    findCorrection(ctx.db, id),
    eventsOf(ctx.db, id),
  ]);
  const wrote = events.some((e) => e.kind === 'drafted' && e.actorId === official.id);
  const own = wrote || isAuthor(official.id, record);
  const actions = actionsFor(ctx.actor, record, reaches).filter((action) => {
    if (action === 'approve') return !own;
    if (action === 'propose_correction') return correction === null;
    if (action === 'approve_correction') return correction !== null && correction.proposedBy !== official.id;
    if (action === 'reject_correction') return correction !== null;
    if (action === 'repair') return hasClass(record.kind);
    return true;
  });
  const reasons = new Map(versions.map((v) => [v.version, v.reason]));
  const trail = events.map(({ kind, at, payload }) => {
    const { version } = JSON.parse(payload) as { version?: number };
    return { kind, at, reason: reasons.get(version ?? 0) || null };
  });
  return { record, correction, events: trail, actions, own };
}
