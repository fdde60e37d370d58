import type { TestDatabase } from './database.ts';
import { until } from './until.ts';

const RESERVE = 120; // seconds that a test file may take: hooks have 180 s

/**
 * Today's legal date (Asia/Shanghai) by the clock of the database, for tests that count from it. In the last two minutes of a
 * day (15:58 to 16:00 UTC) it waits for the next one, so that the day does not turn under the test. For hooks, not for tests.
 */
export async function steadyToday({ owner }: Pick<TestDatabase, 'owner'>): Promise<string> {
  let today = '';
  await until(
    async () => {
      const [row] = await owner<{ today: string; left: number }[]>`
      select (at)::date::text as today, extract(epoch from date_trunc('day', at) + interval '1 day' - at)::float8 as left
      from (select now() at time zone 'Asia/Shanghai' as at) x`;
      today = row?.today ?? '';
      return Number(row?.left) > RESERVE;
    },
    (RESERVE + 10) * 1000,
  );
  return today;
}
