import { createHash, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';
import { findCheck } from '../../../db/queries/credit-checks.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { CreditCheckVerify } from '../../contracts/credit-check.ts';
import { parse } from '../../contracts/parse.ts';
import { normaliseCheckNumber } from '../../domain/credit-check.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';

const WINDOW = 3600; // seconds

/** What whoever holds an answer learns: that it was given, when, and how many bodies it is about. Never which. */
export type Verified =
  | { genuine: true; number: string; askedAt: string; subjects: number; withRecords: number; whole: boolean }
  | { genuine: false };

/**
 * Whether an answer is genuine: by its number with its signature or digest, or by the whole file, of which every character
 * counts (`whole`). An unknown number and a wrong proof are told alike. @throws DomainError request.invalid | request.rate_limited
 */
export async function verifyCreditCheck(ctx: Ctx, input: unknown): Promise<Verified> {
  const { number, proof, file } = parse(CreditCheckVerify, input);
  await takeLimit(ctx.sql, `credit-check/${ctx.source}`, ctx.limits.lookups, WINDOW);
  if (file?.trim()) return byFile(ctx, file);
  const missing = [...(number?.trim() ? [] : ['number']), ...(proof?.trim() ? [] : ['proof'])];
  if (missing.length > 0)
    throw new DomainError('request.invalid', { fields: missing.map((path) => ({ path, code: 'required' })) });
  const known = normaliseCheckNumber(number ?? '');
  const check = known ? await findCheck(ctx.sql, { number: known }) : null;
  const typed = (proof ?? '').replace(/\s/g, '');
  const given = /^[0-9a-f]{64}$/i.test(typed) ? Buffer.from(typed, 'hex') : Buffer.from(typed, 'base64url');
  if (!check || !(same(given, check.sha256) || same(given, check.signature))) return { genuine: false };
  return told(check, false);
}

async function byFile(ctx: Ctx, file: string): Promise<Verified> {
  let read: { document?: { number?: unknown } };
  try {
    read = JSON.parse(file);
  } catch {
    throw new DomainError('request.invalid', { fields: [{ path: 'file', code: 'not_json' }] });
  }
  const document = read?.document ?? read;
  const known = normaliseCheckNumber(String((document as { number?: unknown })?.number ?? ''));
  const check = known ? await findCheck(ctx.sql, { number: known }) : null;
  const digest = createHash('sha256')
    .update(canonicalize(document) ?? '')
    .digest();
  return check && same(digest, check.sha256) ? told(check, true) : { genuine: false };
}

const same = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
const told = (
  {
    number,
    askedAt,
    subjects,
    withRecords,
  }: { number: string; askedAt: string; subjects: number; withRecords: number },
  whole: boolean,
): Verified => ({ genuine: true, number, askedAt, subjects, withRecords, whole });
