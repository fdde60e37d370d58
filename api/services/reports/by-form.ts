import type { Ctx } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';
import { findBody } from '../officials/find-body.ts';
import { REPORT_READERS, type Report, readReport } from './read.ts';

/** The form of the page: dates, and a body picked or, without script, by its typed name. @throws as readReport */
export async function reportByForm(ctx: Ctx, typed: Record<string, string>): Promise<Report> {
  const { bodyText, ...query } = typed;
  if (!bodyText || query.body) return readReport(ctx, query);
  const body = await findBody(ctx, bodyText, 'bodyText', await bodiesOf(ctx, REPORT_READERS));
  return readReport(ctx, { ...query, body });
}
