import { pointsOf } from '../../../../db/queries/service-points.ts';
import { bodyId } from '../../../../db/reference/body-id.ts';
import { POINT_PATTERNS } from '../../../../db/reference/demo/full/ratings.ts';
import { POINTS } from '../../../../db/reference/demo/points.ts';
import { createPoint } from '../../../services/ratings/create-point.ts';
import { draw } from './draw.ts';
import type { World } from './world.ts';

export interface FullPoint {
  code: string;
  /** How many ratings it gets, beside the others. */
  weight: number;
  /** Of its ratings so many are bad. */
  bad: number;
  /** Of those that are not bad, so many are of level 5 and 4. */
  good: readonly [five: number, four: number];
  channel: 'offline' | 'online';
}

/** Counters of all cities and some of their counties, and those of the small demonstration; made once. */
export async function fillPoints(world: World, badShare: number): Promise<FullPoint[]> {
  const { ctx, places } = world;
  const administrator = world.as('administrator', [['administrator', places.province.id]]);
  const wanted = places.cities.slice(2).flatMap((city) =>
    POINT_PATTERNS.flatMap(({ role, at, weight, ...point }, n) => {
      const division = at === 'city' ? city : (places.children(city)[n % places.children(city).length] ?? city);
      const body = places.bodyOf(division, role);
      if (!body) return [];
      const [place, english] = [places.nameOf(division), places.englishOf(division)];
      const online = point.kind === 'online';
      const where = online
        ? { placeName: '网上', placeNameEn: 'Online' }
        : { placeName: `${place}政务服务大厅`, placeNameEn: `Service Hall of ${english}` };
      const made = {
        ...point,
        ...where,
        bodyId: body.id,
        channel: online ? ('online' as const) : ('offline' as const),
      };
      return [{ made: online ? { ...made, name: `${place}${point.name}` } : made, weight }];
    }),
  );
  const small = POINTS.map((point) => bodyId(...point.body));
  const known = await pointsOf(ctx.db, { bodies: [...small, ...wanted.map(({ made }) => made.bodyId)] });
  const points: { code: string; weight: number; channel: 'offline' | 'online' }[] = [];
  for (const { made, weight } of wanted) {
    const found = known.find((row) => row.bodyId === made.bodyId && row.name === made.name && !row.revokedAt);
    const { code } = found ?? (await createPoint(administrator, made));
    points.push({ code, weight, channel: made.channel });
  }
  for (const point of POINTS) {
    const found = known.find((row) => row.name === point.name && row.placeName === point.placeName && !row.revokedAt);
    if (found) points.push({ code: found.code, weight: 10, channel: point.channel });
  }
  return points.map((point, i) => {
    const d = draw(`point ${i}`);
    const five = 0.45 + d.next() * 0.35;
    return {
      ...point,
      weight: point.weight * (0.5 + d.next()),
      bad: badShare * (0.3 + d.next() * 1.4),
      good: [five, (1 - five) * (0.5 + d.next() * 0.4)] as const,
    };
  });
}
