import { FOLDER_RULES, INBOX_FOLDERS, type InboxFolder } from '../../api/domain/inbox.ts';
import type { Sql } from '../client.ts';
import { inReach, type Selection, wanted } from './inbox.ts';

export type InboxCounts = Record<InboxFolder, number>;

/**
 * All folders counted in one statement, exactly: triggers add a row to the tally in the transaction of every change, readers sum
 * up. A hundred thousand cases of one body are a few hundred rows (one per state and due date). What hangs on the official is
 * counted by the index of assignees.
 */
export async function inboxCounts(
  sql: Sql,
  s: Pick<Selection, 'bodies' | 'official' | 'today' | 'soon'>,
): Promise<InboxCounts> {
  const { today, soon } = s;
  const counted = INBOX_FOLDERS.filter((name) => !FOLDER_RULES[name].mine);
  const inside = (name: InboxFolder) => {
    const { states, screening, due } = FOLDER_RULES[name];
    return sql`coalesce(sum(t.n) filter (where t.state = any(${states as string[]}) and t.screening = any(${screening as string[]})
      ${due === 'overdue' ? sql`and t.due_on < ${today}::date` : sql``}
      ${due === 'soon' ? sql`and t.due_on between ${today}::date and ${soon}::date` : sql``}), 0)::int as ${sql(name)}`;
  };
  const mine = { ...s, rule: FOLDER_RULES.mine, filters: {} };
  const [row] = await sql<InboxCounts[]>`
    select ${counted.map((name, i) => sql`${i === 0 ? sql`` : sql`, `}${inside(name)}`)},
      (select count(*)::int from cases c
       where c.state = any(${mine.rule.states as string[]}) and ${wanted(sql, mine)} and ${inReach(sql, s.bodies)}) as mine
    from inbox_tally t where ${inReach(sql, s.bodies, 't')}`;
  return row as InboxCounts;
}

/** Rows of one key become one; what comes to nothing goes. Writers and readers go on meanwhile. @returns rows saved */
export async function foldTally(sql: Sql): Promise<number> {
  const [row] = await sql<{ n: number }[]>`
    with rows as (
      select id, count(*) over (partition by handler_id, accepting_id, watching_id, state, screening, due_on) as many
      from inbox_tally
    ), taken as (
      delete from inbox_tally t using rows r where r.id = t.id and r.many > 1
      returning t.handler_id, t.accepting_id, t.watching_id, t.state, t.screening, t.due_on, t.n
    ), kept as (
      insert into inbox_tally (handler_id, accepting_id, watching_id, state, screening, due_on, n)
      select handler_id, accepting_id, watching_id, state, screening, due_on, sum(n) from taken
      group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 returning 1
    )
    select ((select count(*) from taken) - (select count(*) from kept))::int as n`;
  return row?.n ?? 0;
}

/** Puts right what should never be wrong: adds the difference between the cases and their tally. @returns rows that differed */
export async function checkTally(sql: Sql): Promise<number> {
  const rows = await sql`
    insert into inbox_tally (handler_id, accepting_id, watching_id, state, screening, due_on, n)
    select handler_id, accepting_id, watching_id, state, screening, due_on, sum(n)
    from (
      select handler_id, accepting_id, watching_id, state, screening,
        case when state in ('filed', 'accepted') then due_on end as due_on, 1 as n from cases
      union all
      select handler_id, accepting_id, watching_id, state, screening, due_on, -n from inbox_tally
    ) as difference
    group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0 returning 1`;
  return rows.length;
}
