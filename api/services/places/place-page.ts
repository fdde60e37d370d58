import {
  type PlaceCases,
  type PlaceOwed,
  type PlaceRecords,
  placeCases,
  placeMonths,
  placeOwed,
  placeRecords,
  placeYears,
} from '../../../db/queries/place-figures.ts';
import type { PublicDisclosure } from '../../domain/disclosure-view.ts';
import { divisionChain, divisionCode, parentOf } from '../../domain/division-code.ts';
import { DomainError } from '../../domain/errors.ts';
import { RANKING_SAMPLE, type Rate, rate } from '../../domain/report.ts';
import type { Ctx } from '../context.ts';
import { type Outcomes, outcomesOf } from '../directory/credit-file.ts';
import { type DivisionView, divisionView } from '../directory/view.ts';
import { searchDisclosures } from '../disclosures/search.ts';

export const MOST_COMPARED = 4;
const YEARS = 10;
const WARNINGS = 10;

export interface PlaceRow {
  place: DivisionView;
  /** By the lower end of the interval of answers in time; null: too few cases to be placed. */
  rank: number | null;
  records: PlaceRecords;
  /** Of the unperformed judgments and breaches that were public, put right. */
  putRight: Rate;
  /** Null: too few cases to be told, or they would tell those of a part by subtraction. */
  cases: Outcomes | null;
}

export interface PlacePage {
  place: DivisionView;
  chain: DivisionView[];
  here: PlaceRow;
  /** What its bodies owe by judgments that they do not obey. */
  owed: PlaceOwed;
  /** Places right below, the ranked ones first. */
  children: PlaceRow[];
  years: { year: number; published: number; broken: number }[];
  months: (PlaceCases & { month: string })[];
  warnings: { items: PublicDisclosure[]; count: number };
  /** This place and those it is compared with. */
  compared: PlaceRow[];
  /** What it can be compared with: its neighbours. */
  neighbours: DivisionView[];
  sample: number;
  countedAt: Date | null;
}

/**
 * How government bodies of a place and below keep their word: seven statements, however many places there are. `others`: codes
 * of places to compare it with; unknown ones are left out. @throws DomainError resource.not_found
 */
export async function placePage(ctx: Ctx, asked: string, others: readonly string[]): Promise<PlacePage> {
  const directory = await ctx.directory();
  const code = divisionCode(asked);
  const division = code ? directory.divisions.get(code) : undefined;
  if (!division) throw new DomainError('resource.not_found');
  const children = directory.childrenOf(division.code);
  const compared = [...new Set(others)]
    .filter((other) => other !== division.code && directory.divisions.has(other))
    .slice(0, MOST_COMPARED - 1);
  const codes = [...new Set([division.code, ...children.map((child) => child.code), ...compared])];
  const year = new Date().getUTCFullYear() - YEARS + 1;
  const [records, cases, years, months, owed, warnings] = await Promise.all([
    placeRecords(ctx.sql, codes),
    placeCases(ctx.sql, codes),
    placeYears(ctx.sql, division.code, year),
    placeMonths(ctx.sql, division.code),
    placeOwed(ctx.sql, division.code),
    searchDisclosures(ctx, { kind: 'debt_warning', division: division.code, limit: WARNINGS }),
  ]);
  const rows = new Map(
    codes.map((one) => {
      const found = records.find((row) => row.code === one) ?? NO_RECORDS(one);
      const place = directory.divisions.get(one) ?? division;
      return [
        one,
        rowOf(
          divisionView(place),
          found,
          cases.find((row) => row.code === one),
        ),
      ] as const;
    }),
  );
  const pick = (all: readonly string[]) => all.flatMap((one) => rows.get(one) ?? []);
  const [here] = pick([division.code]);
  if (!here) throw new DomainError('resource.not_found');
  return {
    place: divisionView(division),
    chain: divisionChain(division.code)
      .reverse()
      .flatMap((one) => directory.divisions.get(one) ?? [])
      .map(divisionView),
    here,
    owed,
    children: ranked(pick(children.map((child) => child.code))),
    years: [...years],
    months: [...months],
    warnings: { items: warnings.items, count: here.records.warnings },
    compared: pick([division.code, ...compared]),
    neighbours: directory
      .childrenOf(parentOf(division.code))
      .filter((one) => one.code !== division.code)
      .map(divisionView),
    sample: RANKING_SAMPLE,
    countedAt: cases.find((row) => row.countedAt !== null)?.countedAt ?? null,
  };
}

const NO_RECORDS = (code: string): PlaceRecords => ({
  code,
  published: 0,
  lostJudgments: 0,
  unperformed: 0,
  dishonesty: 0,
  warnings: 0,
  honours: 0,
  repaired: 0,
});

function rowOf(
  place: DivisionView,
  records: PlaceRecords,
  counts: (PlaceCases & { hidden: boolean }) | undefined,
): PlaceRow {
  const { repaired, unperformed, dishonesty } = records;
  const putRight = rate(repaired, repaired + unperformed + dishonesty);
  return { place, rank: null, records, putRight, cases: counts?.hidden ? null : outcomesOf(counts) };
}

/**
 * Places by their rate of answers in time, by the lower end of its interval, so that few cases cannot win by luck; equal ends
 * share a place. Whoever has fewer than RANKING_SAMPLE is not placed and stands after the others, in the order of the codes.
 */
export function ranked(rows: readonly PlaceRow[]): PlaceRow[] {
  const enough = (row: PlaceRow) => (row.cases?.inTime.total ?? 0) >= RANKING_SAMPLE;
  const low = (row: PlaceRow) => row.cases?.inTime.low ?? 0;
  const placed = rows.filter(enough).sort((a, b) => low(b) - low(a));
  return [
    ...placed.map((row) => ({ ...row, rank: placed.findIndex((other) => low(other) === low(row)) + 1 })),
    ...rows.filter((row) => !enough(row)),
  ];
}
