import path from 'node:path';
import { z } from 'zod';
import type { Config } from './deps.ts';

/** Everything that a process takes from its environment. Nothing else reads process.env. */
export interface Env {
  config: Config;
  port: number;
  host: string;
  metricsPort: number | null;
  /** Milliseconds after which an unanswered request becomes 503. */
  requestDeadline: number;
  trustedProxies: string[];
  /** Address of the application's role and of the owner. */
  databaseUrl: string;
  ownerUrl: string;
  home: string;
  /** The list of erasures that restores replay; kept where backups are kept. */
  erasureList: string;
  dist: string;
  smtpUrl: string | null;
  mailFrom: string;
  /** The gateway for text messages, and the secret that signs what is sent to it. */
  smsUrl: string | null;
  smsSecret: string | null;
  /** Demonstration: mails and text messages are written here as files. */
  mailDir: string | null;
  logLevel: string;
}

export class EnvError extends Error {}

const url = (protocols: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must be an address that begins with ${protocols.join(' or ')}`,
    })
    .refine((value) => !/change-?me/i.test(URL.canParse(value) ? new URL(value).password : ''), {
      error: 'still holds the placeholder of .env.example as its password',
    });
const port = z.coerce.number().int().min(0).max(65535);

/** Words that say "change me", repeated characters and short values are no secrets. */
function weak(secret: string): string | null {
  if (secret.length < 32) return 'must have at least 32 characters';
  if (new Set(secret).size < 12) return 'is too regular to be a secret';
  if (/change|secret|example|password|default/i.test(secret)) return 'looks like a placeholder';
  return null;
}
const secret = z.string().superRefine((value, context) => {
  const why = weak(value);
  if (why) context.addIssue({ code: 'custom', message: why });
});

function masterKeys(text: string): Map<number, Buffer> {
  const keys = new Map<number, Buffer>();
  for (const part of text.split(',')) {
    const [version, value] = part.trim().split(':');
    const key = Buffer.from(value ?? '', 'base64');
    if (!/^[1-9]\d*$/.test(version ?? '')) throw new Error('must be a list like 1:BASE64,2:BASE64');
    if (key.length !== 32) throw new Error(`key ${version} must be 32 bytes in base64 (openssl rand -base64 32)`);
    if (new Set(key).size < 8) throw new Error(`key ${version} is too regular to be a key`);
    keys.set(Number(version), key);
  }
  return keys;
}

const Schema = z.object({
  DATABASE_URL: url(['postgres:', 'postgresql:']),
  MIGRATION_DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  MASTER_KEYS: z.string().transform((text, context) => {
    try {
      return masterKeys(text);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  }),
  AUTH_SECRET: secret,
  PUBLIC_URL: url(['https:', 'http:']),
  PORT: port.default(4321),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  REQUEST_DEADLINE: z.coerce.number().int().min(100).max(60_000).default(10_000),
  TRUSTED_PROXIES: z.string().default(''),
  STEP_UP_SECONDS: z.coerce.number().int().min(30).max(3600).default(300),
  EVIDENCE_DIR: z.string().min(1).optional(),
  S3_ENDPOINT: url(['https:', 'http:']).optional(),
  S3_BUCKET: z.string().min(3).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PATH_STYLE: z.enum(['true', 'false']).default('true'),
  CLAMD_HOST: z.string().optional(),
  CLAMD_PORT: port.default(3310),
  CLAMD_SOCKET: z.string().optional(),
  ERASURE_LIST: z.string().optional(),
  OPEN_DATA_DIR: z.string().min(1).optional(),
  OPEN_DATA_BUCKET: z.string().min(3).optional(),
  OPEN_DATA_DAYS: z.coerce.number().int().min(1).max(3650).default(30),
  SMTP_URL: url(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z.email().optional(),
  SMS_GATEWAY_URL: url(['https:', 'http:']).optional(),
  SMS_GATEWAY_SECRET: secret.optional(),
  OIDC_ISSUER: url(['https:', 'http:']).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(30).default('统一身份认证'),
  OIDC_ACR: z.string().optional(),
  OIDC_MATCH: z.enum(['bound', 'email']).default('bound'),
  HCAPTCHA_SITE_KEY: z.string().optional(),
  HCAPTCHA_SECRET: z.string().optional(),
  PLACE_DIVISION: z.string().regex(/^\d{2}(\d{2}(\d{2}(\d{3})?)?)?$/, 'must be a division code of 2, 4, 6 or 9 digits'),
  PLACE_AREA: z.string().optional(),
  PLACE_NAME: z.string().min(1),
  PLACE_NAME_EN: z.string().min(1),
  JIANNUO_DEMONSTRATION: z.enum(['1']).optional(),
  JIANNUO_HOME: z.string().default('.data'),
  JIANNUO_DIST: z.string().default('.dist'),
  MAIL_DIR: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

const list = (text: string) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

/** @throws EnvError that names every variable that is missing, weak or wrong */
function parsed<T extends z.ZodType>(schema: T, source: Record<string, string | undefined>): z.infer<T> {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map((issue) => {
      const name = String(issue.path[0]);
      return given[name] === undefined ? `${name} is missing` : `${name} ${issue.message}`;
    });
    throw new EnvError(`The environment is not complete:\n  ${lines.join('\n  ')}\nSee .env.example.`);
  }
  return result.data;
}

/** Read by nobody on the way. */
const isPrivate = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);

type Read = z.infer<typeof Schema>;

/** Evidence, open data or both may lie in the object storage; what has no bucket lies in its folder. */
function s3Of(env: Read): { evidence: Config['s3']; openData: Config['s3'] } {
  const { S3_BUCKET: evidence, OPEN_DATA_BUCKET: openData } = env;
  if (env.S3_ENDPOINT && !evidence && !openData)
    throw new EnvError('S3_ENDPOINT is set: S3_BUCKET (evidence) or OPEN_DATA_BUCKET is needed too');
  if (openData && !env.S3_ENDPOINT) throw new EnvError('OPEN_DATA_BUCKET is set: S3_ENDPOINT is needed too');
  if (!(env.S3_ENDPOINT && evidence) && !env.EVIDENCE_DIR)
    throw new EnvError(
      'The environment is not complete:\n  EVIDENCE_DIR is missing (or S3_ENDPOINT and S3_BUCKET)\nSee .env.example.',
    );
  if (!env.S3_ENDPOINT) return { evidence: undefined, openData: undefined };
  const { S3_ENDPOINT: endpoint, S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId || !secretAccessKey)
    throw new EnvError('S3_ENDPOINT is set: S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed too');
  const storage = {
    endpoint,
    region: env.S3_REGION,
    accessKeyId,
    secretAccessKey,
    pathStyle: env.S3_PATH_STYLE === 'true',
  };
  const inBucket = (bucket: string | undefined) => (bucket ? { ...storage, bucket } : undefined);
  return { evidence: inBucket(evidence), openData: inBucket(openData) };
}

function clamdOf(env: Read): Config['clamd'] {
  if (env.CLAMD_SOCKET) return { path: env.CLAMD_SOCKET };
  return env.CLAMD_HOST ? { host: env.CLAMD_HOST, port: env.CLAMD_PORT } : undefined;
}

/** @throws EnvError that names every variable that is missing, weak or wrong */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const env = parsed(Schema, source);
  const demonstration = env.JIANNUO_DEMONSTRATION === '1';
  const { protocol, hostname } = new URL(env.PUBLIC_URL);
  if (protocol === 'http:' && !/^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) && !demonstration)
    throw new EnvError('PUBLIC_URL must begin with https: sessions of officials are not sent over plain http');
  if (env.MAIL_DIR && !demonstration)
    throw new EnvError('MAIL_DIR is for the demonstration: it sends nothing. Set SMTP_URL');
  if (env.SMS_GATEWAY_URL && !env.SMS_GATEWAY_SECRET)
    throw new EnvError('SMS_GATEWAY_SECRET is missing (SMS_GATEWAY_URL is set)');
  if (env.SMS_GATEWAY_URL && !demonstration && !isPrivate(new URL(env.SMS_GATEWAY_URL)))
    throw new EnvError('SMS_GATEWAY_URL must begin with https: what is sent there names telephone numbers');
  if (env.HCAPTCHA_SITE_KEY && !env.HCAPTCHA_SECRET)
    throw new EnvError('HCAPTCHA_SECRET is missing (HCAPTCHA_SITE_KEY is set)');
  if (env.OIDC_ISSUER && !(env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET))
    throw new EnvError('OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are missing (OIDC_ISSUER is set)');
  if (env.OIDC_ISSUER?.startsWith('http:') && !demonstration)
    throw new EnvError('OIDC_ISSUER must begin with https: tokens are not asked for over plain http');
  const s3 = s3Of(env);
  const publicUrl = env.PUBLIC_URL.replace(/\/+$/, '');
  return {
    config: {
      databaseUrl: env.DATABASE_URL,
      poolSize: env.DATABASE_POOL,
      masterKeys: env.MASTER_KEYS,
      authSecret: env.AUTH_SECRET,
      publicUrl,
      stepUpSeconds: env.STEP_UP_SECONDS,
      evidenceDir: path.resolve(env.EVIDENCE_DIR ?? path.join(env.JIANNUO_HOME, 'evidence')),
      s3: s3.evidence,
      clamd: clamdOf(env),
      openData: {
        dir: path.resolve(env.OPEN_DATA_DIR ?? path.join(env.JIANNUO_HOME, 'open-data')),
        days: env.OPEN_DATA_DAYS,
        s3: s3.openData,
      },
      oidc:
        env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET
          ? {
              issuer: env.OIDC_ISSUER,
              clientId: env.OIDC_CLIENT_ID,
              clientSecret: env.OIDC_CLIENT_SECRET,
              name: env.OIDC_NAME,
              acr: env.OIDC_ACR ?? null,
              match: env.OIDC_MATCH,
            }
          : undefined,
      place: {
        division: env.PLACE_DIVISION,
        area: env.PLACE_AREA ? list(env.PLACE_AREA) : [env.PLACE_DIVISION],
        name: env.PLACE_NAME,
        nameEn: env.PLACE_NAME_EN,
        demonstration,
      },
      hcaptcha:
        env.HCAPTCHA_SITE_KEY && env.HCAPTCHA_SECRET
          ? { siteKey: env.HCAPTCHA_SITE_KEY, secret: env.HCAPTCHA_SECRET }
          : undefined,
      smsOffered: Boolean(env.SMS_GATEWAY_URL || env.MAIL_DIR),
    },
    port: env.PORT,
    host: env.HOST,
    metricsPort: env.METRICS_PORT ?? null,
    requestDeadline: env.REQUEST_DEADLINE,
    trustedProxies: list(env.TRUSTED_PROXIES),
    databaseUrl: env.DATABASE_URL,
    ownerUrl: env.MIGRATION_DATABASE_URL ?? env.DATABASE_URL,
    home: path.resolve(env.JIANNUO_HOME),
    erasureList: path.resolve(env.ERASURE_LIST ?? path.join(env.JIANNUO_HOME, 'erasures.jsonl')),
    dist: path.resolve(env.JIANNUO_DIST),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? `jiannuo@${new URL(publicUrl).hostname}`,
    smsUrl: env.SMS_GATEWAY_URL ?? null,
    smsSecret: env.SMS_GATEWAY_SECRET ?? null,
    mailDir: env.MAIL_DIR ? path.resolve(env.MAIL_DIR) : null,
    logLevel: env.LOG_LEVEL,
  };
}

const MigrationSchema = Schema.pick({ DATABASE_URL: true })
  .required()
  .extend({
    MIGRATION_DATABASE_URL: url(['postgres:', 'postgresql:']),
  });

/** What `npm run migrate` needs: the two roles, and no secret of the application. @throws EnvError */
export function readMigrationEnv(source: Record<string, string | undefined> = process.env): {
  ownerUrl: string;
  appUrl: string;
} {
  const env = parsed(MigrationSchema, source);
  return { ownerUrl: env.MIGRATION_DATABASE_URL, appUrl: env.DATABASE_URL };
}
