import { createHash } from 'node:crypto';
import { requestByCode } from '../../../../db/queries/disclosure-rights.ts';
import { findDisclosure } from '../../../../db/queries/disclosures.ts';
import { takeLimit } from '../../../../db/queries/limits.ts';
import { RequestCode } from '../../../contracts/disclosure-rights.ts';
import { parse } from '../../../contracts/parse.ts';
import type { DisclosureKind } from '../../../domain/disclosure.ts';
import {
  type RequestKind,
  type RequestOutcome,
  type RequestStanding,
  standingOf,
} from '../../../domain/disclosure-request.ts';
import { DomainError } from '../../../domain/errors.ts';
import { normaliseCode } from '../../../domain/query-code.ts';
import type { Ctx } from '../../context.ts';
import { decidedBy } from './file.ts';

const WINDOW = 3600; // seconds

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
}

const LEGAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/**
 * Where an objection or a repair stands, by the code that its filer was given. Says nothing of the record but its kind: it may
 * be gone. @throws DomainError case.code_refused | request.rate_limited
 */
export async function trackRequest(ctx: Ctx, raw: unknown): Promise<TrackedRequest> {
  const code = normaliseCode(parse(RequestCode, raw).queryCode);
  await takeLimit(ctx.sql, `lookup/${ctx.source}`, ctx.limits.lookups, WINDOW);
  const row = code ? await requestByCode(ctx.db, createHash('sha256').update(code).digest()) : null;
  const record = row && (await findDisclosure(ctx.db, row.disclosureId));
  if (!row || !record) throw new DomainError('case.code_refused');
  const clock = await decidedBy(ctx, row);
  return {
    record: record.id,
    recordKind: record.kind,
    kind: row.kind,
    standing: standingOf(row),
    outcome: row.outcome,
    ...clock,
    decidedOn: row.decidedAt && LEGAL_DATE.format(row.decidedAt),
    words: row.publicWords,
  };
}
