import { createHash, timingSafeEqual } from 'node:crypto';
import { type CodeRow, codeOf, keyOf } from '../../../db/queries/cases.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { normaliseNumber } from '../../domain/case-number.ts';
import { DomainError } from '../../domain/errors.ts';
import { normaliseCode } from '../../domain/query-code.ts';
import type { Ctx } from '../context.ts';
import { onConnection } from './unavailable.ts';

/** A case that its complainant opened: by number and code, or by the cookie that the code has set. */
export interface OwnCase {
  caseId: string;
  number: string;
  keyId: string;
  key: Buffer;
}

const HOUR = 3600;
/** Wrong codes per case and hour. The right code still opens: nobody can lock a complainant out by guessing. */
const WRONG_CODES = 20;
const NOTHING = Buffer.alloc(32);

/**
 * Opens a case by its number (or an alias of it) and query code, forgiving how they are typed. An unknown number and a
 * wrong code run the same statements and the same comparison, and get the same answer.
 * @throws DomainError case.code_refused | request.rate_limited | case.erased | service.unavailable
 */
export async function openCase(ctx: Ctx, number: unknown, code: unknown): Promise<OwnCase> {
  const asked = typeof number === 'string' ? number.slice(0, 100) : '';
  const typed = typeof code === 'string' ? code.slice(0, 200) : '';
  // Numbers of hotlines and petitions are aliases of another shape: they are taken as typed.
  const known = normaliseNumber(asked) ?? asked.normalize('NFKC').trim().toUpperCase();
  const given = createHash('sha256')
    .update(normaliseCode(typed) ?? typed)
    .digest();
  return onConnection(async () => {
    await takeLimit(ctx.sql, `lookup/${ctx.source}`, ctx.limits.lookups, HOUR);
    const row = await codeOf(ctx.sql, known);
    const right = timingSafeEqual(given, row?.codeHash ?? NOTHING) && row !== null;
    if (!right) {
      await takeLimit(ctx.sql, `wrong-code/${known}`, WRONG_CODES, HOUR);
      throw new DomainError('case.code_refused');
    }
    return unlocked(ctx, row);
  });
}

/** The case that the cookie opens (services/complaints/case-session.ts), where the page asks for that very number. */
export async function openSession(ctx: Ctx, caseId: string | null, number?: string): Promise<OwnCase | null> {
  if (caseId === null) return null;
  const row = await onConnection(() => keyOf(ctx.sql, caseId));
  if (!row || (number !== undefined && normaliseNumber(number) !== row.number)) return null;
  return unlocked(ctx, row);
}

function unlocked(ctx: Ctx, row: Omit<CodeRow, 'codeHash'>): OwnCase {
  // Erased on request or at the end of retention: the record remains, the words are gone for everybody.
  if (!row.wrapped) {
    const { erasedOn, erasedWhy } = row;
    const params = { ...(erasedOn && { on: erasedOn }), ...(erasedWhy && { why: erasedWhy }) };
    throw new DomainError('case.erased', { params });
  }
  const key = ctx.keys.unwrap(row.keyId, row.wrapped, row.keyVersion);
  return { caseId: row.caseId, number: row.number, keyId: row.keyId, key };
}
