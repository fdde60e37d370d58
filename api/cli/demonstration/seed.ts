import { randomUUID } from 'node:crypto';
import { connect } from '../../../db/client.ts';
import { closePast, noteSeeded, openPast, pastUrl, setPast, wasSeeded } from '../../../db/queries/demonstration.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import type { Log, SignIn } from '../../adapters/ports.ts';
import { buildDeps, type Config } from '../../deps.ts';
import type { Ctx, Deps } from '../../services/context.ts';
import { seedCases } from './cases.ts';
import { seedCommitments } from './commitments.ts';
import { type SignIns, seedPeople } from './people.ts';
import { seedPoints, seedRatings } from './ratings.ts';
import { seedRecords } from './records.ts';
import { seedSharing } from './sharing.ts';

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Fills a demonstration with its fictional officials, counters, ratings, cases and records: once, by the same verbs that
 * everybody uses. A second call changes nothing. @returns the sign-ins, freshly made for this installation
 */
export async function seedDemonstration(
  running: { deps: Deps; signIn: SignIn; say?: (text: string) => void },
  config: Config,
  ownerUrl: string,
  home: string,
): Promise<SignIns> {
  if (!config.place.demonstration) throw new Error('only a demonstration gets fictional data');
  const ctx = context(running.deps);
  const { signIns, actors } = await seedPeople(ctx, running.signIn, home);
  if (await wasSeeded(running.deps.db)) return signIns;
  const { administrator } = actors;
  if (!administrator) throw new Error('the demonstration has no administrator');
  const { now } = await databaseTime(running.deps.db);
  const codes = await seedPoints(ctx, administrator);

  const owner = connect(ownerUrl, { size: 1 });
  await openPast(owner.sql);
  const past = await buildDeps({ ...config, databaseUrl: pastUrl(config.databaseUrl), poolSize: 2 }, SILENT);
  try {
    const then = context({ ...past.deps, limits: { filings: 1e9, ratings: 1e9, lookups: 1e9, uploads: 1e9 } });
    const at = async (instant: Date) => void (await setPast(owner.sql, instant));
    const ratings = await seedRatings(then, codes, now, at);
    const records = await seedRecords(then, actors, now, at);
    const promises = await seedCommitments(then, actors, now, at);
    const cases = await seedCases(then, actors, ratings.bad, now, at);
    await seedSharing(ctx, actors);
    running.say?.(
      `演示数据已写入 · demonstration: ${ratings.given} ratings, ${cases + ratings.bad.length} cases, ${records} records, ${promises} commitments`,
    );
    await noteSeeded(running.deps.db, { version: 1, ratings: ratings.given, bad: ratings.bad.length, records, cases });
  } finally {
    await past.end();
    await closePast(owner.sql);
    await owner.end();
  }
  return signIns;
}

const context = (deps: Deps): Ctx => ({
  ...deps,
  actor: { kind: 'system' },
  locale: 'zh-CN',
  requestId: randomUUID(),
  source: 'demonstration',
});
