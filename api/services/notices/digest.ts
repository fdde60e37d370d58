import { type DueRow, dueRows, grantsInForce, planDigests } from '../../../db/queries/digest.ts';
import { legalToday } from '../../../db/queries/inbox.ts';
import { type DigestGroup, digestWords } from '../../../site/text/digest.ts';
import { fill } from '../../../site/text/locale.ts';
import { addDays, type Calendar, isWorkingDay } from '../../domain/calendar.ts';
import type { OfficialRole } from '../../domain/official.ts';
import { daysLeft, soonAfter } from '../../domain/running-clock.ts';
import type { Deps, Locale } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';

/** Whose work the list is about: those who act on cases, not those who look on. */
const WORKERS: readonly OfficialRole[] = ['intake', 'handler', 'approver', 'supervisor'];
/** Lines of one mail; the inbox has the rest. */
const LINES = 200;

/** The lists of this morning, on working days only (task digest:officials). Running it twice sends nothing twice. */
export async function planMorning(deps: Pick<Deps, 'sql' | 'calendar'>): Promise<number> {
  const [today, calendar] = await Promise.all([legalToday(deps.sql), deps.calendar()]);
  return isWorkingDay(today, calendar) ? planDigests(deps.sql, today) : 0;
}

/**
 * The list of one official: numbers, days and links, nothing of a case. Null where nothing is due or new, or where `day` is
 * over: a list of yesterday would mislead.
 */
export async function digestText(
  deps: Pick<Deps, 'sql' | 'directory' | 'calendar'>,
  userId: string,
  day: string,
  locale: Locale,
  root: string,
): Promise<string | null> {
  const [today, calendar, grants] = await Promise.all([
    legalToday(deps.sql),
    deps.calendar(),
    grantsInForce(deps.sql, userId),
  ]);
  if (today !== day) return null;
  const actor = { kind: 'official' as const, id: userId, name: '', grants };
  const bodies = [...(await bodiesOf({ actor, directory: deps.directory }, WORKERS))];
  const days = { soon: soonAfter(today, calendar), since: workingDayBefore(today, calendar) };
  const rows = await dueRows(deps.sql, bodies, days, LINES + 1);
  const groups = new Map<DigestGroup, string[]>();
  for (const row of rows.slice(0, LINES)) {
    const group = groupOf(row, today, days.soon);
    const line = lineOf(row, today, calendar, locale);
    groups.set(group, [...(groups.get(group) ?? []), `${line}  ${root}/officials/cases/${row.number}`]);
  }
  if (groups.size === 0) return null;
  const t = digestWords[locale];
  const blocks = (['overdue', 'today', 'soon', 'fresh'] as const).flatMap((group) => {
    const lines = groups.get(group);
    return lines ? [[fill(t.groups[group], { count: lines.length }), ...lines].join('\n')] : [];
  });
  if (rows.length > LINES) blocks.push(t.more);
  return blocks.join('\n\n');
}

function groupOf(row: DueRow, today: string, soon: string): DigestGroup {
  if (!row.dueOn || row.dueOn > soon) return 'fresh';
  return row.dueOn < today ? 'overdue' : row.dueOn === today ? 'today' : 'soon';
}

function lineOf(row: DueRow, today: string, calendar: Calendar, locale: Locale): string {
  if (!row.dueOn) return row.number;
  const { days, unit } = daysLeft(today, row.dueOn, row.unit ?? 'calendar_day', calendar);
  const t = digestWords[locale];
  const words = days < 0 ? t.late : days === 0 ? t.now : t.left;
  return `${row.number}  ${fill(words, { days: Math.abs(days), unit: t.units[unit] })}`;
}

/** What came in since the list before: from the beginning of the working day before. */
function workingDayBefore(today: string, calendar: Calendar): string {
  let day = addDays(today, -1);
  while (!isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}
