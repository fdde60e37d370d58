import type { CaseHead } from '../../../db/queries/case-file.ts';
import type { HeldCase } from '../../../db/queries/cases.ts';
import type { CaseAction } from '../../domain/case.ts';
import { allowedActions, type CaseFacts, type PossibleAction } from '../../domain/case-life.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial, subordinate } from '../officials/authorise.ts';

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
  >,
  sender: boolean,
): CaseFacts {
  const { state, screening, acceptedAt, answeredAt, returnUsed, designated, reopened, verdict, verdictAt } = row;
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
  };
}

/** Acts of the handling body alone; the others are open to the accepting body of arrears too. */
const HANDLER_ONLY: readonly CaseAction[] = ['answer', 'close', 'return'];

/** The roles that the official holds for the body whose act it is. */
export async function rolesFor(
  ctx: Ctx,
  head: Pick<CaseHead, 'handlerId' | 'acceptingId' | 'watchingId'>,
  action: CaseAction,
): Promise<ReadonlySet<OfficialRole>> {
  const directory = await ctx.directory();
  const bodies = [
    head.handlerId,
    ...(HANDLER_ONLY.includes(action) ? [] : [head.acceptingId]),
    ...(action === 'note' ? [head.watchingId] : []),
  ].filter((id) => id !== null);
  const grants = requireOfficial(ctx).grants.filter((g) => bodies.some((id) => subordinate(directory, g.bodyId, id)));
  return new Set(grants.map((grant) => grant.role));
}

/** Every action of the signed-in official on a case: possible, or the reason why not (site/text/casework.ts). */
export async function officialActions(ctx: Ctx, head: CaseHead | Omit<CaseHead, 'wrapped'>): Promise<PossibleAction[]> {
  const facts = factsOf(head, senderOf(head.assignments) !== null);
  const all = await rolesFor(ctx, head, 'note');
  const possible = allowedActions(facts, { side: 'official', roles: all });
  return Promise.all(
    possible.map(async ({ action }) => {
      const who = { side: 'official', roles: await rolesFor(ctx, head, action) } as const;
      return allowedActions(facts, who).find((p) => p.action === action) as PossibleAction;
    }),
  );
}
