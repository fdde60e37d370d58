import {
  type ExemptionRow,
  openExemption,
  type RectificationRow,
  rectificationsOf,
  stepsOf,
} from '../../../db/queries/disclosure-rights.ts';
import {
  type CorrectionRow,
  countByState,
  type DisclosureRow,
  eventsOf,
  fieldSourcesOf,
  findCorrection,
  findDisclosure,
  listByState,
  type SourceRow,
  versionsOf,
} from '../../../db/queries/disclosures.ts';
import { listMeasures, type MeasureRow, measuresOf } from '../../../db/queries/measures.ts';
import { type DisclosureState, isAuthor, READING_ROLES, visibleTo } from '../../domain/disclosure.ts';
import { KINDS } from '../../domain/disclosure-kinds.ts';
import { actionsFor } from '../../domain/disclosure-life.ts';
import { type DisclosureAction, disclosureTransition } from '../../domain/disclosure-transitions.ts';
import { PUBLIC_FIELDS } from '../../domain/disclosure-view.ts';
import { DomainError } from '../../domain/errors.ts';
import { hasClass } from '../../domain/publication.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { bodiesOf, requireOfficial, requireRole } from '../officials/authorise.ts';
import { lifeFacts, reachesOf } from './change.ts';
import { FACT_FIELDS } from './facts.ts';
import { type OfficialRequest, requestsForOfficials } from './rights/for-officials.ts';

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
  exemption: ExemptionRow | null;
  /** What was done, oldest first; `reason` where words were kept with it. */
  events: { kind: string; at: Date; reason: string | null }[];
  actions: DisclosureAction[];
  /** The reader wrote it or handed it in: a second person must approve. */
  own: boolean;
  /** Objections and repairs; empty for the body that the record is about. */
  requests: OfficialRequest[];
  rectifications: RectificationRow[];
  sources: SourceRow[];
  /** Measures that the record has, and those of the list that it has not. */
  measures: Awaited<ReturnType<typeof measuresOf>>;
  measureChoices: MeasureRow[];
  /** False for officials of the body concerned or of the one that determined it: they read what everybody reads. */
  whole: boolean;
}

/**
 * A record with its drafts, for officials of the publisher's side; the body that it is about, and the one that determined it,
 * see what is public and do what is theirs. @throws DomainError auth.* | resource.not_found
 */
export async function getForOfficial(ctx: Ctx, id: string): Promise<OfficialRecord> {
  const official = requireOfficial(ctx);
  const reaches = await reachesOf(ctx);
  const record = /^[0-9a-f-]{36}$/.test(id) ? await findDisclosure(ctx.db, id) : null;
  const seen = record ? visibleTo(ctx.actor, record, reaches) : 'none';
  if (!record || (seen !== 'all' && seen !== 'public')) throw new DomainError('resource.not_found');
  const whole = seen === 'all';
  const [versions, correction, exemption, events, steps, rectifications, sources, facts, measures, listed] =
    await Promise.all([
      versionsOf(ctx.db, id),
      findCorrection(ctx.db, id),
      openExemption(ctx.db, id),
      eventsOf(ctx.db, id),
      stepsOf(ctx.db, id),
      rectificationsOf(ctx.db, id),
      fieldSourcesOf(ctx.db, id),
      lifeFacts(ctx, ctx.db, record),
      measuresOf(ctx.db, id),
      listMeasures(ctx.db),
    ]);
  const standing = measures.filter((one) => one.state !== 'lifted').map((one) => one.measureId);
  const open = {
    correction: correction !== null,
    exemption: exemption !== null,
    classed: hasClass(record.kind),
    adverse: KINDS[record.kind].tone === 'adverse',
    measured: standing.length > 0,
  };
  const actions = actionsFor(ctx.actor, record, { ...facts, proposer: correction?.proposedBy ?? null }, reaches).filter(
    (action) => offered(action, open) && (action !== 'exempt' || exemption?.proposedBy !== official.id),
  );
  // A stranger to the record has nothing to do here.
  if (!whole && actions.length === 0) throw new DomainError('resource.not_found');
  const own = (facts.authors ?? []).includes(official.id) || isAuthor(official.id, record);
  const measureChoices = whole ? listed.filter((one) => !standing.includes(one.id)) : [];
  const common = { actions, own, rectifications, measures, measureChoices };
  if (!whole) {
    return {
      ...common,
      record: publicRow(record),
      rectifications: rectifications.map((one) => ({ ...one, ...NOBODY })),
      correction: null,
      exemption: null,
      events: [],
      requests: [],
      sources: [],
      whole,
    };
  }
  const reasons = new Map([
    ...versions.map((v) => [v.version, v.reason] as const),
    ...steps.map((s) => [s.version, s.words] as const),
  ]);
  const trail = events.map(({ kind, at, payload }) => {
    const { version } = JSON.parse(payload) as { version?: number };
    return { kind, at, reason: reasons.get(version ?? 0) || null };
  });
  const requests = await requestsForOfficials(ctx, record);
  return { ...common, record, correction, exemption, events: trail, requests, sources, whole };
}

/** Names of officials are none of another body's business. */
const NOBODY = { orderedBy: '', explainedBy: null, reportedBy: null, verifiedBy: null };

/** What is not there cannot be decided; what has no class is not repaired. The forms of requests stand beside them. */
function offered(
  action: DisclosureAction,
  open: { correction: boolean; exemption: boolean; classed: boolean; adverse: boolean; measured: boolean },
): boolean {
  switch (action) {
    case 'propose_correction':
      return !open.correction;
    case 'approve_correction':
    case 'reject_correction':
      return open.correction;
    case 'propose_exemption':
      return !open.exemption;
    case 'exempt':
    case 'refuse_exemption':
      return open.exemption;
    case 'repair':
    case 'refuse_repair':
    case 'confirm_repair':
      return open.classed;
    case 'impose_measure':
    case 'order_rectification':
      return open.adverse;
    case 'mitigate_measure':
    case 'lift_measure':
      return open.measured;
    default:
      return disclosureTransition(action).by !== 'filer';
  }
}

/** The row with nothing in it but what its kind shows to everybody. */
function publicRow(record: DisclosureRow): DisclosureRow {
  const shown: ReadonlySet<string> = new Set(PUBLIC_FIELDS[record.kind]);
  const hidden = FACT_FIELDS.filter((field) => !shown.has(field) && !['kind', 'title', 'publishUntil'].includes(field));
  const nobody = { createdBy: '', submittedBy: null, approvedBy: null, caseId: null, batchId: null, naturalKey: '' };
  return { ...record, ...Object.fromEntries(hidden.map((field) => [field, null])), ...nobody };
}
