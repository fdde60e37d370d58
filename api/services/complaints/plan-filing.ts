import type { ClockAnswer, Complaint } from '../../contracts/complaint.ts';
import type { CaseChannel, CaseKind } from '../../domain/case.ts';
import { type PlannedClock, plannedClocks } from '../../domain/deadline.ts';
import type { Body, Division } from '../../domain/directory.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Directory, type Routing, route } from '../../domain/routing.ts';
import type { Ctx } from '../context.ts';

export interface Plan {
  routing: Routing;
  handler: Body;
  clocks: PlannedClock[];
}

/** Who will deal with a filing and by when; the same for the check page, for filing and for a retry. */
export async function planFiling(
  ctx: Pick<Ctx, 'directory' | 'clockRules' | 'calendar'>,
  complaint: Pick<Complaint, 'matter' | 'respondentId'> & { kind: CaseKind; obstacle?: Complaint['obstacle'] } & Record<
      string,
      unknown
    >,
  today: string,
  channel: CaseChannel = 'portal',
): Promise<Plan> {
  if (complaint.obstacle && complaint.obstacle !== 'none')
    throw new DomainError('case.not_acceptable', {
      params: { reason: complaint.obstacle, pointer: `refusal.${complaint.obstacle}` },
    });
  checkDate(complaint, today);
  const directory = await ctx.directory();
  if (!directory.bodies.has(complaint.respondentId))
    throw new DomainError('request.invalid', { fields: [{ path: 'respondentId', code: 'respondent_unknown' }] });
  const routing = route(directory, {
    respondentId: complaint.respondentId,
    matter: complaint.matter,
    kind: complaint.kind,
    on: today,
  });
  // Rule 6: above the provincial government nobody here can be asked.
  if (!routing.handler)
    throw new DomainError('case.not_acceptable', { params: { reason: 'no_handler', pointer: 'refusal.no_handler' } });
  const clocks = plannedClocks(
    complaint.kind,
    await ctx.clockRules(),
    divisionChain(directory, routing.handler.division),
    today,
    await ctx.calendar(),
    channel,
  );
  return { routing, handler: routing.handler, clocks };
}

function checkDate(complaint: Record<string, unknown>, today: string): void {
  // What was to be paid may fall due later; what was promised was promised before.
  if (complaint.kind === 'arrears' || typeof complaint.promisedOn !== 'string') return;
  if (complaint.promisedOn > today)
    throw new DomainError('request.invalid', { fields: [{ path: 'promisedOn', code: 'date_future' }] });
}

/** A place and what it lies in, nearest first. */
function divisionChain(directory: Directory, division: string): string[] {
  const chain: string[] = [];
  let here: Division | undefined = directory.divisions.get(division);
  while (here) {
    chain.push(here.code);
    here = here.parent ? directory.divisions.get(here.parent) : undefined;
  }
  return chain;
}

export const clockAnswer = (clock: PlannedClock): ClockAnswer => ({
  step: clock.step,
  length: clock.length,
  unit: clock.unit,
  starts: clock.startsOnEvent,
  due: clock.dueOn,
  basis: clock.basis,
});
