import { randomUUID } from 'node:crypto';
import { connect } from '../../../../db/client.ts';
import {
  closePast,
  type FullNote,
  fullNote,
  openPast,
  pastUrl,
  putFullNote,
  serviceCases,
  setPast,
} from '../../../../db/queries/demonstration.ts';
import { databaseTime } from '../../../../db/queries/disclosures.ts';
import { foldRatings } from '../../../../db/queries/rating-figures.ts';
import { ensureRatingMonths } from '../../../../db/queries/rating-months.ts';
import type { Log } from '../../../adapters/ports.ts';
import { buildDeps, type Config } from '../../../deps.ts';
import type { Ctx, Deps } from '../../../services/context.ts';
import { expireDisclosures } from '../../../services/disclosures/expire.ts';
import { rollUpIntegrity } from '../../../services/integrity/roll-up.ts';
import { countPlaces } from '../../../services/places/count.ts';
import type { DemoActor } from '../people.ts';
import { fillCases } from './cases.ts';
import { fillCommitments } from './commitments.ts';
import { BAD_SHARE, scaled } from './counts.ts';
import { fillLoops } from './loops.ts';
import { placesOf } from './places.ts';
import { fillPoints } from './points.ts';
import type { Progress } from './progress.ts';
import { fillRatings } from './ratings.ts';
import { fillRecords } from './records.ts';
import type { World } from './world.ts';

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
const NO_LIMITS = { filings: 1e9, ratings: 1e9, lookups: 1e9, uploads: 1e9 };
const POOL = 8;

export interface FullOptions {
  /** 1 is the whole; a test takes a hundredth. */
  scale?: number;
  progress: Progress;
  /** Everything is counted back from here; by default from now. */
  base?: Date;
}

/**
 * Fills the whole fictional province: records, promises, cases, ratings and what followed them, by the verbs that everybody uses.
 * The reference of the province must be loaded (db/reference/demo/full) and the small demonstration be there. Goes on where
 * another run was cut off. @returns false: there was nothing to do
 */
export async function seedFull(
  present: Deps,
  config: Config,
  ownerUrl: string,
  actors: Readonly<Record<string, DemoActor>>,
  options: FullOptions,
): Promise<boolean> {
  if (!config.place.demonstration) throw new Error('only a demonstration gets fictional data');
  const note = (await fullNote(present.db)) ?? (await begin(present, options));
  if (note.done.all) return false;
  const owner = connect(ownerUrl, { size: 1 });
  await openPast(owner.sql);
  const past = await buildDeps({ ...config, databaseUrl: pastUrl(config.databaseUrl), poolSize: POOL }, SILENT);
  const deps: Deps = { ...past.deps, limits: NO_LIMITS };
  const ctx: Ctx = {
    ...deps,
    actor: { kind: 'system' },
    locale: 'zh-CN',
    requestId: randomUUID(),
    source: 'demonstration',
  };
  const world: World = {
    base: new Date(note.base),
    counts: scaled(note.scale),
    places: placesOf(await present.directory()),
    small: new Set(note.small),
    ctx,
    as: (key, grants) => {
      const actor = actors[key];
      if (!actor) throw new Error(`the demonstration has no ${key}`);
      return { ...ctx, actor: { ...actor, grants: grants.map(([role, bodyId]) => ({ role, bodyId })) } };
    },
    actors,
    progress: options.progress,
    at: async (instant) => void (await setPast(owner.sql, instant)),
    done: (part) => note.done[part] ?? 0,
    note: async (part, done) => {
      note.done[part] = done;
      await putFullNote(deps.db, note);
    },
  };
  try {
    const points = await fillPoints(world, BAD_SHARE);
    await fillRecords(world);
    await fillCommitments(world);
    await fillCases(world);
    await fillRatings(world, points, deps, present);
    await fillLoops(world);
    await finish(present, options.progress);
    await world.note('all', 1);
  } finally {
    await past.end();
    await closePast(owner.sql);
    await owner.end();
  }
  return true;
}

async function begin(deps: Deps, { scale = 1, base }: FullOptions): Promise<FullNote> {
  const { now } = await databaseTime(deps.db);
  const small = (await serviceCases(deps.sql)).map((one) => one.number);
  const note = { base: (base ?? now).toISOString(), scale, done: {}, small };
  await putFullNote(deps.db, note);
  return note;
}

/** In the present: what the jobs of the portal would count in its first hour. */
async function finish(deps: Deps, progress: Progress): Promise<void> {
  progress.begin('汇总 figures', 5, 0);
  const steps = [
    () => ensureRatingMonths(deps.sql),
    async () => {
      while ((await foldRatings(deps.sql)) > 0);
    },
    () => expireDisclosures(deps),
    () => countPlaces(deps),
    () => rollUpIntegrity(deps),
  ];
  for (const [i, step] of steps.entries()) {
    await step();
    progress.step(i + 1);
  }
  progress.end();
}
