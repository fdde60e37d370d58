import { z } from '@hono/zod-openapi';
import { CaseNumber } from '../contracts/casework.ts';
import { openCase } from '../services/complaints/open-case.ts';
import type { Ctx } from '../services/context.ts';

/** What the routes of a complainant have in common: the number in the path, the code in the body. */
export const params = z.strictObject({ number: CaseNumber });
/** The code of examples. */
export const CODE = 'X7K2-9QMD-4T0V-81ZC-6RHN-PW3E';
/** An unknown number and a wrong code are one answer (403 case.code_refused), so that numbers cannot be tried out. */
export const byCode = { method: 'post' as const, tags: ['cases'], 'x-access': 'code' as const };

/** Opens the case and gives what else was sent. @throws DomainError case.code_refused | request.rate_limited */
export async function ownCase<B extends { queryCode: string }>(ctx: Ctx, number: string, sent: B) {
  const { queryCode, ...input } = sent;
  return { own: await openCase(ctx, number, queryCode), input };
}
