import { newestFigures } from '../../../db/queries/integrity.ts';
import type { PublicDisclosure } from '../../domain/disclosure-view.ts';
import type { Ctx } from '../context.ts';
import { searchDisclosures } from '../disclosures/search.ts';

/** Kinds in which others judge a place or a body of it. */
export const OTHERS = ['third_party_evaluation', 'proposal_result', 'debt_warning'] as const;
export type Other = (typeof OTHERS)[number];
const EACH = 8;

export interface OthersRow {
  kind: Other;
  id: string;
  title: string;
  /** Who says so, and when. */
  source: string | null;
  on: string | null; // legal date
  about: { id: string | null; name: string | null };
  period: string | null;
  /** Their result on their own scale: words, a level of warning, a class of answer. */
  score: string | null;
  level: string | null;
  answer: string | null;
  /** Our newest figure of the same body, or of the place; null: there is none to compare with. */
  ours: { month: string; score: number; low: number; high: number; version: string; ranked: boolean } | null;
}

/**
 * Debt warnings, evaluations by third parties and deputies' proposals of a place and below, the newest of each kind, each
 * beside our own figure: of the body that it is about, of the place where it is about the place's government.
 */
export async function othersSay(ctx: Ctx, division: string): Promise<OthersRow[]> {
  const [directory, ...pages] = await Promise.all([
    ctx.directory(),
    ...OTHERS.map((kind) => searchDisclosures(ctx, { kind, division, limit: EACH })),
  ]);
  const found = pages.flatMap((page) => page.items);
  const subjectOf = (one: PublicDisclosure): string | null => {
    const body = one.bodyId ? directory.bodies.get(one.bodyId) : undefined;
    if (one.kind === 'debt_warning' || !body || body.kind === 'government') return one.division;
    return body.id;
  };
  const subjects = [...new Set(found.flatMap((one) => subjectOf(one) ?? []))];
  const figures = new Map((await newestFigures(ctx.sql, subjects)).map((row) => [row.subject, row]));
  return found.map((one) => {
    const row = figures.get(subjectOf(one) ?? '');
    return {
      kind: one.kind as Other,
      id: one.id,
      title: one.title,
      source: one.decidingBody ?? one.source,
      on: one.decidedOn,
      about: { id: one.bodyId, name: one.bodyName },
      period: one.period,
      score: one.score,
      level: one.warningLevel,
      answer: one.proposalAnswer,
      ours:
        row && row.score !== null && row.low !== null && row.high !== null
          ? {
              month: row.month.slice(0, 7),
              score: row.score,
              low: row.low,
              high: row.high,
              version: row.version,
              ranked: row.ranked,
            }
          : null,
    };
  });
}
