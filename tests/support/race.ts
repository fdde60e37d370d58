import type { Sql } from '../../db/client.ts';

/** All acts run until they wait at the row of the case; then the lock goes, and they meet. */
export async function raceAt(
  owner: Sql,
  caseId: string,
  acts: readonly (() => Promise<unknown>)[],
): Promise<PromiseSettledResult<unknown>[]> {
  const gate = Promise.withResolvers<void>();
  const taken = Promise.withResolvers<void>();
  const held = owner.begin(async (tx) => {
    await tx`select 1 from cases where id = ${caseId} for update`;
    taken.resolve();
    await gate.promise;
  });
  await taken.promise; // or they would be through before there is anything to wait at
  const all = Promise.allSettled(acts.map((act) => act()));
  for (let waiting = 0; waiting < acts.length; ) {
    const [row] = await owner`
      select count(*)::int as n from pg_locks l join pg_stat_activity a using (pid)
      where not l.granted and a.datname = current_database()`;
    waiting = Number(row?.n);
  }
  gate.resolve();
  await held;
  return all;
}
