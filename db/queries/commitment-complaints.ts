import type { Sql } from '../client.ts';

/** How complaints that began at a commitment went: two facts of the closed ones. */
export interface ComplaintCounts {
  received: number;
  answered: number;
  closed: number;
  bodySolved: number;
  solved: number;
}

/** Those that passed screening; withdrawn ones are not counted. */
export async function complaintsAbout(sql: Sql, commitmentId: string): Promise<ComplaintCounts> {
  const [row] = await sql<ComplaintCounts[]>`
    select count(*)::int as received, (count(*) filter (where answered_at is not null))::int as answered,
      (count(*) filter (where state = 'closed'))::int as closed,
      (count(*) filter (where state = 'closed' and body_says = 'solved'))::int as "bodySolved",
      (count(*) filter (where state = 'closed' and verdict = 'solved'))::int as solved
    from cases where commitment_id = ${commitmentId} and screening = 'passed' and state <> 'withdrawn'`;
  return row ?? { received: 0, answered: 0, closed: 0, bodySolved: 0, solved: 0 };
}

/** The commitment that a case began at. */
export async function commitmentOfNumber(sql: Sql, number: string): Promise<{ id: string; title: string } | null> {
  const [row] = await sql<{ id: string; title: string }[]>`
    select p.id, p.title from cases c join commitment p on p.id = c.commitment_id
    where c.number = ${number} and p.published_at is not null`;
  return row ?? null;
}
