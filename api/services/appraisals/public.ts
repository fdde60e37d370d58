import { type AppraisalRow, appraisalById, publishedAppraisals } from '../../../db/queries/appraisals.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Rate, rate } from '../../domain/report.ts';
import type { Ctx } from '../context.ts';

export interface PublicAppraisal {
  id: string;
  title: string;
  division: string;
  place: string;
  body: string;
  closesOn: string;
  publishedAt: Date;
  /** Answers over those who were asked. */
  response: Rate;
  questions: AppraisalRow['questions'];
  /** Null: too few answered. */
  results: Exclude<AppraisalRow['results'], null>['questions'];
}
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function views(ctx: Ctx, rows: readonly AppraisalRow[]): Promise<PublicAppraisal[]> {
  const directory = await ctx.directory();
  return rows.flatMap(({ id, title, division, bodyId, closesOn, publishedAt, asked, results, questions, state }) =>
    state === 'published' && publishedAt
      ? [
          {
            id,
            title,
            division,
            place: directory.divisions.get(division)?.name ?? division,
            body: directory.bodies.get(bodyId)?.name ?? '',
            closesOn,
            publishedAt,
            response: rate(results?.answers ?? 0, asked ?? 0),
            questions,
            results: results?.questions ?? null,
          },
        ]
      : [],
  );
}

/** Published appraisals of a place and below, or all; the newest first. */
export const listPublicAppraisals = async (ctx: Ctx, division: string | null): Promise<PublicAppraisal[]> =>
  views(ctx, await publishedAppraisals(ctx.sql, division, 50));

/** @throws DomainError resource.not_found */
export async function publicAppraisal(ctx: Ctx, id: string): Promise<PublicAppraisal> {
  const row = UUID.test(id) ? await appraisalById(ctx.sql, id) : null;
  const [view] = row ? await views(ctx, [row]) : [];
  if (!view) throw new DomainError('resource.not_found');
  return view;
}
