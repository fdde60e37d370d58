import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { commitmentFiles, insertCommitmentFile } from '../../../db/queries/commitment-files.ts';
import { type RegistrationRow, registrationByCode } from '../../../db/queries/commitment-registrations.ts';
import { findCommitment } from '../../../db/queries/commitments.ts';
import { findKey } from '../../../db/queries/disclosure-rights.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { RegistrationCode } from '../../contracts/commitment.ts';
import { MAX_FILE_BYTES, MAX_FILES } from '../../contracts/complaint.ts';
import { parse } from '../../contracts/parse.ts';
import { type CommitmentState, commitmentVisibleTo } from '../../domain/commitment.ts';
import { DomainError } from '../../domain/errors.ts';
import { harmlessName } from '../../domain/file-name.ts';
import { normaliseCode } from '../../domain/query-code.ts';

import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';
import { RUNNABLE } from '../evidence/keep-file.ts';
import { ENTERPRISE, fileNameContext } from './files.ts';

export interface TrackedRegistration {
  id: string;
  number: string;
  title: string;
  state: CommitmentState;
  dueOn: string;
  basis: string;
  overdue: boolean;
  answeredOn: string | null;
  /** Why the body disputes it. */
  answer: string | null;
  /** It has a public page. */
  published: boolean;
  files: number;
}

/** @throws DomainError case.code_refused | request.rate_limited */
async function rowOfCode(ctx: Ctx, typed: unknown): Promise<RegistrationRow> {
  const { queryCode } = parse(RegistrationCode, { queryCode: typed });
  await takeLimit(ctx.sql, `lookup/${ctx.source}`, ctx.limits.lookups, 3600);
  const code = normaliseCode(queryCode);
  const row = code ? await registrationByCode(ctx.db, sha256(code)) : null;
  if (!row) throw new DomainError('case.code_refused');
  return row;
}

/** Where a registered promise stands, for whoever holds its code. @throws DomainError case.code_refused | request.rate_limited */
export async function trackRegistration(ctx: Ctx, code: unknown): Promise<TrackedRegistration> {
  const row = await rowOfCode(ctx, code);
  const [commitment, files, { today }] = await Promise.all([
    findCommitment(ctx.db, row.commitmentId),
    commitmentFiles(ctx.db, row.commitmentId),
    databaseTime(ctx.db),
  ]);
  if (!commitment) throw new DomainError('case.code_refused');
  const { number, dueOn, dueBasis: basis, answeredOn, answer } = row;
  return {
    id: commitment.id,
    number,
    title: commitment.title,
    state: commitment.state,
    dueOn,
    basis,
    overdue: answeredOn === null && today > dueOn,
    answeredOn,
    answer,
    published: commitmentVisibleTo({ kind: 'public' }, commitment) === 'public',
    files: files.filter((file) => !file.noteId && !file.decisionId && !file.removedAt).length,
  };
}

/** The document that shows the promise, of whoever holds the code, until the body has answered. */
export async function addRegistrationFile(
  ctx: Ctx,
  code: unknown,
  file: { name: string; source: Readable },
): Promise<void> {
  let stored: Awaited<ReturnType<Ctx['evidence']['put']>> | null = null;
  try {
    const row = await rowOfCode(ctx, code);
    if (row.answeredOn) {
      throw new DomainError('commitment.transition_refused', { params: { action: 'upload', state: 'answered' } });
    }
    if (RUNNABLE.test(file.name.trim())) throw new DomainError('upload.type_refused');
    await takeLimit(ctx.sql, `upload/${ctx.source}`, ctx.limits.uploads, 3600);
    const key = await findKey(ctx.db, row.keyId);
    if (!key?.wrapped) throw new DomainError('resource.gone');
    const opened = ctx.keys.unwrap(row.keyId, key.wrapped, key.version);
    const put = await ctx.evidence.put(file.source, opened, MAX_FILE_BYTES);
    stored = put;
    const seen = await ctx.scanner?.scan(await ctx.evidence.get(put.storageName, opened));
    if (seen?.state === 'infected') throw new DomainError('evidence.infected');
    const id = randomUUID();
    await ctx.db.transaction(async (tx) => {
      const commitment = await findCommitment(tx, row.commitmentId, { lock: true });
      if (!commitment) throw new DomainError('resource.not_found');
      if ((await commitmentFiles(tx, commitment.id)).length >= MAX_FILES) throw new DomainError('upload.too_many');
      const { now } = await databaseTime(tx);
      const sealedName = ctx.keys.seal(opened, harmlessName(file.name, put.mediaType), fileNameContext(id));
      const of = { commitmentId: commitment.id, keyId: row.keyId, addedBy: ENTERPRISE, addedAt: now };
      await insertCommitmentFile(tx, { id, sealedName, ...of, ...put, scan: seen?.state ?? 'unscanned' });
      await appendEvent(tx, {
        subjectKind: 'commitment',
        subjectId: commitment.id,
        kind: 'evidence_added',
        actor: ctx.actor,
        bodyId: commitment.owedById,
        at: now,
        payload: { file: id, sha256: put.sha256.toString('hex') },
      });
    });
  } catch (error) {
    file.source.resume();
    if (stored) await ctx.evidence.remove(stored.storageName);
    throw error;
  }
}
