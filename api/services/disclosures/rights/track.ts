import { findKey } from '../../../../db/queries/disclosure-rights.ts';
import { findDisclosure } from '../../../../db/queries/disclosures.ts';
import { RequestCode } from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import { legalDate } from '../../../domain/calendar.ts';
import type { DisclosureKind } from '../../../domain/disclosure.ts';
import {
  type RequestKind,
  type RequestOutcome,
  type RequestStanding,
  standingOf,
} from '../../../domain/disclosure-request.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { decidedBy } from './file.ts';
import { ownRequestFiles, type RequestFile, requestOfCode } from './files.ts';

export interface TrackedRequest {
  record: string;
  recordKind: DisclosureKind;
  kind: RequestKind;
  standing: RequestStanding;
  outcome: RequestOutcome | null;
  filedOn: string;
  due: string | null;
  basis: string | null;
  decidedOn: string | null;
  words: string | null; // why it was decided so
  /** What the filer added. */
  files: RequestFile[];
  /** Words, contact and files were erased at the end of their time. */
  erased: boolean;
}

/**
 * Where an objection or a repair stands, by the code that its filer was given. Says nothing of the record but its kind: it may
 * be gone. @throws DomainError case.code_refused | request.rate_limited
 */
export async function trackRequest(ctx: Ctx, raw: unknown): Promise<TrackedRequest> {
  const row = await requestOfCode(ctx, parse(RequestCode, raw).queryCode);
  const [record, key] = await Promise.all([findDisclosure(ctx.db, row.disclosureId), findKey(ctx.db, row.keyId)]);
  if (!record) throw new DomainError('case.code_refused');
  const erased = !key?.wrapped;
  const clock = await decidedBy(ctx, row);
  return {
    record: record.id,
    recordKind: record.kind,
    kind: row.kind,
    standing: standingOf(row),
    outcome: row.outcome,
    ...clock,
    decidedOn: row.decidedAt && legalDate(row.decidedAt),
    words: row.publicWords,
    files: erased ? [] : await ownRequestFiles(ctx, row),
    erased,
  };
}
