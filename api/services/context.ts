import type { Db, Sql } from '../../db/client.ts';
import type { EvidenceStore, HumanCheck, ImageCopy, Keyring, Log, OpenDataShelf, Scanner } from '../adapters/ports.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { ClockRule } from '../domain/deadline.ts';
import type { Actor } from '../domain/official.ts';
import type { Directory } from '../domain/routing.ts';
import type { Gathering } from './ratings/gather.ts';
import type { PendingRating, Rated } from './ratings/pending.ts';

export type Locale = 'zh-CN' | 'en';

/** What the operator decides; the environment is read in api/env.ts only. */
export interface Place {
  /** Division code of the place that runs the portal. */
  division: string;
  /**
   * Division codes whose bodies, with all below them, get records here (env PLACE_AREA, by default the place alone);
   * what is imported about others becomes a typical case. The demonstration has ['9901', '32'].
   */
  area: readonly string[];
  name: string;
  nameEn: string;
  demonstration: boolean;
}

/** Built once by the entry (api/server.ts, a command, a test) and shared by every request. */
export interface Deps {
  db: Db;
  sql: Sql;
  keys: Keyring;
  evidence: EvidenceStore;
  /** Null: no scanner here; files are held as unscanned. */
  scanner: Scanner | null;
  imageCopy: ImageCopy;
  humanCheck: HumanCheck;
  /** Files of open data. */
  shelf: OpenDataShelf;
  /** For how many days dated sets are kept. */
  openDataDays: number;
  place: Place;
  publicUrl: string; // without trailing slash
  /** Whether a gateway for text messages is configured. */
  smsOffered: boolean;
  log: Log;
  /** The directory and duties in memory, reloaded when they change. */
  directory(): Promise<Directory>;
  calendar(): Promise<Calendar>;
  clockRules(): Promise<readonly ClockRule[]>;
  /** Writes the ratings of this process together. */
  ratings: Gathering<PendingRating, Rated>;
  /** Seconds for which a code of the authenticator counts for reading an identity and for changing what officials may do. */
  stepUpSeconds: number;
  /** Limits per source and hour; a test or a bench sets its own. */
  limits: { filings: number; ratings: number; lookups: number; uploads: number };
}

/** One request: what every service verb takes first. */
export interface Ctx extends Deps {
  actor: Actor;
  locale: Locale;
  requestId: string;
  /** Keyed hash of the client's address: limits use it, nothing stores the address. */
  source: string;
}
