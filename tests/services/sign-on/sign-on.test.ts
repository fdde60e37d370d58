import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSingleSignOn } from '../../../api/adapters/single-sign-on.ts';
import type { DomainError } from '../../../api/domain/errors.ts';
import { createOfficial } from '../../../api/services/officials/create-official.ts';
import { disableOfficial } from '../../../api/services/officials/disable-official.ts';
import { beginSignOn, prepareBinding } from '../../../api/services/sign-on/begin.ts';
import type { SignOnDoor } from '../../../api/services/sign-on/door.ts';
import { finishSignOn, unbind } from '../../../api/services/sign-on/finish.ts';
import { SILENT, type TestDatabase, testDatabase } from '../../support/database.ts';
import { CLIENT, type IdentityProvider, startIdentityProvider } from '../../support/identity-provider.ts';

let db: TestDatabase;
let provider: IdentityProvider;
let bound: SignOnDoor;
let byEmail: SignOnDoor;
let n = 0;

beforeAll(async () => {
  db = await testDatabase();
  provider = await startIdentityProvider(`${db.config.publicUrl}/officials/sso/callback`);
  const options = { ...CLIENT, issuer: provider.issuer, name: '统一身份认证', acr: null };
  const single = createSingleSignOn(options, SILENT);
  bound = { provider: single, match: 'bound' };
  byEmail = { provider: single, match: 'email' };
});
afterAll(async () => {
  await provider?.stop();
  await db.end();
});

const system = () => db.ctx({ kind: 'system' });
const refusal = (promise: Promise<unknown>): Promise<DomainError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error) => error,
  );
async function official(enrolled = true) {
  const input = { name: '周测试', email: `sso-${n++}@example.org`, grants: [] };
  const made = await createOfficial(system(), db.signIn, input, { enrolled });
  const as = () => db.ctx({ kind: 'official', id: made.id, name: '周测试', grants: [], factorAge: 0 });
  return { ...made, as };
}
const somebody = (email: string, amr = ['pwd'], verified = true) =>
  Object.assign(provider, { somebody: { sub: `sub-${email}`, email, verified, amr } });

/** Question and the provider's answer to it, as a browser holds them. */
async function asked(door: SignOnDoor, ctx = db.ctx(), ticket: string | null = null) {
  const { url, cookies } = await beginSignOn(ctx, door, { to: '/officials/notices', ticket });
  const browser = /^[^=]+=([^;]+)/.exec(cookies[0] ?? '')?.[1] ?? '';
  const answer = await provider.visit(url);
  return { url: new URL(url), query: answer.searchParams.toString(), browser };
}
const finish = (door: SignOnDoor, answer: { query: string; browser: string | null }, ctx = db.ctx()) =>
  finishSignOn(ctx, door, db.signIn, answer);
const session = (cookies: string[]) => cookies.map((line) => line.split(';')[0]).join('; ');

describe('signing in through the identity provider', () => {
  it('asks with code, PKCE, state and nonce, and leaves the second factor to us where it saw none', async () => {
    const who = await official();
    somebody(who.email);
    const answer = await asked(byEmail);
    const query = Object.fromEntries(answer.url.searchParams);
    expect(query).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', scope: 'openid email' });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(query[name]?.length).toBeGreaterThan(20);
    const signed = await finish(byEmail, answer);
    expect(signed).toMatchObject({ next: 'code', to: '/officials/notices' });
    expect(await db.signIn.resolve(session(signed.cookies))).toBeNull();
    const secret = Secret.fromBase32(who.secondFactor?.totpSecret ?? '');
    const visitor = { source: `sso-${n}`, cookie: session(signed.cookies) };
    const wrong = await refusal(db.signIn.signInTotp(visitor, { code: '000000' }));
    expect(wrong.code).toBe('auth.failed');
    const { cookies } = await db.signIn.signInTotp(visitor, { code: new TOTP({ secret }).generate() });
    expect((await db.signIn.resolve(session(cookies)))?.id).toBe(who.id);
  });

  it('believes a second factor that the provider saw, and lets whoever has no phone yet enrol', async () => {
    const who = await official();
    somebody(who.email, ['pwd', 'otp', 'mfa']);
    const signed = await finish(byEmail, await asked(byEmail));
    expect(signed.next).toBe('in');
    const actor = await db.signIn.resolve(session(signed.cookies));
    expect(actor).toMatchObject({ id: who.id, factorAge: 0 });
    const fresh = await official(false);
    somebody(fresh.email, ['mfa']);
    const enrolling = await finish(byEmail, await asked(byEmail));
    expect(enrolling.next).toBe('enrol');
    expect((await db.signIn.enrolment(session(enrolling.cookies)))?.email).toBe(fresh.email);
  });

  it('makes nobody an official: an unknown, an unverified and an unbound account are refused', async () => {
    const who = await official();
    somebody('stranger@example.org');
    expect((await refusal(asked(byEmail).then((answer) => finish(byEmail, answer)))).code).toBe('auth.not_bound');
    somebody(who.email, ['mfa'], false);
    expect((await refusal(asked(byEmail).then((answer) => finish(byEmail, answer)))).code).toBe('auth.not_bound');
    somebody(who.email, ['mfa']);
    expect((await refusal(asked(bound).then((answer) => finish(bound, answer)))).code).toBe('auth.not_bound');
    expect(await db.sql`select 1 from auth_user where email = 'stranger@example.org'`).toHaveLength(0);
  });

  it('takes an answer once, in the browser that asked, in its time, and to its own question', async () => {
    const who = await official();
    somebody(who.email, ['mfa']);
    const replayed = await asked(byEmail);
    expect((await finish(byEmail, replayed)).next).toBe('in');
    expect((await refusal(finish(byEmail, replayed))).code).toBe('auth.provider_refused');
    const twice = await asked(byEmail);
    const both = await Promise.allSettled([finish(byEmail, twice), finish(byEmail, twice)]);
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);

    const stolen = await asked(byEmail);
    expect((await refusal(finish(byEmail, { ...stolen, browser: 'another' }))).code).toBe('auth.provider_refused');
    expect((await refusal(finish(byEmail, { ...(await asked(byEmail)), browser: null }))).code).toBe(
      'auth.provider_refused',
    );
    const late = await asked(byEmail);
    await db.sql`update auth_verification set expires_at = now() where identifier like 'sso/%'`;
    expect((await refusal(finish(byEmail, late))).code).toBe('auth.provider_refused');

    // State of one question with the code of another: PKCE and nonce do not fit.
    const one = await asked(byEmail);
    const other = await asked(byEmail);
    const mixed = new URLSearchParams(one.query);
    mixed.set('code', new URLSearchParams(other.query).get('code') ?? '');
    expect((await refusal(finish(byEmail, { ...one, query: mixed.toString() }))).code).toBe('auth.provider_refused');
    const forged = new URLSearchParams((await asked(byEmail)).query);
    forged.set('state', 'made-up');
    expect((await refusal(finish(byEmail, { ...one, query: forged.toString() }))).code).toBe('auth.provider_refused');
  });

  it('refuses an ID token with another nonce', async () => {
    const who = await official();
    somebody(who.email, ['mfa']);
    const answer = await asked(byEmail);
    await db.sql`
      update auth_verification set value = jsonb_set(value::jsonb, '{nonce}', '"another"')::text where identifier like 'sso/%'`;
    expect((await refusal(finish(byEmail, answer))).code).toBe('auth.provider_refused');
  });

  it('takes a code that the provider has seen before for what it is: a replay', async () => {
    const who = await official();
    somebody(who.email, ['mfa']);
    const { url, checks } = await byEmail.provider.begin(`${db.config.publicUrl}/officials/sso/callback`);
    const callback = await provider.visit(url);
    expect((await byEmail.provider.finish(callback, checks)).email).toBe(who.email);
    expect((await refusal(byEmail.provider.finish(callback, checks))).code).toBe('auth.provider_refused');
  });

  it('lets no disabled official in, bound or not', async () => {
    const who = await official();
    somebody(who.email, ['mfa']);
    await finish(byEmail, await asked(byEmail));
    await disableOfficial(system(), { officialId: who.id, disabled: true });
    expect((await refusal(asked(byEmail).then((answer) => finish(byEmail, answer)))).code).toBe(
      'auth.provider_refused',
    );
    const other = await official();
    await disableOfficial(system(), { officialId: other.id, disabled: true });
    somebody(other.email, ['mfa']);
    expect((await refusal(asked(byEmail).then((answer) => finish(byEmail, answer)))).code).toBe('auth.not_bound');
  });

  it('says that the provider is down, and works again when it is back', async () => {
    const callback = `${db.config.publicUrl}/officials/sso/callback`;
    const gone = await startIdentityProvider(callback);
    const port = Number(new URL(gone.issuer).port);
    await gone.stop();
    const options = { ...CLIENT, issuer: gone.issuer, name: 'x', acr: null, patience: 1000 };
    const door: SignOnDoor = { provider: createSingleSignOn(options, SILENT), match: 'bound' };
    const ask = () => beginSignOn(db.ctx(), door, { to: '/officials', ticket: null });
    expect((await refusal(ask())).code).toBe('auth.provider_unavailable');
    expect(await door.provider.signOutUrl('http://localhost:4321/officials/sign-in')).toBeNull();
    const back = await startIdentityProvider(callback, port);
    expect((await ask()).url).toContain(gone.issuer);
    expect(await door.provider.signOutUrl('http://localhost:4321/officials/sign-in')).toContain('/session/end');
    await back.stop();
    const query = 'code=x&state=y';
    expect((await refusal(finish(door, { query, browser: 'z' }))).code).toBe('auth.provider_refused');
  });
});

describe('binding an account', () => {
  it('is done by the signed-in official with a recent code, once, and is in the log', async () => {
    const who = await official();
    somebody('other-address@example.org', ['mfa']);
    const stale = db.ctx({ kind: 'official', id: who.id, name: '周测试', grants: [] });
    expect((await refusal(prepareBinding(stale))).code).toBe('auth.step_up');
    const { ticket } = await prepareBinding(who.as());
    const answer = await asked(bound, who.as(), ticket);
    expect((await finish(bound, answer, who.as())).next).toBe('bound');
    expect((await finish(bound, await asked(bound))).next).toBe('in');
    expect((await refusal(asked(bound, who.as(), ticket))).code).toBe('auth.provider_refused');

    const other = await official();
    const again = await prepareBinding(other.as());
    const taken = await asked(bound, other.as(), again.ticket);
    expect((await refusal(finish(bound, taken, other.as()))).code).toBe('auth.not_bound');
    await unbind(who.as());
    expect((await refusal(asked(bound).then((a) => finish(bound, a)))).code).toBe('auth.not_bound');
    const kinds = await db.sql`select kind from event where subject_id = ${who.id} order by seq`;
    expect(kinds.map((row) => row.kind)).toEqual(['created', 'sign_on_bound', 'sign_on_unbound']);
  });

  it('cannot be started by a link of somebody else, nor finished by another official', async () => {
    const who = await official();
    const other = await official();
    somebody('attacker@example.org', ['mfa']);
    const { ticket } = await prepareBinding(other.as());
    expect((await refusal(asked(bound, who.as(), ticket))).code).toBe('auth.provider_refused');
    const own = await prepareBinding(other.as());
    const answer = await asked(bound, other.as(), own.ticket);
    expect((await refusal(finish(bound, answer, who.as()))).code).toBe('auth.provider_refused');
  });
});
