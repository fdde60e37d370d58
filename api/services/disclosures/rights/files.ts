import type { Readable } from 'node:stream';
import { findKey, findRequest, type RequestRow, requestByCode } from '../../../../db/queries/disclosure-rights.ts';
import { databaseTime, findDisclosure, lockDisclosure } from '../../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../../db/queries/events.ts';
import { takeLimit } from '../../../../db/queries/limits.ts';
import { logAccess } from '../../../../db/queries/officials.ts';
import { insertRequestFile, type RequestFileRow, requestFiles } from '../../../../db/queries/request-files.ts';
import { MAX_FILES, type UploadAnswer } from '../../../contracts/complaint.ts';
import { parse } from '../../../contracts/parse.ts';
import { ReadOriginal } from '../../../contracts/privacy.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { ScanState } from '../../../domain/evidence-scan.ts';
import { normaliseCode } from '../../../domain/query-code.ts';
import { requestSight } from '../../../domain/sight.ts';
import type { Ctx } from '../../context.ts';
import { sha256 } from '../../digest.ts';
import { keepFile } from '../../evidence/keep-file.ts';
import { copyOf, type OpenedFile } from '../../evidence/open-copy.ts';
import { requireOfficial } from '../../officials/authorise.ts';
import { UUID } from '../../uuid.ts';
import { reachesOf } from '../change.ts';

const WINDOW = 3600; // seconds
const nameContext = (id: string): string => `disclosure-request-file/${id}/name`;

/** The request that a code opens. @throws DomainError case.code_refused | request.rate_limited */
export async function requestOfCode(ctx: Ctx, queryCode: unknown): Promise<RequestRow> {
  const code = typeof queryCode === 'string' ? normaliseCode(queryCode) : null;
  await takeLimit(ctx.sql, `lookup/${ctx.source}`, ctx.limits.lookups, WINDOW);
  const row = code ? await requestByCode(ctx.db, sha256(code)) : null;
  if (!row) throw new DomainError('case.code_refused');
  return row;
}

/** The key of a request; its files have it too. @throws DomainError resource.gone where it was erased */
async function keyOf(ctx: Ctx, row: Pick<RequestRow, 'keyId'>): Promise<Buffer> {
  const key = await findKey(ctx.db, row.keyId);
  if (!key?.wrapped) throw new DomainError('resource.gone');
  return ctx.keys.unwrap(row.keyId, key.wrapped, key.version);
}

const nameOf = (ctx: Ctx, key: Buffer, row: RequestFileRow): string =>
  (JSON.parse(ctx.keys.open(key, row.sealedName, nameContext(row.id)).toString('utf8')) as { name: string }).name;

export interface RequestFile extends UploadAnswer {
  scan: ScanState;
}

/**
 * One more file of whoever holds the code, while nobody has decided: judged by its content, sealed under the key of the
 * request, held until the scanner has looked. The event of the record says that there is a file, and nothing of it.
 * @throws DomainError case.code_refused | resource.gone | request.rate_limited | those of keepFile
 */
export async function addRequestFile(
  ctx: Ctx,
  queryCode: unknown,
  file: { name: string; source: Readable },
): Promise<UploadAnswer> {
  try {
    const request = await requestOfCode(ctx, queryCode);
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, WINDOW);
    if (request.outcome) throw closed();
    const key = await keyOf(ctx, request);
    return await keepFile(ctx, key, file, nameContext, (stored) =>
      ctx.db.transaction(async (tx) => {
        const record = await lockDisclosure(tx, request.disclosureId);
        const { now } = await databaseTime(tx);
        const row = { ...stored, requestId: request.id, addedAt: now };
        const outcome = record ? await insertRequestFile(tx, row, MAX_FILES) : 'gone';
        if (outcome !== 'added') return outcome;
        await appendEvent(tx, {
          subjectKind: 'disclosure',
          subjectId: request.disclosureId,
          kind: 'request_file_added',
          actor: ctx.actor,
          bodyId: record?.publisherId ?? null,
          at: now,
          payload: { request: request.id, file: stored.id },
        });
        return outcome;
      }),
    );
  } catch (error) {
    file.source.resume();
    throw error;
  }
}
const closed = () => new DomainError('case.transition_refused', { params: { action: 'upload', state: 'decided' } });

/** What the filer has added; nothing once the request was erased. */
export async function ownRequestFiles(ctx: Ctx, request: RequestRow): Promise<RequestFile[]> {
  const rows = await requestFiles(ctx.db, request.id);
  if (rows.length === 0) return [];
  const key = await keyOf(ctx, request);
  return rows.map((row) => shown(ctx, key, row));
}
const shown = (ctx: Ctx, key: Buffer, row: RequestFileRow): RequestFile => {
  const { id, bytes, mediaType, scan } = row;
  return { id, name: nameOf(ctx, key, row), bytes, mediaType, scan };
};

/** A file of the filer's own, as it was sent. @throws DomainError resource.not_found | resource.gone | evidence.infected */
export async function openOwnRequestFile(ctx: Ctx, queryCode: unknown, fileId: string): Promise<OpenedFile> {
  const request = await requestOfCode(ctx, queryCode);
  const row = (await requestFiles(ctx.db, request.id)).find(({ id }) => id === fileId);
  if (!row) throw new DomainError('resource.not_found');
  if (row.scan === 'infected') throw new DomainError('evidence.infected');
  const key = await keyOf(ctx, request);
  const { mediaType, bytes } = row;
  return { name: nameOf(ctx, key, row), mediaType, bytes, stream: await ctx.evidence.get(row.storageName, key) };
}

/** Files as officials see them: with names for those who decide, as a number for those who only read the record. */
export async function requestFilesForOfficials(
  ctx: Ctx,
  request: RequestRow,
  publisherId: string | null,
): Promise<(Omit<RequestFile, 'name'> & { name: string | null })[]> {
  const sight = requestSight(ctx.actor, publisherId, await reachesOf(ctx));
  const rows = sight === 'none' ? [] : await requestFiles(ctx.db, request.id);
  if (rows.length === 0) return [];
  if (sight === 'opens') {
    const key = await keyOf(ctx, request).catch(() => null);
    return key ? rows.map((row) => shown(ctx, key, row)) : [];
  }
  return rows.map(({ id, bytes, mediaType, scan }) => ({ id, bytes, mediaType, scan, name: null }));
}

/** A file of a request that the official may open. @throws DomainError auth.* | resource.not_found | resource.gone */
export async function findRequestFile(ctx: Ctx, disclosureId: string, requestId: string, fileId: string) {
  const official = requireOfficial(ctx);
  const known = [disclosureId, requestId, fileId].every((id) => UUID.test(id));
  const [record, request] = known
    ? await Promise.all([findDisclosure(ctx.db, disclosureId), findRequest(ctx.db, requestId)])
    : [null, null];
  const sight = record ? requestSight(ctx.actor, record.publisherId, await reachesOf(ctx)) : 'none';
  if (!record || sight === 'none' || request?.disclosureId !== disclosureId) {
    throw new DomainError('resource.not_found');
  }
  const file = (await requestFiles(ctx.db, requestId)).find(({ id }) => id === fileId);
  if (!file) throw new DomainError('resource.not_found');
  if (sight !== 'opens') throw new DomainError('auth.forbidden');
  const key = await keyOf(ctx, request);
  return { official, record, file, key, name: nameOf(ctx, key, file) };
}

/**
 * One file for whoever decides: pictures as a copy without metadata, nothing with a virus, nothing unscanned but by a word.
 * Who opened it is logged with the reason. @throws DomainError those of findRequestFile | evidence.* | request.invalid
 */
export async function openRequestFile(
  ctx: Ctx,
  disclosureId: string,
  requestId: string,
  fileId: string,
  asked: { confirmed?: boolean; original?: unknown } = {},
): Promise<OpenedFile> {
  const { official, record, file, key, name } = await findRequestFile(ctx, disclosureId, requestId, fileId);
  const original = asked.original === undefined ? null : parse(ReadOriginal, asked.original);
  const opened = await copyOf(ctx, { ...file, name }, key, { confirmed: asked.confirmed === true, asItIs: !!original });
  await logAccess(ctx.db, {
    userId: official.id,
    subjectKind: 'disclosure_request',
    subjectId: requestId,
    field: 'evidence',
    reason: original?.reason ?? 'decide',
    category: original?.category ?? 'handle',
    ...(record.publisherId && { bodyId: record.publisherId }),
  });
  return opened;
}
