import { randomUUID } from 'node:crypto';
import { type Jobs, startJobs } from '../../api/jobs.ts';
import type { Deps } from '../../api/services/context.ts';
import type { TestDatabase } from './database.ts';
import { filingCtx } from './filing.ts';
import { until } from './until.ts';

export interface DeliveryOptions {
  smtpUrl?: string;
  sms?: { url: string; secret: string };
  patience?: number;
  deps?: Partial<Deps>;
}

/** The jobs of a process against this database, in the small test place. */
export async function startDelivery(database: TestDatabase, options: DeliveryOptions = {}): Promise<Jobs> {
  const ctx = await filingCtx(database);
  const { directory, calendar, clockRules } = ctx;
  const deps = {
    ...database.deps,
    directory,
    calendar,
    clockRules,
    smsOffered: options.sms !== undefined,
    ...options.deps,
  };
  return startJobs(
    { deps },
    {
      databaseUrl: database.url,
      smtpUrl: options.smtpUrl ?? null,
      smsUrl: options.sms?.url ?? null,
      smsSecret: options.sms?.secret ?? null,
      mailDir: null,
      mailFrom: 'portal@example.org',
    },
    { patience: options.patience ?? 5_000 },
  );
}

export async function makeOfficial(
  database: TestDatabase,
  name: string,
  role: string,
  bodyId: string,
  email = `${name}@example.org`,
): Promise<string> {
  const id = randomUUID();
  await database.owner`insert into auth_user (id, name, email) values (${id}, ${name}, ${email})`;
  await database.owner`insert into official_grant (id, user_id, role, body_id) values (${randomUUID()}, ${id}, ${role}, ${bodyId})`;
  return id;
}

export interface Waiting {
  task: string;
  attempts: number;
  last_error: string | null;
}
export const waiting = async (database: TestDatabase): Promise<Waiting[]> =>
  database.owner<Waiting[]>`select task, attempts, last_error from outbox where done_at is null order by id`;

export const allDelivered = (database: TestDatabase) => until(async () => (await waiting(database)).length === 0);
export const failedOnce = (database: TestDatabase, task = 'notice.mail') =>
  until(async () => (await waiting(database)).some((row) => row.task === task && row.attempts > 0));

/** Asks that everybody be told, as a verb does. */
export const tell = (database: TestDatabase, caseId: string, template: string) =>
  database.owner`insert into outbox (task, payload) values ('notice.case', ${database.owner.json({ caseId, template })})`;
