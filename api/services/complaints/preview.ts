import { Complaint } from '../../contracts/complaint.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import type { Draft } from './draft.ts';
import { inOrder } from './filing-content.ts';
import { clockAnswer, type Plan, planFiling } from './plan-filing.ts';
import { toComplaint } from './steps.ts';
import { legalDay } from './today.ts';

/** What sending the form would lead to: who handles it, why, and by when. @throws DomainError as file() would */
export async function previewFiling(ctx: Ctx, draft: Draft): Promise<Plan & { complaint: Complaint }> {
  const complaint = parse(Complaint, toComplaint(draft.fields, draft.submissionId));
  const plan = await planFiling(ctx, complaint, await legalDay(ctx));
  const order = inOrder(plan.clocks.map(clockAnswer)).map((clock) => clock.step);
  return { ...plan, clocks: plan.clocks.toSorted((a, b) => order.indexOf(a.step) - order.indexOf(b.step)), complaint };
}
