import { asc, sql } from 'drizzle-orm';
import type { Calendar } from '../../api/domain/calendar.ts';
import type { ClockRule } from '../../api/domain/deadline.ts';
import type { Rung } from '../../api/domain/ladder.ts';
import type { Db } from '../client.ts';
import { calendarDay, calendarYear, clockLadder, clockRule } from '../schema/clocks.ts';

export async function allClockRules(db: Db): Promise<ClockRule[]> {
  const rows = await db.select().from(clockRule).orderBy(asc(clockRule.id));
  return rows.map((row) => ({
    id: row.id,
    caseKind: row.caseKind,
    subject: row.subject as ClockRule['subject'],
    step: row.step,
    length: row.length,
    unit: row.unit as ClockRule['unit'],
    startEvent: row.startEvent,
    stopEvent: row.stopEvent,
    maxExtension: row.maxExtension,
    extensionApprover: row.extensionApprover,
    onExpiry: row.onExpiry as ClockRule['onExpiry'],
    basis: row.basis,
    basisEn: row.basisEn,
    certainty: row.certainty as ClockRule['certainty'],
    division: row.division,
    validFrom: row.validFrom,
    validTo: row.validTo,
    channel: row.channel,
  }));
}

/** Changes with every edit of a rule or a year, and with every load of reference data. */
export async function clockVersion(db: Db): Promise<string> {
  const [row] = await db.execute<{ version: string }>(sql`
    select concat_ws('/',
      (select count(*) || '.' || coalesce(extract(epoch from max(changed_at)), 0) from clock_rule),
      (select count(*) || '.' || sum(version) || '.' || coalesce(extract(epoch from max(changed_at)), 0) from calendar_year),
      (select md5(string_agg(name || hash, ',' order by name)) from reference_load
        where name in ('clocks', 'holidays'))) as version`);
  return row?.version ?? '';
}

export async function allRungs(db: Db): Promise<Rung[]> {
  const rows = await db.select().from(clockLadder).orderBy(asc(clockLadder.division), asc(clockLadder.rung));
  return rows.map(({ id, division, rung, days, roles, superior, template, validFrom, validTo }) => ({
    id,
    division,
    rung,
    days,
    roles,
    superior,
    template,
    validFrom,
    validTo,
  }));
}

export async function wholeCalendar(db: Db): Promise<Calendar> {
  const [days, years] = await Promise.all([db.select().from(calendarDay), db.select().from(calendarYear)]);
  const of = (kind: string) => new Set(days.filter((row) => row.kind === kind).map((row) => row.day));
  return { holidays: of('holiday'), workdays: of('workday'), years: new Set(years.map((row) => row.year)) };
}
