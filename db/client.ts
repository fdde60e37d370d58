import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import * as answers from './schema/answers.ts';
import * as cases from './schema/cases.ts';
import * as clocks from './schema/clocks.ts';
import * as directory from './schema/directory.ts';
import * as disclosures from './schema/disclosures.ts';
import * as duties from './schema/duties.ts';
import * as events from './schema/events.ts';
import * as groups from './schema/groups.ts';
import * as officials from './schema/officials.ts';
import * as privacy from './schema/privacy.ts';
import * as push from './schema/push.ts';
import * as ratings from './schema/ratings.ts';
import * as system from './schema/system.ts';
import * as workspace from './schema/workspace.ts';

export const schema = {
  ...directory,
  ...duties,
  ...clocks,
  ...officials,
  ...cases,
  ...answers,
  ...events,
  ...groups,
  ...privacy,
  ...push,
  ...ratings,
  ...disclosures,
  ...system,
  ...workspace,
};
export type Schema = typeof schema;
export type Sql = postgres.Sql;
export type Db = PostgresJsDatabase<Schema>;
/** A transaction of `Db`; queries that can run in either take `Db | Tx`. */
export type Tx = Parameters<Parameters<Db['transaction']>[0]>[0];

export interface Pools {
  /** Raw postgres.js with prepared statements: hot paths, COPY, LISTEN. */
  sql: Sql;
  /** drizzle over a pool of its own, because drizzle() changes the serialisers of its client. */
  db: Db;
  end(): Promise<void>;
}

/** Pools of `size` connections each. Dates (`date`) arrive as YYYY-MM-DD strings, instants as Date. */
export function connect(
  url: string,
  options: {
    size?: number;
    applicationName?: string;
    statementTimeout?: number | undefined;
    /** Hears of every statement; for tests that count them. */
    onStatement?: ((statement: string) => void) | undefined;
  } = {},
): Pools {
  const { onStatement } = options;
  const common: postgres.Options<Record<string, postgres.PostgresType>> = {
    max: options.size ?? 10,
    connect_timeout: 5,
    idle_timeout: 300,
    // The library waits up to 20 s for each connection once the server was away: long after it is back, requests hang there.
    backoff: (attempt) => Math.min(0.05 * 2 ** attempt, 1),
    onnotice: () => {},
    ...(onStatement ? { debug: (_connection: number, statement: string) => onStatement(statement) } : {}),
    connection: {
      application_name: options.applicationName ?? 'jiannuo',
      TimeZone: 'UTC',
      ...(options.statementTimeout
        ? { statement_timeout: options.statementTimeout, idle_in_transaction_session_timeout: 60_000 }
        : {}),
    },
  };
  // 1082 is `date`: a legal date has no time zone and must never become an instant.
  const sql = postgres(url, {
    ...common,
    types: { date: { to: 1082, from: [1082], serialize: (x: string) => x, parse: (x: string) => x } },
  });
  const client = postgres(url, common);
  return {
    sql: sql as unknown as Sql,
    db: drizzle(client, { schema }),
    end: async () => {
      await Promise.all([sql.end({ timeout: 5 }), client.end({ timeout: 5 })]);
    },
  };
}
