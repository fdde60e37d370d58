import { invalidate } from '../../../db/queries/outbox.ts';
import { rolledUp, rollUpPlaces } from '../../../db/queries/place-figures.ts';
import { hiddenPlaces } from '../../domain/place-cells.ts';
import type { Deps } from '../context.ts';
import { LEAST_CASES } from '../directory/credit-file.ts';

/** Counts how cases went in each place, hourly; pages of places show it then. */
export async function countPlaces(deps: Pick<Deps, 'sql' | 'db'>): Promise<void> {
  await rollUpPlaces(deps.sql, (counts) => hiddenPlaces(counts, LEAST_CASES));
  await deps.db.transaction((tx) => invalidate(tx, ['places']));
}

/** The first count after an installation or an upgrade, so that nobody waits for the hour. */
export async function countPlacesOnce(deps: Pick<Deps, 'sql' | 'db'>): Promise<void> {
  if (!(await rolledUp(deps.sql))) await countPlaces(deps);
}
