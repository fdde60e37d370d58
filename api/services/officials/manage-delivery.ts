import { randomUUID } from 'node:crypto';
import { bounces, liftBounce } from '../../../db/queries/delivery.ts';
import { retryFailed } from '../../../db/queries/dispatch.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { insertNotices } from '../../../db/queries/notices.ts';
import { LiftBounce, TestDelivery } from '../../contracts/notices.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from './administer.ts';
import { bodiesOf, requireOfficial } from './authorise.ts';
import { noticeSettings } from './notice-settings.ts';

/** Everything that failed is tried now, without its pause. @throws DomainError auth.required | auth.forbidden */
export async function retryDeliveries(ctx: Ctx): Promise<{ count: number }> {
  await requireAdministrator(ctx, []);
  return { count: await retryFailed(ctx.sql) };
}

/** A test goes to the administrator's own address, by the way that every notice goes. */
export async function testDelivery(ctx: Ctx, raw: unknown): Promise<{ count: number }> {
  await requireAdministrator(ctx, []);
  const { id } = requireOfficial(ctx);
  const { channel } = parse(TestDelivery, raw);
  const settings = await noticeSettings(ctx);
  if (channel === 'sms' && (!ctx.smsOffered || !settings.phone)) {
    throw new DomainError('request.invalid', { fields: [{ path: 'channel', code: 'phone_first' }] });
  }
  await takeLimit(ctx.sql, `delivery-test/${id}`, 20, 3600);
  const notice = { recipientKind: 'official' as const, recipientId: id, template: 'test', caseId: null };
  await insertNotices(ctx.sql, [{ id: randomUUID(), channel, ...notice }]);
  return { count: 1 };
}

/** Takes a mark off an address that works again. @throws DomainError resource.not_found where it is not his to change */
export async function liftMark(ctx: Ctx, raw: unknown): Promise<{ count: number }> {
  await requireAdministrator(ctx, []);
  const asked = parse(LiftBounce, raw);
  const within = await bounces(ctx.sql, [...(await bodiesOf(ctx, ['administrator']))], 10_000);
  const mine = within.some((b) => b.recipientId === asked.recipientId && b.recipientKind === asked.recipientKind);
  if (!mine || !(await liftBounce(ctx.sql, asked))) throw new DomainError('resource.not_found');
  return { count: 1 };
}
