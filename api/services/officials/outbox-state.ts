import { type OutboxState, outboxState as readState } from '../../../db/queries/portal-notices.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from './administer.ts';

/** What waits to be delivered. @throws DomainError auth.required | auth.forbidden */
export async function outboxState(ctx: Ctx): Promise<OutboxState> {
  await requireAdministrator(ctx, []);
  return readState(ctx.sql);
}
