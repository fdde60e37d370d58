import { databaseTime } from '../../../db/queries/disclosures.ts';
import type { ClockAnswer } from '../../contracts/complaint.ts';
import { RoutingQuery } from '../../contracts/directory.ts';
import { parse } from '../../contracts/parse.ts';
import { plannedClocks } from '../../domain/deadline.ts';
import { divisionChain } from '../../domain/division-code.ts';
import { type Routing, type RoutingStep, route } from '../../domain/routing.ts';
import { inOrder } from '../complaints/filing-content.ts';
import { clockAnswer } from '../complaints/plan-filing.ts';
import type { Ctx } from '../context.ts';
import { type BodyRef, bodyRef, type ClauseView, clauseView } from '../directory/view.ts';

export interface RoutingAnswer {
  respondent: BodyRef;
  /** The respondent's successor on this day, where it has one. */
  respondentNow: BodyRef;
  handler: BodyRef | null;
  /** Takes complaints of arrears in. */
  accepting: BodyRef | null;
  /** Watches that a bad rating is put right. */
  watching: BodyRef | null;
  supporting: BodyRef[];
  basis: ClauseView[];
  /** Words are made by who shows them (site/text/routing.ts). */
  steps: RoutingStep[];
  clocks: ClockAnswer[];
}

/** "Who answers for this, and why": any kind with any matter. @throws DomainError routing.unknown_respondent */
export async function askRouting(ctx: Ctx, input: unknown): Promise<RoutingAnswer> {
  const question = parse(RoutingQuery, input);
  const [directory, { today }] = await Promise.all([ctx.directory(), databaseTime(ctx.db)]);
  const routing = route(directory, {
    respondentId: question.respondent,
    matter: question.matter,
    kind: question.kind,
    on: today,
  });
  const clocks = routing.handler
    ? plannedClocks(
        question.kind,
        await ctx.clockRules(),
        divisionChain(routing.handler.division),
        today,
        await ctx.calendar(),
      )
    : [];
  return { ...routingView(routing, ctx.locale), clocks: inOrder(clocks.map(clockAnswer)) };
}

export function routingView(routing: Routing, locale: Ctx['locale']): Omit<RoutingAnswer, 'clocks'> {
  const ref = (body: Routing['handler']) => (body ? bodyRef(body) : null);
  return {
    respondent: bodyRef(routing.respondent),
    respondentNow: bodyRef(routing.respondentNow),
    handler: ref(routing.handler),
    accepting: ref(routing.accepting),
    watching: ref(routing.watching),
    supporting: routing.supporting.map(bodyRef),
    basis: routing.basis.map((c) => clauseView(c, locale)),
    steps: routing.steps,
  };
}
