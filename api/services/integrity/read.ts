import {
  bodyFigures,
  figureHistory,
  placeFigures,
  type StoredFigure,
  type WeightsRow,
  weightsRows,
} from '../../../db/queries/integrity.ts';
import { divisionChain, divisionCode } from '../../domain/division-code.ts';
import { DomainError } from '../../domain/errors.ts';
import { DEFAULT_WEIGHTS, type FigureKind, rankScores, type Weights } from '../../domain/integrity.ts';
import type { Ctx } from '../context.ts';
import { type DivisionView, divisionView } from '../directory/view.ts';
import { figureOf, type IntegrityFigure } from './figure.ts';

export const BODIES_A_PAGE = 50;
const MONTHS = 12;

export interface IntegrityRow {
  kind: FigureKind;
  id: string;
  name: string;
  nameEn: string | null;
  rank: number | null;
  /** Null: there is nothing to count. */
  figure: IntegrityFigure | null;
}
export interface IntegrityRanking {
  place: DivisionView;
  chain: DivisionView[];
  /** The place itself. */
  here: IntegrityFigure | null;
  rows: IntegrityRow[];
  weights: Weights;
  countedAt: Date | null;
  /** Whether there are bodies after these. */
  more: boolean;
}

type Known = readonly WeightsRow[];
const weightsOf = (all: Known, id: number): Weights => all.find((row) => row.id === id)?.weights ?? DEFAULT_WEIGHTS;
const show = (all: Known, row: StoredFigure | undefined): IntegrityFigure | null =>
  row ? figureOf(row, weightsOf(all, row.weightsId)) : null;
const unranked = { low: null, ranked: false };

/**
 * Places right below a place, or bodies in it, by score. Three reads by key. A page of bodies ranks by its place among all
 * that are ranked. @throws DomainError resource.not_found
 */
export async function integrityRanking(
  ctx: Ctx,
  asked: { place?: string; of: 'places' | 'bodies'; page?: number },
): Promise<IntegrityRanking> {
  const directory = await ctx.directory();
  const code = divisionCode(asked.place ?? ctx.place.division);
  const place = code ? directory.divisions.get(code) : undefined;
  if (!place) throw new DomainError('resource.not_found');
  const children = directory.childrenOf(place.code);
  const skip = Math.max(0, (asked.page ?? 1) - 1) * BODIES_A_PAGE;
  const bodies = asked.of === 'bodies';
  const [all, places, found] = await Promise.all([
    weightsRows(ctx.sql),
    placeFigures(ctx.sql, [place.code, ...(bodies ? [] : children.map((one) => one.code))]),
    bodies ? bodyFigures(ctx.sql, place.code, true, BODIES_A_PAGE + 1, skip) : [],
  ]);
  const placed = (rows: Omit<IntegrityRow, 'rank'>[]) =>
    rankScores(rows.map((row) => ({ row, figure: row.figure ?? unranked }))).map(({ row, rank }) => ({
      ...row,
      rank: rank === null ? null : rank + skip,
    }));
  const rows = bodies
    ? found.slice(0, BODIES_A_PAGE).map((row) => {
        const body = directory.bodies.get(row.subject);
        const name = body?.name ?? row.subject;
        return { kind: 'body' as const, id: row.subject, name, nameEn: body?.nameEn ?? null, figure: show(all, row) };
      })
    : children.map((one) => {
        const row = places.find((figure) => figure.subject === one.code);
        const { code: id, name, nameEn } = one;
        return { kind: 'place' as const, id, name, nameEn, figure: show(all, row) };
      });
  const here = places.find((row) => row.subject === place.code);
  return {
    place: divisionView(place),
    chain: divisionChain(place.code)
      .reverse()
      .flatMap((one) => directory.divisions.get(one) ?? [])
      .map(divisionView),
    here: show(all, here),
    rows: placed(rows),
    weights: all[0]?.weights ?? DEFAULT_WEIGHTS,
    countedAt: here?.countedAt ?? found[0]?.countedAt ?? null,
    more: found.length > BODIES_A_PAGE,
  };
}

/** One place or body month by month, the newest first; none where there was never anything to count. */
export async function integrityOf(
  ctx: Pick<Ctx, 'sql'>,
  kind: FigureKind,
  subject: string,
): Promise<IntegrityFigure[]> {
  const [all, rows] = await Promise.all([weightsRows(ctx.sql), figureHistory(ctx.sql, kind, subject, MONTHS)]);
  return rows.map((row) => figureOf(row, weightsOf(all, row.weightsId)));
}

export interface WeightsChange {
  id: number;
  weights: Weights;
  /** Null: the first ones. */
  before: Weights | null;
  reason: string;
  /** The body for which an administrator changed it; never a person. */
  postBody: string;
  at: Date;
}
/** Every change of the weights, the newest first. */
export async function weightsChanges(ctx: Pick<Ctx, 'sql'>): Promise<WeightsChange[]> {
  const rows = await weightsRows(ctx.sql);
  return rows.map(({ id, weights, reason, postBody, changedAt }, i) => ({
    id,
    weights,
    before: rows[i + 1]?.weights ?? null,
    reason,
    postBody,
    at: changedAt,
  }));
}
