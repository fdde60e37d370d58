import type { CaseHead } from '../../../db/queries/case-file.ts';
import type { HeldCase } from '../../../db/queries/cases.ts';
import { CONTEST_DAYS, CONTEST_RULE, leadSince } from '../../domain/arbiter.ts';
import { addWorkingDays } from '../../domain/calendar.ts';
import { CASE_ACTIONS, type CaseAction } from '../../domain/case.ts';
import { type CaseFacts, type PossibleAction, refusal } from '../../domain/case-life.ts';
import { transitionOf } from '../../domain/case-transitions.ts';
import type { Grant, OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, requireOfficial, subordinate } from '../officials/authorise.ts';

/** The body that passed the case on to the present handler; null where routing did. */
export function senderOf(assignments: CaseHead['assignments']): string | null {
  const leads = assignments.filter((row) => row.role === 'lead');
  const now = leads.find((row) => row.to === null);
  if (now?.reason !== 'transferred') return null;
  const before = leads.filter((row) => row.to !== null).sort((a, b) => (a.to ?? '').localeCompare(b.to ?? ''));
  return before.at(-1)?.bodyId ?? null;
}

export function factsOf(
  row: Pick<
    HeldCase,
    | 'state'
    | 'screening'
    | 'acceptedAt'
    | 'answeredAt'
    | 'returnUsed'
    | 'designated'
    | 'reopened'
    | 'verdict'
    | 'verdictAt'
    | 'performanceReported'
    | 'kind'
    | 'instance'
    | 'standing'
  > & { erasureAsked?: boolean; extensionAskedBy?: string | null; extendable?: boolean },
  sender: boolean,
  officialId?: string,
): CaseFacts {
  const {
    state,
    screening,
    acceptedAt,
    answeredAt,
    returnUsed,
    designated,
    reopened,
    verdict,
    verdictAt,
    kind,
    instance,
    standing,
  } = row;
  const current = verdictAt !== null && (answeredAt === null || verdictAt >= answeredAt);
  return {
    state,
    screening,
    accepted: acceptedAt !== null,
    returnUsed,
    designated,
    sender,
    reopened,
    verdict: current ? verdict : null,
    performanceReported: row.performanceReported,
    erasureAsked: row.erasureAsked ?? false,
    kind,
    instance,
    standing,
    extendable: row.extendable,
    extension: row.extensionAskedBy ? (row.extensionAskedBy === officialId ? 'own' : 'asked') : undefined,
  };
}

/** What the rules ask of a case when the signed-in official acts. */
export async function officialFacts(ctx: Ctx, head: Omit<CaseHead, 'wrapped'>): Promise<CaseFacts> {
  const official = requireOfficial(ctx);
  const open = head.opinions.filter((opinion) => opinion.open);
  const desk = open.length > 0 ? await bodiesOf(ctx, ['intake', 'handler']) : null;
  const since = leadSince(head.assignments);
  return {
    ...factsOf(head, senderOf(head.assignments) !== null, official.id),
    proposed: head.proposedBy !== null,
    ownProposal: head.proposedBy === official.id,
    promiseOpen: head.promiseOpen,
    opinionAsked: open.some((opinion) => desk?.has(opinion.bodyId)),
    explanationGiven: head.explanationGiven,
    disputed: head.disputed,
    hasMerged: head.hasMerged,
    contestLate: since !== null && head.today > (await contestUntil(ctx, since)),
  };
}

/** Acts of the handling body alone; the others are open to the accepting body of arrears too. */
const HANDLER_ONLY: ReadonlySet<CaseAction> = new Set([
  'answer',
  'close',
  'return',
  'dispute',
  'designate',
  'merge',
  'split',
  'reply_group',
  'release_answer',
  'return_answer',
  'report_performance',
  'ask_opinion',
  'ask_explanation',
  'share_explanation',
  'report',
  'mediate',
  'settle',
  'pay',
  'court',
  'establish',
  'determine',
  'decide_determination',
  'perform',
  'ask_extension',
  'decide_extension',
]);

type ActingHead = Pick<CaseHead, 'handlerId' | 'acceptingId' | 'watchingId' | 'opinions' | 'assignments'>;

/** The roles that the official holds for the body whose act it is. */
export async function rolesFor(ctx: Ctx, head: ActingHead, action: CaseAction): Promise<ReadonlySet<OfficialRole>> {
  return (await rolesOn(ctx, head))(action);
}

/** rolesFor of one case for many actions: most are acts of the same bodies, which are looked up once. */
async function rolesOn(ctx: Ctx, head: ActingHead): Promise<(action: CaseAction) => ReadonlySet<OfficialRole>> {
  const { grants } = requireOfficial(ctx);
  const directory = await ctx.directory();
  const superior = new Set((await grantsAbove(ctx, head)).map((grant) => grant.role));
  const arbiter = head.assignments.filter((row) => row.role === 'arbiter').at(-1)?.bodyId;
  const held = new Map<string, ReadonlySet<OfficialRole>>();
  return (action) => {
    if (transitionOf(action).superior) return superior;
    const bodies = [
      // Who decides a dispute is the body that was asked; where none was, there is nothing to decide.
      action === 'designate' && arbiter ? arbiter : head.handlerId,
      ...(HANDLER_ONLY.has(action) ? [] : [head.acceptingId]),
      ...(action === 'note' ? [head.watchingId] : []),
      ...(action === 'give_opinion' ? head.opinions.map((opinion) => opinion.bodyId) : []),
    ].filter((id) => id !== null);
    const key = bodies.join();
    const known =
      held.get(key) ??
      new Set(
        grants.filter((g) => bodies.some((id) => subordinate(directory, g.bodyId, id))).map((grant) => grant.role),
      );
    held.set(key, known);
    return known;
  };
}

/** The last day on which the handler can contest that a case is its own (信访条例 art. 22; the table of clocks may say otherwise). */
export async function contestUntil(ctx: Ctx, since: string): Promise<string> {
  const rule = (await ctx.clockRules()).find(({ id }) => id === CONTEST_RULE);
  return addWorkingDays(since, rule?.length ?? CONTEST_DAYS, await ctx.calendar()).date;
}

/** Grants for a body above the handling one (not for itself), or for the body that watches: those of a superior. */
export async function grantsAbove(
  ctx: Ctx,
  { handlerId, watchingId }: Pick<CaseHead, 'handlerId' | 'watchingId'>,
): Promise<readonly Grant[]> {
  const directory = await ctx.directory();
  return requireOfficial(ctx).grants.filter(
    ({ bodyId }) =>
      bodyId !== handlerId &&
      ((handlerId !== null && subordinate(directory, bodyId, handlerId)) ||
        (watchingId !== null && subordinate(directory, bodyId, watchingId))),
  );
}

const OFFICIAL_ACTIONS = CASE_ACTIONS.filter((action) => transitionOf(action).by.includes('official'));

/** Every action of the signed-in official on a case: possible, or the reason why not (site/text/casework.ts). */
export async function officialActions(ctx: Ctx, head: CaseHead | Omit<CaseHead, 'wrapped'>): Promise<PossibleAction[]> {
  const [facts, roles] = await Promise.all([officialFacts(ctx, head), rolesOn(ctx, head)]);
  return OFFICIAL_ACTIONS.map((action) => ({
    action,
    refusal: refusal(action, facts, { side: 'official', roles: roles(action) }),
  }));
}
