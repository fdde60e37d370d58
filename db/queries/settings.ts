import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { SettingKind, SettingState } from '../../api/domain/setting.ts';
import type { Db, Sql, Tx } from '../client.ts';
import { calendarDay, calendarYear, clockLadder, clockRule, settingChange } from '../schema/clocks.ts';

/** Settings of clocks: rules, ladders and years with their versions, and changes that are planned and carried out. */

/** One editor at a time, so that versions and the chain of a setting's events follow one another. */
export async function lockSettings(tx: Tx): Promise<{ now: Date; today: string }> {
  await tx.execute(sql`select pg_advisory_xact_lock(7210011)`);
  const [row] = await tx.execute<{ now: string; today: string }>(
    sql`select now()::text as now, (now() at time zone 'Asia/Shanghai')::date::text as today`,
  );
  return { now: new Date(row?.now ?? ''), today: row?.today ?? '' };
}

export type RuleRow = typeof clockRule.$inferSelect;
export type RungRow = typeof clockLadder.$inferSelect;
export type YearRow = typeof calendarYear.$inferSelect;
export type DayRow = typeof calendarDay.$inferSelect;
export type ChangeRow = typeof settingChange.$inferSelect;

export const ruleRows = (db: Db | Tx): Promise<RuleRow[]> => db.select().from(clockRule).orderBy(asc(clockRule.id));

export async function insertRule(tx: Tx, row: typeof clockRule.$inferInsert): Promise<void> {
  await tx.insert(clockRule).values(row);
}

/** The last day of a version of a rule was yesterday; what was counted by it keeps referring to it. */
export async function endRule(tx: Tx, id: string, validTo: string, by: string, at: Date): Promise<void> {
  await tx.update(clockRule).set({ validTo, changedBy: by, changedAt: at }).where(eq(clockRule.id, id));
}

export const rungRows = (db: Db | Tx): Promise<RungRow[]> =>
  db.select().from(clockLadder).orderBy(asc(clockLadder.division), asc(clockLadder.rung));

/** Ends the ladder that a place has now. @returns the version of its last one, 0 where it never had any */
export async function endLadder(tx: Tx, division: string, validTo: string, by: string, at: Date): Promise<number> {
  await tx
    .update(clockLadder)
    .set({ validTo, changedBy: by, changedAt: at })
    .where(and(eq(clockLadder.division, division), isNull(clockLadder.validTo)));
  const [row] = await tx
    .select({ version: sql<number>`coalesce(max(${clockLadder.version}), 0)::int` })
    .from(clockLadder)
    .where(eq(clockLadder.division, division));
  return row?.version ?? 0;
}

export async function insertRungs(tx: Tx, rows: (typeof clockLadder.$inferInsert)[]): Promise<void> {
  if (rows.length > 0) await tx.insert(clockLadder).values(rows);
}

export const yearRows = (db: Db | Tx): Promise<YearRow[]> =>
  db.select().from(calendarYear).orderBy(desc(calendarYear.year));
export const dayRows = (db: Db | Tx, year: number): Promise<DayRow[]> =>
  db.select().from(calendarDay).where(eq(calendarDay.year, year)).orderBy(asc(calendarDay.day));

/** A year as a notice has it: its days are replaced, the row says that it is no longer the reference's. */
export async function putYear(
  tx: Tx,
  year: { year: number; notice: string; by: string; at: Date },
  days: readonly { day: string; kind: string; name: string }[],
): Promise<number> {
  const edit = { notice: year.notice, origin: 'local', referenceHash: null, changedBy: year.by, changedAt: year.at };
  const [row] = await tx
    .insert(calendarYear)
    .values({ year: year.year, ...edit })
    .onConflictDoUpdate({ target: calendarYear.year, set: { ...edit, version: sql`${calendarYear.version} + 1` } })
    .returning({ version: calendarYear.version });
  await tx.delete(calendarDay).where(eq(calendarDay.year, year.year));
  if (days.length > 0) await tx.insert(calendarDay).values(days.map((day) => ({ ...day, year: year.year })));
  return row?.version ?? 1;
}

export async function insertChange(tx: Tx, row: typeof settingChange.$inferInsert): Promise<void> {
  await tx.insert(settingChange).values(row);
}

export async function changeRow(db: Db | Tx, id: string): Promise<ChangeRow | null> {
  const [row] = await db.select().from(settingChange).where(eq(settingChange.id, id));
  return row ?? null;
}

export const recentChanges = (db: Db | Tx, limit: number): Promise<ChangeRow[]> =>
  db.select().from(settingChange).orderBy(desc(settingChange.proposedAt)).limit(limit);

/** A change of the same setting that is on its way: only one at a time. */
export async function openChange(tx: Tx, kind: SettingKind, subject: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: settingChange.id })
    .from(settingChange)
    .where(
      and(
        eq(settingChange.kind, kind),
        eq(settingChange.subject, subject),
        sql`${settingChange.state} in ('counting', 'proposed', 'applying')`,
      ),
    );
  return row?.id ?? null;
}

/** From one state to the next, once. @returns false where it was not in that state */
export async function moveChange(
  tx: Tx | Db,
  id: string,
  from: SettingState,
  set: Partial<typeof settingChange.$inferInsert>,
): Promise<boolean> {
  const rows = await tx
    .update(settingChange)
    .set(set)
    .where(and(eq(settingChange.id, id), eq(settingChange.state, from)))
    .returning({ id: settingChange.id });
  return rows.length > 0;
}

/** A clock that has not ended, as a change looks at it. */
export interface OpenClock {
  id: string;
  caseId: string;
  kind: string;
  channel: string;
  division: string | null; // of the handler
  step: string;
  ruleId: string;
  startedOn: string | null;
  dueOn: string | null;
  length: number;
  unit: string;
  provisional: boolean;
  extension: number;
  stops: { from: string; to: string | null }[];
}

/** Keyset page of open clocks; `step` null: those that count working days and have begun. */
export async function openClocks(
  sql: Sql,
  after: string,
  limit: number,
  of: { step: string; kind: string | null } | null,
): Promise<OpenClock[]> {
  const which = of
    ? sql`k.step = ${of.step} ${of.kind === null ? sql`` : sql`and c.kind = ${of.kind}`}`
    : sql`k.unit = 'working_day' and k.started_on is not null`;
  return sql<OpenClock[]>`
    select k.id, k.case_id as "caseId", c.kind, c.channel, b.division, k.step, k.rule_id as "ruleId",
      k.started_on::text as "startedOn", k.due_on::text as "dueOn", k.length, k.unit, k.provisional,
      coalesce((select sum(x.days) from case_clock_extension x where x.clock_id = k.id and x.approved), 0)::int as extension,
      coalesce((select json_agg(json_build_object('from', s.from_on, 'to', s.to_on) order by s.from_on)
        from case_clock_stop s where s.clock_id = k.id), '[]') as stops
    from case_clock k join cases c on c.id = k.case_id left join body b on b.id = c.handler_id
    where k.ended_on is null and k.id > ${after}::uuid and ${which}
    order by k.id limit ${limit}`;
}

export interface MovedClock {
  clockId: string;
  caseId: string;
  step: string;
  oldDue: string | null;
  newDue: string | null;
  /** Overdue already: listed, and left as it is (both dates are the same). */
  overdue: boolean;
}

/** Clocks that a change moves, or would if they were not overdue, as they are found; found again, the dates are those of today. */
export async function putMoved(sql: Sql, changeId: string, moved: readonly MovedClock[]): Promise<void> {
  if (moved.length === 0) return;
  await sql`
    insert into setting_change_clock (change_id, clock_id, case_id, step, old_due, new_due, overdue)
    select ${changeId}::uuid, "clockId", "caseId", step, "oldDue", "newDue", overdue
    from json_to_recordset(${JSON.stringify(moved)}::text::json)
      as x ("clockId" uuid, "caseId" uuid, step text, "oldDue" date, "newDue" date, overdue boolean)
    on conflict (change_id, clock_id) do update
      set old_due = excluded.old_due, new_due = excluded.new_due, overdue = excluded.overdue
      where setting_change_clock.applied_at is null`;
}

export interface ChangeCounts {
  moved: number;
  notBegun: number;
  later: number;
  earlier: number;
  /** Overdue already, and not moved. */
  overdue: number;
  applied: number;
}

export async function changeCounts(sql: Sql, id: string): Promise<ChangeCounts> {
  const [row] = await sql<ChangeCounts[]>`
    select count(*) filter (where old_due is not null and not overdue)::int as moved,
      count(*) filter (where old_due is null)::int as "notBegun",
      count(*) filter (where new_due > old_due)::int as later,
      count(*) filter (where new_due < old_due)::int as earlier,
      count(*) filter (where overdue)::int as overdue,
      count(applied_at) filter (where not overdue)::int as applied
    from setting_change_clock where change_id = ${id}`;
  return row as ChangeCounts;
}

export interface ChangedClock extends MovedClock {
  number: string;
  handlerId: string | null;
  applied: boolean;
}

/** Keyset page of what a change moves. */
export async function changedClocks(sql: Sql, id: string, after: string, limit: number): Promise<ChangedClock[]> {
  return sql<ChangedClock[]>`
    select m.clock_id as "clockId", m.case_id as "caseId", m.step, m.old_due::text as "oldDue", m.new_due::text as "newDue",
      m.overdue, c.number, c.handler_id as "handlerId", m.applied_at is not null as applied
    from setting_change_clock m join cases c on c.id = m.case_id
    where m.change_id = ${id} and m.clock_id > ${after}::uuid
    order by m.clock_id limit ${limit}`;
}

/** A batch of what is still to be moved, locked for the transaction; another process takes others. */
export async function takeMoved(
  tx: Tx,
  changeId: string,
  limit: number,
): Promise<{ clockId: string; caseId: string }[]> {
  return tx.execute<{ clockId: string; caseId: string }>(sql`
    select clock_id as "clockId", case_id as "caseId" from setting_change_clock
    where change_id = ${changeId} and applied_at is null
    order by clock_id limit ${limit} for update skip locked`) as unknown as Promise<
    { clockId: string; caseId: string }[]
  >;
}

export async function markMoved(
  tx: Tx,
  changeId: string,
  clockId: string,
  dates: { oldDue: string | null; newDue: string | null; overdue: boolean } | null,
): Promise<void> {
  await tx.execute(sql`
    update setting_change_clock set applied_at = now()
      ${dates ? sql`, old_due = ${dates.oldDue}, new_due = ${dates.newDue}, overdue = ${dates.overdue}` : sql``}
    where change_id = ${changeId} and clock_id = ${clockId}`);
}

export async function waitingMoved(sql: Sql, changeId: string): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from setting_change_clock where change_id = ${changeId} and applied_at is null`;
  return row?.count ?? 0;
}

/** The date stays, only the remark that a year had no notice yet goes or comes. */
export async function setProvisional(sql: Sql, ids: readonly string[], provisional: boolean): Promise<void> {
  if (ids.length === 0) return;
  await sql`update case_clock set provisional = ${provisional} where id = any(${ids as string[]}::uuid[])`;
}
