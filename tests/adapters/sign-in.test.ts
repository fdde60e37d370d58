import { randomUUID } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createSignIn } from '../../api/adapters/sign-in.ts';
import type { DomainError } from '../../api/domain/errors.ts';
import { insertGrants, insertOfficial, setDisabled } from '../../db/queries/officials.ts';
import { testDatabase } from '../support/database.ts';

const PASSWORD = 'correct horse battery';
let db: Awaited<ReturnType<typeof testDatabase>>;
let signIn: ReturnType<typeof createSignIn>;
let source = 0;

beforeAll(async () => {
  db = await testDatabase();
  signIn = createSignIn({
    ...db.deps,
    secret: 'a secret of the tests, which is long enough',
    publicUrl: 'https://jiannuo.example',
    issuer: 'Jiannuo',
  });
});
afterAll(() => db.end());
beforeEach(() => {
  source += 1;
});

const visitor = (cookies: string[] = [], from = `source-${source}`) => ({
  source: from,
  cookie: cookies.map((line) => line.split(';', 1)[0]).join('; ') || null,
});
const codeOf = (uri: string, at = Date.now()) =>
  new TOTP({ secret: Secret.fromBase32(new URL(uri).searchParams.get('secret') ?? '') }).generate({ timestamp: at });

async function official(options: { enrolled?: boolean } = {}) {
  const id = randomUUID();
  const email = `${id}@example.org`;
  const factor = await signIn.newSecondFactor(email);
  await insertOfficial(db.db, {
    id,
    name: '测试员',
    email,
    passwordHash: await signIn.hashPassword(PASSWORD),
    secondFactor: options.enrolled === false ? null : factor.sealed,
  });
  return { id, email, ...factor.shown };
}

/** Both steps; the last TOTP step is forgotten afterwards, so that the test may sign in again within 30 seconds. */
async function session(who: { id: string; email: string; otpauthUri: string }) {
  const first = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
  const second = await signIn.signInTotp(visitor(first.cookies), { code: codeOf(who.otpauthUri) });
  await db.sql`update auth_two_factor set last_step = 0 where user_id = ${who.id}`;
  return visitor(second.cookies).cookie;
}

const refusal = async (promise: Promise<unknown>): Promise<DomainError> => {
  try {
    await promise;
  } catch (error) {
    return error as DomainError;
  }
  throw new Error('was not refused');
};

describe('signing in', () => {
  it('needs the password and then the code, and answers with a __Host- cookie that resolves to the official', async () => {
    const who = await official();
    const first = await signIn.signInPassword(visitor(), { email: who.email.toUpperCase(), password: PASSWORD });
    expect(first.next).toBe('code');
    expect(first.cookies).toHaveLength(1);
    expect(await signIn.resolve(visitor(first.cookies).cookie)).toBeNull();
    const { cookies } = await signIn.signInTotp(visitor(first.cookies), { code: codeOf(who.otpauthUri) });
    const line = cookies.find((c) => c.startsWith('__Host-jiannuo.session_token=')) ?? '';
    for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(line).toContain(part);
    expect(line).not.toContain('Domain');
    expect(await signIn.resolve(visitor(cookies).cookie)).toEqual({
      kind: 'official',
      id: who.id,
      name: '测试员',
      grants: [],
      factorAge: 0,
    });
  });

  it('grows old as a proof, and a fresh code makes it young again, each code once and only of this official', async () => {
    const who = await official();
    const cookie = await session(who);
    const open = { source: `source-${source}`, cookie };
    await db.sql`update auth_session set second_factor_at = now() - interval '10 minutes' where user_id = ${who.id}`;
    expect((await signIn.resolve(cookie))?.factorAge).toBeGreaterThanOrEqual(600);
    const code = codeOf(who.otpauthUri);
    expect((await refusal(signIn.stepUp(open, { code: codeOf((await official()).otpauthUri) }))).code).toBe(
      'auth.failed',
    );
    expect((await refusal(signIn.stepUp({ ...open, cookie: null }, { code }))).code).toBe('auth.required');
    const twice = await Promise.allSettled([signIn.stepUp(open, { code }), signIn.stepUp(open, { code })]);
    expect(twice.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await signIn.resolve(cookie))?.factorAge).toBeLessThan(5);
    expect((await refusal(signIn.stepUp(open, { code }))).code).toBe('auth.failed');
    // The end of the session by its absolute age does not move.
    await db.sql`update auth_session set second_factor_at = now() - interval '11 hours' where user_id = ${who.id}`;
    expect(await signIn.resolve(cookie)).toBeNull();
  });

  it('locks guessing at the second code after eight attempts', async () => {
    const who = await official();
    const open = { source: `source-${source}`, cookie: await session(who) };
    for (let i = 0; i < 8; i++) await refusal(signIn.stepUp(open, { code: '000000' }));
    const locked = await refusal(signIn.stepUp(open, { code: codeOf(who.otpauthUri) }));
    expect([locked.code, Number(locked.params.retryAfter) > 0]).toEqual(['auth.locked', true]);
  });

  it('says the same of a wrong password, an unknown account and a disabled one', async () => {
    const who = await official();
    const gone = await official();
    await setDisabled(db.db, gone.id, new Date());
    const codes = [
      await refusal(signIn.signInPassword(visitor(), { email: who.email, password: 'not the right one' })),
      await refusal(signIn.signInPassword(visitor(), { email: 'nobody@example.org', password: PASSWORD })),
      await refusal(signIn.signInPassword(visitor(), { email: gone.email, password: PASSWORD })),
      await refusal(signIn.signInPassword(visitor(), { email: 'no address', password: PASSWORD })),
    ].map((e) => [e.code, e.params]);
    expect(new Set(codes.map((c) => JSON.stringify(c)))).toEqual(new Set(['["auth.failed",{}]']));
  });

  it('spends the same work on an unknown account as on a known one', async () => {
    const who = await official();
    // In turns, and the shortest of each: what else the machine does makes times longer, never shorter.
    const shortest = new Map<string, number>();
    for (let i = 0; i < 12; i++) {
      for (const email of ['unknown@example.org', who.email]) {
        const from = `timing-${email}-${i}`;
        const start = performance.now();
        await refusal(signIn.signInPassword(visitor([], from), { email, password: 'not the right one' }));
        shortest.set(email, Math.min(shortest.get(email) ?? Number.POSITIVE_INFINITY, performance.now() - start));
      }
    }
    const known = shortest.get(who.email) ?? 0;
    const unknown = shortest.get('unknown@example.org') ?? 0;
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it('refuses an over-long password before it is hashed', async () => {
    const who = await official();
    const error = await refusal(
      signIn.signInPassword(visitor(), { email: who.email, password: 'x'.repeat(1_000_000) }),
    );
    expect(error.code).toBe('auth.failed');
    const [row] = await db.sql`select count(*)::int as n from auth_rate_limit where key = ${`source/source-${source}`}`;
    expect(row?.n).toBe(0); // it did not even reach the counters
    await expect(signIn.hashPassword('x'.repeat(129))).rejects.toThrow('auth.failed');
  });

  it('locks the pair of account and source after five failures, keeps the right password out, and says for how long', async () => {
    const who = await official();
    for (let i = 0; i < 5; i++) {
      await refusal(signIn.signInPassword(visitor(), { email: who.email, password: 'not the right one' }));
    }
    const error = await refusal(signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD }));
    expect(error.code).toBe('auth.locked');
    expect(error.params.retryAfter).toBeGreaterThan(800);
    expect(error.params.retryAfter).toBeLessThanOrEqual(900);
    // Its owner, elsewhere, is not kept out by a stranger's failures.
    const elsewhere = await signIn.signInPassword(visitor([], 'office'), { email: who.email, password: PASSWORD });
    expect(elsewhere.next).toBe('code');
    await db.sql`update auth_rate_limit set last_request = last_request - 901000`;
    expect((await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD })).next).toBe('code');
  });

  it('locks an unknown account just the same', async () => {
    for (let i = 0; i < 5; i++) {
      await refusal(signIn.signInPassword(visitor(), { email: 'ghost@example.org', password: PASSWORD }));
    }
    const error = await refusal(signIn.signInPassword(visitor(), { email: 'ghost@example.org', password: PASSWORD }));
    expect(error.code).toBe('auth.locked');
  });

  it('counts parallel failures, each of them', async () => {
    const who = await official();
    const errors = await Promise.all(
      Array.from({ length: 20 }, () =>
        refusal(signIn.signInPassword(visitor(), { email: who.email, password: 'not the right one' })),
      ),
    );
    expect(errors.filter((e) => e.code === 'auth.failed')).toHaveLength(5);
    expect(errors.filter((e) => e.code === 'auth.locked')).toHaveLength(15);
  });

  it('keeps a failure counted when the transaction around it is rolled back', async () => {
    const who = await official();
    await db.db
      .transaction(async () => {
        await signIn.signInPassword(visitor(), { email: who.email, password: 'not the right one' });
      })
      .catch(() => {});
    const [row] = await db.sql`select count from auth_rate_limit where key = ${`source/source-${source}`}`;
    expect(row?.count).toBe(1);
  });
});

describe('the code', () => {
  it('opens one session only: the same code a second time is refused', async () => {
    const who = await official();
    const one = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const two = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const code = codeOf(who.otpauthUri);
    const outcomes = await Promise.allSettled([
      signIn.signInTotp(visitor(one.cookies), { code }),
      signIn.signInTotp(visitor(two.cookies), { code }),
    ]);
    expect(outcomes.map((o) => o.status).sort()).toEqual(['fulfilled', 'rejected']);
    const [row] = await db.sql`select count(*)::int as n from auth_session where user_id = ${who.id}`;
    expect(row?.n).toBe(1);
  });

  it('of an earlier step is refused after a later one', async () => {
    const who = await official();
    const later = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    await signIn.signInTotp(visitor(later.cookies), { code: codeOf(who.otpauthUri) });
    const earlier = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const error = await refusal(
      signIn.signInTotp(visitor(earlier.cookies), { code: codeOf(who.otpauthUri, Date.now() - 30_000) }),
    );
    expect(error.code).toBe('auth.failed');
  });

  it('is forgiven its spaces and full-width digits', async () => {
    const who = await official();
    const { cookies } = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const code = codeOf(who.otpauthUri).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
    const answer = await signIn.signInTotp(visitor(cookies), { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(await signIn.resolve(visitor(answer.cookies).cookie)).not.toBeNull();
  });

  it('locks the second factor of the account after ten failures over several challenges', async () => {
    const who = await official();
    const right = codeOf(who.otpauthUri);
    const wrong = String((Number(right) + 500_000) % 1_000_000).padStart(6, '0');
    for (let i = 0; i < 2; i++) {
      const { cookies } = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
      for (let n = 0; n < 5; n++) await refusal(signIn.signInTotp(visitor(cookies), { code: wrong }));
    }
    const { cookies } = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const error = await refusal(signIn.signInTotp(visitor(cookies), { code: codeOf(who.otpauthUri) }));
    expect(error.code).toBe('auth.locked');
    expect(error.params.retryAfter).toBeGreaterThan(0);
  });

  it('without a challenge, or with a forged one, is refused', async () => {
    const who = await official();
    const code = codeOf(who.otpauthUri);
    expect((await refusal(signIn.signInTotp(visitor(), { code }))).code).toBe('auth.failed');
    const forged = visitor(['__Host-jiannuo.two_factor=2fa-guess.AAAA']);
    expect((await refusal(signIn.signInTotp(forged, { code }))).code).toBe('auth.failed');
  });

  it('may be a recovery code instead, which works once', async () => {
    const who = await official();
    const typed = who.recoveryCodes[0]?.toLowerCase().replace('-', ' ') ?? '';
    const one = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const answer = await signIn.signInRecovery(visitor(one.cookies), { code: typed });
    expect(await signIn.resolve(visitor(answer.cookies).cookie)).not.toBeNull();
    const two = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    expect((await refusal(signIn.signInRecovery(visitor(two.cookies), { code: typed }))).code).toBe('auth.failed');
  });
});

describe('a session', () => {
  it('ends after 30 idle minutes', async () => {
    const who = await official();
    const cookie = await session(who);
    await db.sql`update auth_session set updated_at = now() - interval '29 minutes' where user_id = ${who.id}`;
    expect(await signIn.resolve(cookie)).not.toBeNull(); // and this counts as use
    const [row] =
      await db.sql`select now() - updated_at < interval '1 minute' as used from auth_session where user_id = ${who.id}`;
    expect(row?.used).toBe(true);
    await db.sql`update auth_session set updated_at = now() - interval '31 minutes' where user_id = ${who.id}`;
    expect(await signIn.resolve(cookie)).toBeNull();
  });

  it('ends after ten hours however busy', async () => {
    const who = await official();
    const cookie = await session(who);
    await db.sql`update auth_session set second_factor_at = now() - interval '10 hours 1 second' where user_id = ${who.id}`;
    expect(await signIn.resolve(cookie)).toBeNull();
  });

  it('ends at once when the official is disabled, and does not come back when enabled', async () => {
    const who = await official();
    const cookie = await session(who);
    await setDisabled(db.db, who.id, new Date());
    expect(await signIn.resolve(cookie)).toBeNull();
    await setDisabled(db.db, who.id, null);
    expect(await signIn.resolve(cookie)).toBeNull();
  });

  it('carries the grants as they stand now', async () => {
    const who = await official();
    const cookie = await session(who);
    const [body] = await db.sql`select id from body where division = '9901' order by id limit 1`;
    await insertGrants(db.db, who.id, [{ role: 'handler', bodyId: body?.id }], null);
    expect((await signIn.resolve(cookie))?.grants).toEqual([{ role: 'handler', bodyId: body?.id }]);
    await db.sql`update official_grant set revoked_at = now() where user_id = ${who.id}`;
    expect((await signIn.resolve(cookie))?.grants).toEqual([]);
  });

  it('ends by signing out', async () => {
    const who = await official();
    const cookie = await session(who);
    const { cookies } = await signIn.signOut(cookie);
    expect(cookies.some((c) => c.startsWith('__Host-jiannuo.session_token=;') && c.includes('Max-Age=0'))).toBe(true);
    expect(await signIn.resolve(cookie)).toBeNull();
  });

  it('is not opened by a token without our signature', async () => {
    const who = await official();
    const cookie = (await session(who)) ?? '';
    const signed = decodeURIComponent(cookie.split('session_token=')[1]?.split(';')[0] ?? '');
    const bare = signed.slice(0, signed.lastIndexOf('.'));
    expect(await signIn.resolve(`__Host-jiannuo.session_token=${bare}`)).toBeNull();
    expect(await signIn.resolve(`__Host-jiannuo.session_token=${bare}.${'A'.repeat(43)}%3D`)).toBeNull();
  });
});

describe('an invited official', () => {
  it('may do nothing but enrol, then signs in with the new password and the code', async () => {
    const who = await official({ enrolled: false });
    const first = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    expect(first.next).toBe('enrol');
    const pending = visitor(first.cookies);
    expect(await signIn.resolve(pending.cookie)).toBeNull();
    const shown = await signIn.enrolment(pending.cookie);
    expect(shown?.recoveryCodes).toHaveLength(10);
    const uri = shown?.otpauthUri ?? '';
    expect((await refusal(signIn.enrol(pending, { password: 'short', code: codeOf(uri) }))).fields[0]?.code).toBe(
      'password_short',
    );
    expect((await refusal(signIn.enrol(pending, { password: 'a new long password', code: '000000' }))).code).toBe(
      'auth.failed',
    );
    const { cookies } = await signIn.enrol(pending, { password: 'a new long password', code: codeOf(uri) });
    expect((await signIn.resolve(visitor(cookies).cookie))?.id).toBe(who.id);
    // Neither the pending session nor the first password is worth anything now, and the codes are not shown again.
    expect(await signIn.resolve(pending.cookie)).toBeNull();
    expect(await signIn.enrolment(pending.cookie)).toBeNull();
    expect(await signIn.enrolment(visitor(cookies).cookie)).toBeNull();
    await refusal(signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD }));
    const again = await signIn.signInPassword(visitor(), { email: who.email, password: 'a new long password' });
    expect(again.next).toBe('code');
    const used = await refusal(signIn.signInTotp(visitor(again.cookies), { code: codeOf(uri) }));
    expect(used.code).toBe('auth.failed'); // the code of the enrolment is spent
  });

  it('finds a fresh secret at each sign-in, and a session opened before enrolment stays worthless', async () => {
    const who = await official({ enrolled: false });
    const one = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const seen = await signIn.enrolment(visitor(one.cookies).cookie);
    const two = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    const shown = await signIn.enrolment(visitor(two.cookies).cookie);
    expect(shown?.totpSecret).not.toBe(seen?.totpSecret);
    await signIn.enrol(visitor(two.cookies), {
      password: 'a new long password',
      code: codeOf(shown?.otpauthUri ?? ''),
    });
    expect(await signIn.resolve(visitor(one.cookies).cookie)).toBeNull();
  });

  it('has 15 minutes to enrol', async () => {
    const who = await official({ enrolled: false });
    const { cookies } = await signIn.signInPassword(visitor(), { email: who.email, password: PASSWORD });
    await db.sql`update auth_session set created_at = now() - interval '16 minutes' where user_id = ${who.id}`;
    expect(await signIn.enrolment(visitor(cookies).cookie)).toBeNull();
  });
});
