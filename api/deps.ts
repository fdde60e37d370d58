import path from 'node:path';
import { connect, type Pools } from '../db/client.ts';
import { createS3Store } from './adapters/evidence-s3.ts';
import { createEvidenceStore } from './adapters/evidence-store.ts';
import { createHumanCheck } from './adapters/human-check.ts';
import { createImageCopy } from './adapters/image-copy.ts';
import { createS3Shelf } from './adapters/open-data-s3.ts';
import { createOpenDataShelf } from './adapters/open-data-shelf.ts';
import type { EvidenceStore, Log, OpenDataShelf, SignIn } from './adapters/ports.ts';
import type { S3Place } from './adapters/s3-client.ts';
import { type Clamd, createScanner } from './adapters/scanner.ts';
import { createSignIn } from './adapters/sign-in.ts';
import { createSingleSignOn, type SingleSignOnOptions } from './adapters/single-sign-on.ts';
import { createKeyring } from './adapters/vault.ts';
import { createCalendarCache, createClockCache } from './services/clocks/load.ts';
import type { Deps, Place } from './services/context.ts';
import { createDirectoryCache } from './services/directory/load.ts';
import { createGathering } from './services/ratings/gather.ts';
import { writeRatings } from './services/ratings/write-group.ts';
import type { SignOnDoor, SignOnMatch } from './services/sign-on/door.ts';

/** What a process is built from; api/env.ts reads it from the environment, tests write it down. */
export interface Config {
  databaseUrl: string;
  poolSize: number;
  masterKeys: ReadonlyMap<number, Buffer>;
  authSecret: string;
  publicUrl: string; // without trailing slash
  evidenceDir: string;
  /** Evidence in an object storage instead of the folder. */
  s3?: S3Place | undefined;
  clamd?: Clamd | undefined;
  /**
   * Where sets of open data lie (by default beside the evidence), and for how many days. All processes share it; with `s3` they
   * lie in a bucket, and the folder holds what a machine is just writing.
   */
  openData?: { dir?: string | undefined; days?: number | undefined; s3?: S3Place | undefined } | undefined;
  place: Place;
  hcaptcha?: { siteKey: string; secret: string } | undefined;
  limits?: Partial<Deps['limits']> | undefined;
  /** Whether a gateway for text messages is configured (api/jobs.ts talks to it). */
  smsOffered?: boolean | undefined;
  /** Sign-in through an identity provider; `match`: by what an account becomes an official's at its first use. */
  oidc?: (SingleSignOnOptions & { match: SignOnMatch }) | undefined;
  /** Seconds for which a code of the authenticator counts for dangerous acts; 300 by default. */
  stepUpSeconds?: number | undefined;
  /** Milliseconds after which PostgreSQL itself ends a statement; commands have none. */
  statementTimeout?: number | undefined;
  onStatement?: ((statement: string) => void) | undefined;
}

export interface Built {
  deps: Deps;
  signIn: SignIn;
  sso: SignOnDoor | null;
  pools: Pools;
  /** A few connections of their own for what must work while all others are taken: opening one's case, the caches. */
  reserve: Pools;
  end(): Promise<void>;
}

/** Filings and ratings of one household or counter behind one address must pass; floods must not. Per source and hour. */
const LIMITS: Deps['limits'] = { filings: 20, ratings: 240, lookups: 60, uploads: 120 };

/** Dated sets of open data are kept so long; their deltas lead through a month. */
const OPEN_DATA_DAYS = 30;

/** Where evidence lies, as the environment says. */
export const storageOf = async (config: Pick<Config, 'evidenceDir' | 's3'>): Promise<EvidenceStore> =>
  config.s3 ? createS3Store(config.s3) : createEvidenceStore(config.evidenceDir);

async function shelfOf({ openData, evidenceDir }: Config): Promise<OpenDataShelf> {
  const dir = openData?.dir ?? path.join(path.dirname(evidenceDir), 'open-data');
  return openData?.s3 ? createS3Shelf(openData.s3, dir) : createOpenDataShelf(dir);
}

/** The one place where adapters meet services. */
export async function buildDeps(config: Config, log: Log): Promise<Built> {
  const { statementTimeout, onStatement } = config;
  const pools = connect(config.databaseUrl, { size: config.poolSize, statementTimeout, onStatement });
  const reserve = connect(config.databaseUrl, {
    size: 2,
    statementTimeout,
    onStatement,
    applicationName: 'jiannuo-reserve',
  });
  const keys = createKeyring(config.masterKeys);
  const deps: Deps = {
    db: pools.db,
    sql: pools.sql,
    keys,
    evidence: await storageOf(config),
    scanner: config.clamd ? createScanner(config.clamd) : null,
    imageCopy: createImageCopy(),
    shelf: await shelfOf(config),
    openDataDays: config.openData?.days ?? OPEN_DATA_DAYS,
    humanCheck: createHumanCheck({ keys, hcaptcha: config.hcaptcha }),
    place: config.place,
    publicUrl: config.publicUrl,
    smsOffered: config.smsOffered ?? false,
    log,
    directory: createDirectoryCache(reserve.db),
    calendar: createCalendarCache(reserve.db),
    clockRules: createClockCache(reserve.db),
    ratings: createGathering({ write: (group) => writeRatings(deps, group) }),
    limits: { ...LIMITS, ...config.limits },
    stepUpSeconds: config.stepUpSeconds ?? 300,
  };
  const signIn = createSignIn({
    db: pools.db,
    sql: pools.sql,
    keys,
    log,
    secret: config.authSecret,
    publicUrl: config.publicUrl,
    issuer: `践诺 ${config.place.name}`,
  });
  const sso = config.oidc ? { provider: createSingleSignOn(config.oidc, log), match: config.oidc.match } : null;
  return { deps, signIn, sso, pools, reserve, end: async () => void (await Promise.all([pools.end(), reserve.end()])) };
}
