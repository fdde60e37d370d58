import { alone, erasuresAfter, lastErasure } from '../../../db/queries/erasure.ts';
import type { ErasureEntry } from '../../adapters/ports.ts';
import type { Deps } from '../context.ts';

/** Writes what is missing into the list (adapters/erasure-list.ts). */
export type AddToList = (after: (seq: number) => Promise<ErasureEntry[]>) => Promise<{ added: number; last: number }>;

/**
 * Brings the list beside the backups up to date, one process at a time. A list that knows more than the database means that an
 * older backup was restored without it. @returns how many were added, and how many the database does not know
 */
export async function keepErasureList(
  deps: Pick<Deps, 'sql' | 'log'>,
  add: AddToList,
): Promise<{ added: number; ahead: boolean }> {
  return alone(deps.sql, async () => {
    const { added, last } = await add((seq) => erasuresAfter(deps.sql, seq));
    const ahead = last > (await lastErasure(deps.sql));
    if (ahead)
      deps.log.error({ last }, 'the list of erasures knows more than the database: npm run restore -- --replay');
    return { added, ahead };
  });
}
