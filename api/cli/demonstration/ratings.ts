import { createHash } from 'node:crypto';
import { foldRatings } from '../../../db/queries/rating-figures.ts';
import { pointsOf } from '../../../db/queries/service-points.ts';
import { bodyId } from '../../../db/reference/body-id.ts';
import { EXAMPLE_RATINGS, POINTS, REMARKS } from '../../../db/reference/demo/points.ts';
import { EXAMPLE_POINT_CODE } from '../../domain/point-code.ts';
import { isBadRating, RATING_LEVELS } from '../../domain/rating.ts';
import type { Ctx } from '../../services/context.ts';
import { createPoint } from '../../services/ratings/create-point.ts';
import { rate } from '../../services/ratings/rate.ts';
import type { DemoActor } from './people.ts';

const WEEKS = 6;

/** The same numbers in every demonstration (mulberry32). */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A UUID of version 4 made of a name: a second start sends the same form again. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`jiannuo demonstration ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Counters of the fictional place. @returns their codes, in the order of the table */
export async function seedPoints(ctx: Ctx, administrator: DemoActor): Promise<string[]> {
  const ids = POINTS.map((point) => bodyId(...point.body));
  const known = await pointsOf(ctx.db, { bodies: ids });
  const codes: string[] = [];
  for (const [i, { body, ratings: _r, mood: _m, ...point }] of POINTS.entries()) {
    const found = known.find((row) => row.bodyId === ids[i] && row.name === point.name && !row.revokedAt);
    const made = found ?? (await createPoint({ ...ctx, actor: administrator }, { ...point, bodyId: bodyId(...body) }));
    codes.push(made.code);
  }
  return codes;
}

export interface BadRating {
  number: string;
  at: Date;
}

/** Ratings of the past weeks, oldest first. @returns the cases that the bad ones opened, where they are new */
export async function seedRatings(
  ctx: Ctx,
  codes: readonly string[],
  today: Date,
  at: (instant: Date) => Promise<void>,
): Promise<{ given: number; bad: BadRating[] }> {
  const plan = [
    { code: EXAMPLE_POINT_CODE, ...EXAMPLE_RATINGS },
    ...POINTS.map((point, i) => ({ code: codes[i] ?? '', ratings: point.ratings, mood: point.mood })),
  ].flatMap((point, p) => {
    const random = numbers(9901 + p);
    return Array.from({ length: point.ratings }, (_, n) => {
      const day = 1 + Math.floor(random() * WEEKS * 7);
      const instant = new Date(today.getTime() - day * 86_400_000);
      // Counters are open from nine to five (UTC+8).
      instant.setUTCHours(1 + Math.floor(random() * 8), Math.floor(random() * 60), Math.floor(random() * 60), 0);
      const drawn = random() * 100;
      const upTo = (i: number) => point.mood.slice(0, i + 1).reduce((sum, share) => sum + share, 0);
      const level = RATING_LEVELS.find((_, i) => drawn < upTo(i)) ?? 5;
      const words = random() < (isBadRating(level) ? 0.9 : 0.2) ? pick(REMARKS[level] ?? [], random()) : undefined;
      return { code: point.code, id: demoId(`rating ${p} ${n}`), instant, level, words };
    });
  });
  plan.sort((a, b) => a.instant.getTime() - b.instant.getTime());
  const bad: BadRating[] = [];
  let given = 0;
  for (const [i, r] of plan.entries()) {
    await at(r.instant);
    const said = { submissionId: r.id, code: r.code, level: r.level, ...(r.words ? { words: r.words } : {}) };
    const { created, answer } = await rate(ctx, said, { device: `demonstration ${i}` });
    if (!created) continue;
    given++;
    if (answer.case) bad.push({ number: answer.case.number, at: r.instant });
  }
  while ((await foldRatings(ctx.sql)) > 0);
  return { given, bad };
}

const pick = (words: readonly string[], at: number): string | undefined => words[Math.floor(at * words.length)];
