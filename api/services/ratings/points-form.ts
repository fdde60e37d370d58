import type { Ctx } from '../context.ts';
import { bodiesOf } from '../officials/authorise.ts';
import { findBody } from '../officials/find-body.ts';
import { createPoint, POINT_ROLES } from './create-point.ts';

/** The form of a new service point names its body in words. @throws DomainError request.invalid at `body` */
export async function createPointByForm(
  ctx: Ctx,
  form: Record<string, unknown>,
): Promise<{ id: string; code: string }> {
  const { body, ...point } = form;
  const bodyId = await findBody(ctx, typeof body === 'string' ? body : '', 'body', await bodiesOf(ctx, POINT_ROLES));
  return createPoint(ctx, { ...point, bodyId });
}
