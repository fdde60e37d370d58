import { randomBytes, timingSafeEqual } from 'node:crypto';
import { decodeCrockford, encodeCrockford } from '../../domain/crockford.ts';
import { EXAMPLE_POINT_CODE, normalisePointCode, POINT_CODE_MAC, POINT_CODE_RANDOM } from '../../domain/point-code.ts';
import type { Ctx } from '../context.ts';

const sign = (ctx: Pick<Ctx, 'keys'>, random: Buffer, version: number): Buffer =>
  ctx.keys.mac('service-point', random, version).subarray(0, POINT_CODE_MAC);

export function newPointCode(ctx: Pick<Ctx, 'keys'>): { code: string; keyVersion: number } {
  const random = randomBytes(POINT_CODE_RANDOM);
  const keyVersion = ctx.keys.version;
  return { code: encodeCrockford(Buffer.concat([random, sign(ctx, random, keyVersion)])), keyVersion };
}

/** Codes whose signature was found to be ours, by keyring: one counter's code comes a hundred times a day. */
const found = new WeakMap<Ctx['keys'], Set<string>>();
const MOST_FOUND = 20_000;

function remember(keys: Ctx['keys'], code: string): void {
  const known = found.get(keys) ?? new Set();
  if (known.size >= MOST_FOUND) known.clear();
  found.set(keys, known.add(code));
}

/** The code as stored where its signature is ours, else null: a guessed or mistyped code costs no query. */
export function readPointCode(ctx: Pick<Ctx, 'keys' | 'place'>, typed: string): string | null {
  const code = normalisePointCode(typed);
  if (!code) return null;
  if (code === EXAMPLE_POINT_CODE) return ctx.place.demonstration ? code : null;
  if (found.get(ctx.keys)?.has(code)) return code;
  const bytes = Buffer.from(decodeCrockford(code));
  const random = bytes.subarray(0, POINT_CODE_RANDOM);
  for (let version = ctx.keys.version; version >= 1; version--) {
    let expected: Buffer;
    try {
      expected = sign(ctx, random, version);
    } catch {
      continue; // a master key that is no longer configured
    }
    if (timingSafeEqual(expected, bytes.subarray(POINT_CODE_RANDOM))) {
      remember(ctx.keys, code);
      return code;
    }
  }
  return null;
}
