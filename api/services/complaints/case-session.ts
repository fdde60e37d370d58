import { timingSafeEqual } from 'node:crypto';
import type { Ctx } from '../context.ts';

/** How long a confirmation or an opened case stays open on the device without the code: 30 minutes. */
const SECONDS = 30 * 60;
const TOKEN = /^(\d+)\.([0-9a-f-]{36})\.(\d{10})\.([\w-]{43})$/;

type Needs = Pick<Ctx, 'keys' | 'publicUrl'>;
const secure = (ctx: Needs): boolean => ctx.publicUrl.startsWith('https:');
const cookieName = (ctx: Needs): string => (secure(ctx) ? '__Host-jiannuo-case' : 'jiannuo-case');
const seconds = (): number => Math.floor(Date.now() / 1000);

/** A Set-Cookie line that opens this one case for 30 minutes, after filing or after the right code. */
export function makeCaseSession(ctx: Needs, caseId: string): string {
  const { version } = ctx.keys;
  const head = `${version}.${caseId}.${seconds() + SECONDS}`;
  const token = `${head}.${ctx.keys.mac('case-session', head, version).toString('base64url')}`;
  return cookie(ctx, token, SECONDS);
}

/** A Set-Cookie line that closes the case on this device. */
export const endCaseSession = (ctx: Needs): string => cookie(ctx, '', 0);

/** The case that the Cookie header opens; null where there is none, or it is too old or not ours. */
export function readCaseSession(ctx: Needs, cookieHeader: string | null): string | null {
  const name = cookieName(ctx);
  for (const part of cookieHeader?.split(';') ?? []) {
    const [key, value = ''] = part.trim().split('=', 2);
    if (key !== name) continue;
    const [, version = '', caseId = '', until = '', mac = ''] = TOKEN.exec(value) ?? [];
    if (!caseId || Number(until) < seconds()) return null;
    let expected: Buffer;
    try {
      expected = ctx.keys.mac('case-session', `${version}.${caseId}.${until}`, Number(version));
    } catch {
      return null; // a key that this deployment no longer has
    }
    const given = Buffer.from(mac, 'base64url');
    return given.length === expected.length && timingSafeEqual(given, expected) ? caseId : null;
  }
  return null;
}

function cookie(ctx: Needs, value: string, maxAge: number): string {
  return `${cookieName(ctx)}=${value}; Path=/; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure(ctx) ? '; Secure' : ''}`;
}
