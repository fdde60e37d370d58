import type { Keyring } from '../../adapters/ports.ts';

/**
 * What the confirmation page needs to survive the redirect, for half an hour: number and code (case-session.ts opens the case
 * for tracking). Sealed by a server key; as a cookie it is HttpOnly, SameSite=Lax, path "/".
 */
export const PASS_COOKIE = 'jn-receipt';
export const PASS_SECONDS = 30 * 60;
const CONTEXT = 'case-pass/1';

export interface CasePass {
  caseId: string;
  number: string;
  /** 24 characters, ungrouped. */
  code: string;
}

const passKey = (keys: Keyring, version: number): Buffer => keys.mac('case-pass', 'key', version);

export function issuePass(ctx: { keys: Keyring }, pass: CasePass, now = Date.now()): string {
  const { caseId, number, code } = pass;
  const plain = JSON.stringify({ caseId, number, code, until: now + PASS_SECONDS * 1000 });
  const { version } = ctx.keys;
  return `${version}.${ctx.keys.seal(passKey(ctx.keys, version), plain, CONTEXT).toString('base64url')}`;
}

/** The case that a cookie opens, or null where it is none, forged or over. */
export function readPass(ctx: { keys: Keyring }, token: string | undefined, now = Date.now()): CasePass | null {
  const parts = /^(\d{1,6})\.([\w-]{40,1000})$/.exec(token ?? '');
  if (!parts) return null;
  try {
    const key = passKey(ctx.keys, Number(parts[1]));
    const opened = ctx.keys.open(key, Buffer.from(parts[2] as string, 'base64url'), CONTEXT);
    const pass = JSON.parse(opened.toString('utf8')) as CasePass & { until: number };
    return pass.until > now ? { caseId: pass.caseId, number: pass.number, code: pass.code } : null;
  } catch {
    return null;
  }
}
