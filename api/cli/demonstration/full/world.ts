import type { OfficialRole } from '../../../domain/official.ts';
import type { Ctx } from '../../../services/context.ts';
import type { DemoActor } from '../people.ts';
import type { FullCounts } from './counts.ts';
import type { Places } from './places.ts';
import type { Progress } from './progress.ts';

/** What every part of the full demonstration works with. */
export interface World {
  /** Everything is counted back from this instant: that of the first run. */
  base: Date;
  counts: FullCounts;
  places: Places;
  /** Cases of bad ratings that are not of the full demonstration. */
  small: ReadonlySet<string>;
  /** As the portal itself, in the past. */
  ctx: Ctx;
  /** As an official of the demonstration, with roles for a body. */
  as(key: string, grants: readonly (readonly [role: OfficialRole, bodyId: string])[]): Ctx;
  actors: Readonly<Record<string, DemoActor>>;
  progress: Progress;
  /** Sets the time of `ctx`. */
  at(instant: Date): Promise<void>;
  /** How far a part has come. */
  done(part: string): number;
  note(part: string, done: number): Promise<void>;
}

/** As whoever files: nobody signed in, with a human check that says so. */
export const asPublic = (ctx: Ctx, check: 'passed' | 'unavailable' = 'passed'): Ctx => ({
  ...ctx,
  actor: { kind: 'public' },
  humanCheck: { ...ctx.humanCheck, verify: async () => check },
});
