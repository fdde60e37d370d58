import {
  type Bounce,
  bounces,
  type FailingTask,
  failingTasks,
  lastTests,
  type QueueLine,
  queueLines,
  sentOfDay,
  type TestState,
} from '../../../db/queries/delivery.ts';
import { STUCK_AFTER } from '../../domain/delivery.ts';
import type { SendChannel } from '../../domain/notice.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from './administer.ts';
import { bodiesOf, requireOfficial } from './authorise.ts';

export interface DeliveryState {
  lines: QueueLine[];
  failing: FailingTask[];
  bounces: Bounce[];
  tests: TestState[];
  sent: { channel: SendChannel; sent: number; refused: number }[];
  smsOffered: boolean;
}

/**
 * The state of what leaves the portal: the queue is everybody's, marks on addresses are those of the administrator's reach.
 * @throws DomainError auth.required | auth.forbidden
 */
export async function deliveryState(ctx: Ctx): Promise<DeliveryState> {
  await requireAdministrator(ctx, []);
  const { id } = requireOfficial(ctx);
  const bodies = [...(await bodiesOf(ctx, ['administrator']))];
  const [lines, failing, marks, tests, sent] = await Promise.all([
    queueLines(ctx.sql, STUCK_AFTER),
    failingTasks(ctx.sql, 20),
    bounces(ctx.sql, bodies, 100),
    lastTests(ctx.sql, id),
    sentOfDay(ctx.sql),
  ]);
  return { lines, failing, bounces: marks, tests, sent, smsOffered: ctx.smsOffered };
}
