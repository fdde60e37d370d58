import { legalToday } from '../../../db/queries/filing.ts';
import { type BodyStanding, bodyStandings } from '../../../db/queries/monthly-reports.ts';
import { ordersOf, pressingCases, supervisionNotices } from '../../../db/queries/supervision.ts';
import type { CaseKind, CaseState } from '../../domain/case.ts';
import { DomainError } from '../../domain/errors.ts';
import type { LoopFigures } from '../../domain/rating-loop.ts';
import { type DaysLeft, daysLeft, soonAfter } from '../../domain/running-clock.ts';
import { type OrderReading, readOrder } from '../../domain/supervision.ts';
import type { Ctx } from '../context.ts';
import { type PressingRequest, pressingRequests } from '../disclosures/rights/late.ts';
import { bodiesOf, requireOfficial } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { ratingLoopFigures } from '../ratings/loop/figures.ts';

const CASES = 100;
const ORDERS = 100;
const NOTICES = 50;

export interface SupervisionBoard {
  /** Which bodies are late, what was ordered within a year, and what came of it; the latest first. */
  standings: (BodyStanding & { name: string })[];
  /** 差评闭环 of the bodies below. */
  loop: LoopFigures;
  pressing: {
    number: string;
    kind: CaseKind;
    state: CaseState;
    handler: string;
    respondent: string;
    left: DaysLeft | null;
    order: OrderReading | null;
    orderDue: string | null;
  }[];
  /** There are more than are listed. */
  more: boolean;
  /** Objections and repairs that are late, or due soon, at the bodies in reach: the supervisor's own too. */
  requests: (Omit<PressingRequest, 'bodyId'> & { body: string | null })[];
  orders: {
    number: string;
    kind: CaseKind;
    handler: string | null;
    by: string;
    dueOn: string;
    reading: OrderReading;
    pressed: number;
  }[];
  notices: { id: string; title: string; words: string; body: string; by: string; issuedAt: Date; cases: number }[];
}

/**
 * What a superior keeps in sight: pressing cases of the bodies below (not of the supervisor's own), orders about them, and
 * notices. @throws DomainError auth.required | auth.forbidden for everybody who supervises nobody
 */
export async function supervisionBoard(ctx: Ctx): Promise<SupervisionBoard> {
  const official = requireOfficial(ctx);
  const own = new Set(official.grants.filter((grant) => grant.role === 'supervisor').map((grant) => grant.bodyId));
  if (own.size === 0) throw new DomainError('auth.forbidden');
  const reached = [...(await bodiesOf(ctx, ['supervisor']))];
  const below = reached.filter((id) => !own.has(id));
  const [today, calendar, directory] = await Promise.all([legalToday(ctx.sql), ctx.calendar(), ctx.directory()]);
  const [cases, requests, orders, notices, loop, standings] = await Promise.all([
    pressingCases(ctx.sql, below, soonAfter(today, calendar), CASES + 1),
    pressingRequests(ctx, reached),
    ordersOf(ctx.sql, below, ORDERS),
    supervisionNotices(ctx.sql, reached, NOTICES),
    ratingLoopFigures(ctx, { bodies: below }),
    bodyStandings(ctx.sql, below),
  ]);
  const name = (id: string) => bodyName(directory, id, ctx.locale);
  return {
    standings: standings.map((row) => ({ ...row, name: name(row.bodyId) })),
    loop,
    pressing: cases.slice(0, CASES).map((row) => ({
      number: row.number,
      kind: row.kind,
      state: row.state,
      handler: name(row.handlerId),
      respondent: name(row.respondentId),
      left: row.dueOn ? daysLeft(today, row.dueOn, row.unit ?? 'calendar_day', calendar) : null,
      order: row.order && row.orderDue ? readOrder({ state: row.order, dueOn: row.orderDue }, today) : null,
      orderDue: row.orderDue,
    })),
    more: cases.length > CASES,
    requests: requests.slice(0, CASES).map(({ bodyId, ...row }) => ({ ...row, body: bodyId && name(bodyId) })),
    orders: orders.map((row) => ({
      number: row.number,
      kind: row.kind,
      handler: row.handlerId ? name(row.handlerId) : null,
      by: name(row.byBodyId),
      dueOn: row.dueOn,
      reading: readOrder(row, today),
      pressed: row.pressed,
    })),
    notices: notices.map(({ bodyId, byBodyId, ...row }) => ({ ...row, body: name(bodyId), by: name(byBodyId) })),
  };
}
