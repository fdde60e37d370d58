import {
  type ChangeCounts,
  type ChangedClock,
  type ChangeRow,
  changeCounts,
  changedClocks,
  type DayRow,
  dayRows,
  type RuleRow,
  type RungRow,
  recentChanges,
  ruleRows,
  rungRows,
  type YearRow,
  yearRows,
} from '../../../db/queries/settings.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import { changeFor } from './apply-change.ts';
import { governedPlaces } from './authorise-settings.ts';
import { rootOf } from './propose-rule.ts';

/** A rule that everybody has, with what places have made of it. */
export interface RuleView {
  base: RuleRow;
  /** Versions of places, the newest first; those in force have no `validTo`. */
  local: RuleRow[];
  editable: boolean;
}

/** Everything about clocks that an administrator looks at. @throws DomainError auth.required | auth.forbidden */
export async function clockSettings(ctx: Ctx) {
  const places = await governedPlaces(ctx);
  const [rules, rungs, years, changes] = await Promise.all([
    ruleRows(ctx.db),
    rungRows(ctx.db),
    yearRows(ctx.db),
    recentChanges(ctx.db, 12),
  ]);
  return { places, rules: viewsOf(rules), rungs, years, changes };
}

function viewsOf(rows: readonly RuleRow[]): RuleView[] {
  return rows
    .filter((row) => !row.id.includes('@'))
    .map((base) => ({
      base,
      local: rows
        .filter((row) => row.id !== base.id && rootOf(row.id) === base.id)
        .sort((a, b) => (a.division ?? '').localeCompare(b.division ?? '') || b.version - a.version),
      editable: base.certainty !== 'law' && base.subject === 'case',
    }));
}

/** @throws DomainError auth.* | resource.not_found */
export async function ruleSetting(ctx: Ctx, id: string): Promise<RuleView & { places: string[] }> {
  const { rules, places } = await clockSettings(ctx);
  const found = rules.find((rule) => rule.base.id === id);
  if (!found) throw new DomainError('resource.not_found');
  return { ...found, places };
}

export async function ladderSetting(
  ctx: Ctx,
  division: string | null,
): Promise<{ places: string[]; rungs: RungRow[] }> {
  const places = await governedPlaces(ctx);
  const rungs = (await rungRows(ctx.db)).filter((rung) => rung.validTo === null);
  return { places, rungs: rungs.filter((rung) => rung.division === division) };
}

export async function yearSetting(ctx: Ctx, year: number): Promise<{ years: YearRow[]; days: DayRow[] }> {
  await governedPlaces(ctx);
  const [years, days] = await Promise.all([yearRows(ctx.db), dayRows(ctx.db, year)]);
  return { years, days };
}

export interface ChangeView {
  change: ChangeRow;
  counts: ChangeCounts;
  clocks: (ChangedClock & { handler: string | null })[];
  next: string | null;
}

const PAGE = 50;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** A change with the cases that it moves, fifty a page. @throws DomainError auth.* | resource.not_found | cursor.invalid */
export async function viewChange(ctx: Ctx, id: string, after: string | null): Promise<ChangeView> {
  if (after !== null && !/^[0-9a-f-]{36}$/.test(after)) throw new DomainError('cursor.invalid');
  const change = await changeFor(ctx, id);
  const [counts, rows, directory] = await Promise.all([
    changeCounts(ctx.sql, id),
    changedClocks(ctx.sql, id, after ?? FIRST, PAGE + 1),
    ctx.directory(),
  ]);
  const clocks = rows.slice(0, PAGE).map((row) => ({
    ...row,
    handler: row.handlerId ? bodyName(directory, row.handlerId, ctx.locale) : null,
  }));
  return { change, counts, clocks, next: rows.length > PAGE ? (clocks.at(-1)?.clockId ?? null) : null };
}
