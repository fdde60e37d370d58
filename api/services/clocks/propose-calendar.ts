import { randomUUID } from 'node:crypto';
import { insertChange, lockSettings, openChange } from '../../../db/queries/settings.ts';
import { parse } from '../../contracts/parse.ts';
import { HolidayNotice } from '../../contracts/settings.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ProposedCalendar } from '../../domain/proposed-setting.ts';
import type { Ctx } from '../context.ts';
import { editorOf, requirePortal } from './authorise-settings.ts';
import { planSoon } from './plan-change.ts';

/**
 * Takes the days of a year as the State Council's notice has them and looks for the open cases whose dates it moves.
 * Nothing holds before somebody confirms it. @throws DomainError auth.* | request.invalid | setting.change_open
 */
export async function proposeCalendar(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  await requirePortal(ctx);
  const input = parse(HolidayNotice, raw);
  const days = input.days.toSorted((a, b) => a.day.localeCompare(b.day));
  const proposed: ProposedCalendar = { year: input.year, notice: input.notice, days };
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    await lockSettings(tx);
    const subject = String(input.year);
    if (await openChange(tx, 'calendar', subject)) throw new DomainError('setting.change_open');
    await insertChange(tx, { id, kind: 'calendar', subject, proposed, proposedBy: editorOf(ctx) });
  });
  await planSoon(ctx, id);
  return { id };
}

/** "2027-01-01 元旦" a line, a working weekend day with 班 or "work" before its name: as people type a notice. */
export function daysOfText(text: string): { day: string; kind: string; name: string }[] {
  return text
    .normalize('NFKC')
    .split(/\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [, day = line, rest = ''] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
      const work = /^(?:班|上班|调休|work(?:day)?)\s*[:：]?\s*/i.exec(rest);
      const name = (work ? rest.slice(work[0].length) : rest).trim();
      return { day, kind: work ? 'workday' : 'holiday', name: name || (work ? '调休上班' : '放假') };
    });
}
