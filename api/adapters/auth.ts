import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { twoFactor } from 'better-auth/plugins';
import type { Db } from '../../db/client.ts';
import {
  authAccount,
  authRateLimit,
  authSession,
  authTwoFactor,
  authUser,
  authVerification,
} from '../../db/schema/officials.ts';
import { PASSWORD_MAX, PASSWORD_MIN } from '../domain/password.ts';
import { hashPassword, recoveryCodes, verifyPassword } from './password.ts';

/**
 * better-auth as we use it. Its router is mounted nowhere: forms call `auth.api` on the server, and only the calls that
 * sign-in.ts makes exist. Its rate limit lives in that router, so sign-in.ts counts attempts itself, in the database.
 */
export function authOptions(options: { db: Db; secret: string; publicUrl: string; issuer: string }) {
  const secure = options.publicUrl.startsWith('https:');
  return {
    appName: options.issuer,
    baseURL: options.publicUrl,
    secret: options.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: drizzleAdapter(options.db, {
      provider: 'pg',
      schema: {
        user: authUser,
        session: authSession,
        account: authAccount,
        verification: authVerification,
        twoFactor: authTwoFactor,
        rateLimit: authRateLimit,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }: { hash: string; password: string }) => verifyPassword(hash, password),
      },
    },
    // The ends of a session are checked by us (db/queries/sign-in.ts); this one only bounds the cookie.
    session: { expiresIn: 10 * 3600, disableSessionRefresh: true, cookieCache: { enabled: false } },
    rateLimit: { enabled: false, storage: 'database' as const },
    advanced: {
      // A __Host- cookie belongs to this host alone; browsers refuse it over http, where only the demonstration runs.
      cookiePrefix: secure ? '__Host-jiannuo' : 'jiannuo',
      useSecureCookies: false, // would put __Secure- before the name
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => randomUUID() },
    },
    plugins: [
      twoFactor({
        issuer: options.issuer,
        twoFactorCookieMaxAge: 600,
        accountLockout: { enabled: true, maxFailedAttempts: 10, durationSeconds: 900 },
        backupCodeOptions: { customBackupCodesGenerate: recoveryCodes, storeBackupCodes: 'encrypted' as const },
      }),
    ],
  };
}

export function createAuth(options: { db: Db; secret: string; publicUrl: string; issuer: string }) {
  const built = authOptions(options);
  const prefix = built.advanced.cookiePrefix;
  return {
    auth: betterAuth(built),
    cookies: { session: `${prefix}.session_token`, challenge: `${prefix}.two_factor` },
  };
}
