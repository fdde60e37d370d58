import { APIError } from 'better-auth/api';
import { generateRandomString, symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import type { Db, Sql } from '../../db/client.ts';
import { setPassword } from '../../db/queries/officials.ts';
import * as sessions from '../../db/queries/sign-in.ts';
import { insertSession, keepOnce, officialById } from '../../db/queries/sign-on.ts';
import { DomainError } from '../domain/errors.ts';
import { checkNewPassword, PASSWORD_MAX } from '../domain/password.ts';
import { createAuth } from './auth.ts';
import { hashPassword, normaliseRecoveryCode, oneTimePassword, recoveryCodes } from './password.ts';
import type { Keyring, Log, SignIn, Visitor } from './ports.ts';
import { onlyCookie, readCookie, setCookieValue, sign, unsign } from './session-cookie.ts';
import { matchingStep, normaliseTotp, otpauthUri, shownSecret } from './totp.ts';

export type { SignIn } from './ports.ts';

export interface SignInDeps {
  db: Db;
  sql: Sql;
  keys: Keyring;
  log: Log;
  /** At least 32 characters, from the environment. */
  secret: string;
  publicUrl: string;
  /** Shown in the authenticator application. */
  issuer: string;
}

const LIMITS: sessions.SessionLimits = { idle: 30 * 60, absolute: 10 * 3600 };
const WINDOW = 15 * 60;
// A stranger who knows an address can slow its owner down from his own source only; 30 from anywhere stop a distributed guess.
const ATTEMPTS = { pair: 5, account: 30, source: 60, enrol: 10, stepUp: 8 };

const CHALLENGE = 600; // seconds, as in auth.ts

const failed = (): DomainError => new DomainError('auth.failed');

export function createSignIn(deps: SignInDeps): SignIn {
  const { sql, db, keys, secret } = deps;
  const { auth, cookies } = createAuth(deps);
  const token = (cookie: string | null) => unsign(readCookie(cookie, cookies.session), secret);
  const secure = deps.publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookieLine = (name: string, value: string, seconds: number) =>
    `${name}=${encodeURIComponent(sign(value, secret))}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
  const context = async () => (await auth.$context).secretConfig;

  /** Runs a call of the library; what it refuses is auth.failed, what breaks stays an error. */
  async function refused<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      if (error instanceof APIError && error.statusCode < 500) throw failed();
      throw error;
    }
  }

  async function attempt(...keysAndLimits: [string, number][]): Promise<void> {
    const waits = await Promise.all(keysAndLimits.map(([key, max]) => sessions.countAttempt(sql, key, max, WINDOW)));
    const retryAfter = Math.max(...waits);
    if (retryAfter > 0) throw new DomainError('auth.locked', { params: { retryAfter } });
  }

  /** Opens the session behind Set-Cookie lines by claiming the TOTP step; a step used before ends it. */
  async function claim(userId: string, code: string, lines: string[]): Promise<string> {
    const opened = unsign(setCookieValue(lines, cookies.session), secret);
    const factor = await sessions.secondFactor(sql, userId);
    if (!opened || !factor) throw failed();
    const plain = await symmetricDecrypt({ key: await context(), data: factor.secret });
    const step = matchingStep(plain, code, Date.now());
    if (step !== null && (await sessions.claimStep(sql, userId, step, opened))) return opened;
    await sessions.endSession(sql, opened);
    throw failed();
  }

  /** Not enrolled yet: a fresh second factor each time, so that an abandoned one is worth nothing. */
  async function offerSecondFactor(lines: string[], password: string): Promise<string[]> {
    const own = lines.filter((line) => line.startsWith(`${cookies.session}=`));
    const headers = new Headers({ cookie: own[0]?.split(';', 1)[0] ?? '' });
    await refused(() => auth.api.enableTwoFactor({ body: { password }, headers }));
    return own;
  }

  async function secondStep(visitor: Visitor, call: (headers: Headers) => Promise<Answer>): Promise<Answer> {
    const challenge = unsign(readCookie(visitor.cookie, cookies.challenge), secret);
    if (!challenge) throw failed();
    await attempt([`code/${visitor.source}`, ATTEMPTS.source]);
    const locked = await sessions.secondFactorLock(sql, challenge);
    if (locked > 0) throw new DomainError('auth.locked', { params: { retryAfter: locked } });
    const answer = await refused(() => call(onlyCookie(visitor.cookie, cookies.challenge)));
    await sessions.forgiveAttempt(sql, `code/${visitor.source}`);
    return answer;
  }

  return {
    async signInPassword(visitor, input) {
      const email = input.email.normalize('NFKC').trim().toLowerCase();
      if (email.length > 254 || input.password.length > PASSWORD_MAX) throw failed();
      const account = keys.mac('sign-in', email).toString('base64url');
      const pair = `pair/${account}/${visitor.source}`;
      await attempt(
        [pair, ATTEMPTS.pair],
        [`account/${account}`, ATTEMPTS.account],
        [`source/${visitor.source}`, ATTEMPTS.source],
      );
      const answer = await refused(() =>
        auth.api.signInEmail({
          body: { email, password: input.password },
          headers: new Headers(),
          returnHeaders: true,
        }),
      );
      const lines = answer.headers.getSetCookie();
      const state = await sessions.accountState(sql, email);
      const opened = unsign(setCookieValue(lines, cookies.session), secret);
      if (!state || state.disabled) {
        if (opened) await sessions.endSession(sql, opened);
        throw failed();
      }
      await sessions.forgetAttempts(sql, [pair, `account/${account}`]);
      await sessions.forgiveAttempt(sql, `source/${visitor.source}`);
      const challenge = lines.filter((line) => line.startsWith(`${cookies.challenge}=`));
      if (challenge.length > 0) return { next: 'code', cookies: challenge };
      return { next: 'enrol', cookies: await offerSecondFactor(lines, input.password) };
    },

    async signInTotp(visitor, input) {
      const code = normaliseTotp(input.code);
      if (!code) throw failed();
      const answer = await secondStep(visitor, (headers) =>
        auth.api.verifyTOTP({ body: { code }, headers, returnHeaders: true }),
      );
      const lines = answer.headers.getSetCookie();
      await claim(answer.response.user.id, code, lines);
      return { cookies: lines };
    },

    async signInRecovery(visitor, input) {
      const code = normaliseRecoveryCode(input.code);
      const answer = await secondStep(visitor, (headers) =>
        auth.api.verifyBackupCode({ body: { code }, headers, returnHeaders: true }),
      );
      const lines = answer.headers.getSetCookie();
      const opened = unsign(setCookieValue(lines, cookies.session), secret);
      if (!opened || !(await sessions.openSession(sql, answer.response.user.id, opened))) {
        if (opened) await sessions.endSession(sql, opened);
        throw failed();
      }
      return { cookies: lines };
    },

    awaitsCode: (cookie) => unsign(readCookie(cookie, cookies.challenge), secret) !== null,

    async enrolment(cookie) {
      const opened = token(cookie);
      const row = opened ? await sessions.enrollingSession(sql, opened) : null;
      if (!row) return null;
      const key = await context();
      const plain = await symmetricDecrypt({ key, data: row.secret });
      const codes = JSON.parse(await symmetricDecrypt({ key, data: row.backupCodes })) as string[];
      return {
        email: row.email,
        totpSecret: shownSecret(plain),
        otpauthUri: otpauthUri(plain, deps.issuer, row.email),
        recoveryCodes: codes,
      };
    },

    async enrol(visitor, input) {
      const opened = token(visitor.cookie);
      const row = opened ? await sessions.enrollingSession(sql, opened) : null;
      if (!row) throw new DomainError('auth.required');
      checkNewPassword(input.password);
      const code = normaliseTotp(input.code);
      if (!code) throw failed();
      await attempt([`enrol/${row.id}`, ATTEMPTS.enrol]);
      const answer = await refused(() =>
        auth.api.verifyTOTP({
          body: { code },
          headers: onlyCookie(visitor.cookie, cookies.session),
          returnHeaders: true,
        }),
      );
      const lines = answer.headers.getSetCookie();
      await setPassword(db, row.id, await hashPassword(input.password));
      const session = await claim(row.id, code, lines);
      await sessions.endOtherSessions(sql, row.id, session);
      return { userId: row.id, cookies: lines };
    },

    async signOut(cookie) {
      const answer = await auth.api.signOut({ headers: onlyCookie(cookie, cookies.session), returnHeaders: true });
      return { cookies: answer.headers.getSetCookie() };
    },

    async resolve(cookie) {
      const opened = token(cookie);
      if (!opened) return null;
      const row = await sessions.liveSession(sql, opened, LIMITS);
      if (!row) return null;
      return { kind: 'official', id: row.id, name: row.name, grants: row.grants, factorAge: row.factorAge };
    },

    async stepUp(visitor, input) {
      const opened = token(visitor.cookie);
      const row = opened ? await sessions.liveSession(sql, opened, LIMITS) : null;
      if (!opened || !row) throw new DomainError('auth.required');
      await attempt([`step/${row.id}`, ATTEMPTS.stepUp]);
      const code = normaliseTotp(input.code);
      const factor = await sessions.secondFactor(sql, row.id);
      if (!code || !factor) throw failed();
      const plain = await symmetricDecrypt({ key: await context(), data: factor.secret });
      const step = matchingStep(plain, code, Date.now());
      if (step === null || !(await sessions.stepUp(sql, row.id, step, opened))) throw failed();
      await sessions.forgetAttempts(sql, [`step/${row.id}`]);
    },

    async newRecoveryCodes() {
      const codes = recoveryCodes();
      return { sealed: await symmetricEncrypt({ key: await context(), data: JSON.stringify(codes) }), shown: codes };
    },

    async beginEnrolment(userId, email) {
      const password = oneTimePassword();
      await setPassword(db, userId, await hashPassword(password));
      const answer = await refused(() =>
        auth.api.signInEmail({ body: { email, password }, headers: new Headers(), returnHeaders: true }),
      );
      return { cookies: await offerSecondFactor(answer.headers.getSetCookie(), password) };
    },

    async enterProved(userId, proof) {
      const who = await officialById(db, userId);
      if (!who || who.disabled) throw new DomainError('auth.provider_refused');
      if (!who.enrolled) return { next: 'enrol', ...(await this.beginEnrolment(userId, who.email)) };
      if (!proof.secondFactor) {
        // The same challenge that a right password leads to; the code page and its locks know no difference.
        const identifier = `2fa-${generateRandomString(20)}`;
        await keepOnce(db, identifier, userId, CHALLENGE);
        await keepOnce(db, `2fa-attempts-${identifier}`, '0', CHALLENGE);
        return { next: 'code', cookies: [cookieLine(cookies.challenge, identifier, CHALLENGE)] };
      }
      const opened = generateRandomString(32);
      if (!(await insertSession(sql, userId, opened, LIMITS.absolute))) throw new DomainError('auth.provider_refused');
      return { next: 'in', cookies: [cookieLine(cookies.session, opened, LIMITS.absolute)] };
    },

    hashPassword,
    oneTimePassword,

    async newSecondFactor(email) {
      const key = await context();
      const plain = generateRandomString(32);
      const codes = recoveryCodes();
      return {
        sealed: {
          secret: await symmetricEncrypt({ key, data: plain }),
          backupCodes: await symmetricEncrypt({ key, data: JSON.stringify(codes) }),
        },
        shown: {
          totpSecret: shownSecret(plain),
          otpauthUri: otpauthUri(plain, deps.issuer, email),
          recoveryCodes: codes,
        },
      };
    },
  };
}

interface Answer {
  headers: Headers;
  response: { user: { id: string } };
}
