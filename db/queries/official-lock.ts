import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../client.ts';
import { authUser } from '../schema/officials.ts';

/** Holds the official's row, so that changes and their events follow one another. Null: no such official. */
export async function lockOfficial(tx: Tx | Db, id: string) {
  const [row] = await tx
    .select({
      id: authUser.id,
      name: authUser.name,
      email: authUser.email,
      disabledAt: authUser.disabledAt,
      now: sql<Date>`now()`.mapWith(authUser.createdAt),
    })
    .from(authUser)
    .where(eq(authUser.id, id))
    .for('update');
  return row ?? null;
}
