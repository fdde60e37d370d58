import {
  findKey,
  findRequest,
  openRequests,
  type RequestRow,
  rectifyingOf,
  requestsOf,
} from '../../../../db/queries/disclosure-rights.ts';
import { databaseTime, findDisclosure } from '../../../../db/queries/disclosures.ts';
import { logAccess } from '../../../../db/queries/officials.ts';
import { type RectificationState, visibleTo } from '../../../domain/disclosure.ts';
import {
  MARK_STEP,
  type RequestKind,
  type RequestParty,
  type RequestStanding,
  standingOf,
} from '../../../domain/disclosure-request.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { bodiesOf, requireOfficial, requireRole } from '../../officials/authorise.ts';
import { reachesOf } from '../change.ts';
import { withPredecessors } from '../lineage.ts';
import { decidedBy } from './file.ts';
import { requestFilesForOfficials } from './files.ts';
import { requestContext } from './sealed-for.ts';

/** Roles that decide about objections and repairs. */
const DECIDERS = ['publisher', 'approver'] as const;
const MOST = 200;

export interface OfficialRequest {
  id: string;
  kind: RequestKind;
  party: RequestParty;
  /** The body proved by the session of its official; else only said. */
  proved: boolean;
  standing: RequestStanding;
  outcome: RequestRow['outcome'];
  filedOn: string;
  due: string | null;
  basis: string | null;
  overdue: boolean;
  reasons: string | null;
  evidence: string | null;
  performedOn: string | null;
  /** What the determining body confirmed. */
  performed: string | null;
  publicWords: string | null;
  /** What the filer added; without names for those who do not decide. */
  files: Awaited<ReturnType<typeof requestFilesForOfficials>>;
}

/** Opens what is sealed; null where the key was erased. */
export async function openRequest(
  ctx: Ctx,
  row: RequestRow,
  part: 'words' | 'contact',
): Promise<Record<string, string> | null> {
  const key = await findKey(ctx.db, row.keyId);
  if (!key?.wrapped) return null;
  const sealed = part === 'words' ? row.sealedWords : row.sealedContact;
  const plain = ctx.keys.open(
    ctx.keys.unwrap(row.keyId, key.wrapped, key.version),
    sealed,
    requestContext(row.id, part),
  );
  return JSON.parse(plain.toString('utf8'));
}

/** Requests about one record with their words; contact stays sealed until somebody asks for it with a reason. */
export async function requestsForOfficials(
  ctx: Ctx,
  { id, publisherId }: { id: string; publisherId: string | null },
): Promise<OfficialRequest[]> {
  const [rows, { today }] = await Promise.all([requestsOf(ctx.db, id), databaseTime(ctx.db)]);
  return Promise.all(
    rows.map(async (row) => {
      const standing = standingOf(row);
      const [words, files, clock] = await Promise.all([
        openRequest(ctx, row, 'words'),
        requestFilesForOfficials(ctx, row, publisherId),
        decidedBy(ctx, row, standing === 'held' && row.kind === 'objection' ? MARK_STEP : undefined),
      ]);
      return {
        id: row.id,
        kind: row.kind,
        party: row.party,
        proved: row.bodyId !== null,
        standing,
        outcome: row.outcome,
        ...clock,
        overdue: row.outcome === null && clock.due !== null && clock.due < today,
        reasons: words?.reasons ?? null,
        evidence: words?.evidence ?? null,
        performedOn: row.performedOn ?? words?.performedOn ?? null,
        performed: row.performed,
        publicWords: row.publicWords,
        files,
      };
    }),
  );
}

export interface WaitingRequest {
  id: string;
  title: string;
  kind: RequestKind;
  standing: RequestStanding;
  filedOn: string;
  due: string | null;
  overdue: boolean;
}

/** What waits to be decided at the bodies that the official's grants reach, oldest first. */
export async function waitingRequests(ctx: Ctx): Promise<WaitingRequest[]> {
  await requireRole(ctx, DECIDERS, null);
  const reachable = [...(await bodiesOf(ctx, DECIDERS))];
  const [rows, { today }] = await Promise.all([openRequests(ctx.db, null, reachable, MOST), databaseTime(ctx.db)]);
  return Promise.all(
    rows.map(async ({ request, id, title }) => {
      const standing = standingOf(request);
      const held = standing === 'held' && request.kind === 'objection';
      const { filedOn, due } = await decidedBy(ctx, request, held ? MARK_STEP : undefined);
      return { id, title, kind: request.kind, standing, filedOn, due, overdue: due !== null && due < today };
    }),
  );
}

export interface RequestContact {
  name: string;
  phone: string | null;
  email: string | null;
}

/** Who filed it and how to reach them: read by deciders only, with a reason that is written down. */
export async function readRequestContact(
  ctx: Ctx,
  disclosureId: string,
  requestId: string,
  reason: string,
): Promise<RequestContact> {
  const official = await requireRole(ctx, DECIDERS, null);
  const [record, request] = await Promise.all([findDisclosure(ctx.db, disclosureId), findRequest(ctx.db, requestId)]);
  if (!record || visibleTo(ctx.actor, record, await reachesOf(ctx)) !== 'all')
    throw new DomainError('resource.not_found');
  if (!request || request.disclosureId !== disclosureId) throw new DomainError('resource.not_found');
  if (reason.trim().length < 2) {
    throw new DomainError('request.invalid', { fields: [{ path: 'why', code: 'required' }] });
  }
  const contact = await openRequest(ctx, request, 'contact');
  if (!contact) throw new DomainError('resource.gone');
  await logAccess(ctx.db, {
    userId: official.id,
    subjectKind: 'disclosure_request',
    subjectId: requestId,
    field: 'contact',
    reason: reason.trim().slice(0, 500),
  });
  return { name: contact.name ?? '', phone: contact.phone ?? null, email: contact.email ?? null };
}

export interface Duty {
  id: string;
  title: string;
  rectification: RectificationState;
  dueOn: string | null;
  overdue: boolean;
}
/** Who speaks for the body that a record is about. */
const DESK: readonly string[] = ['intake', 'handler', 'publisher', 'approver'];

/** What the official's own bodies have to put right: also what was ordered to those that they took over from. */
export async function ownRectifications(ctx: Ctx): Promise<Duty[]> {
  const official = requireOfficial(ctx);
  const own = official.grants.filter((grant) => DESK.includes(grant.role)).map((grant) => grant.bodyId);
  const directory = await ctx.directory();
  const bodies = [...new Set(own.flatMap((id) => withPredecessors(directory, id)))];
  if (bodies.length === 0) return [];
  const [rows, { today }] = await Promise.all([rectifyingOf(ctx.db, bodies, MOST), databaseTime(ctx.db)]);
  return rows.map((row) => ({ ...row, overdue: row.dueOn !== null && row.dueOn < today }));
}
