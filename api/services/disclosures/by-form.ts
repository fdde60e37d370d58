import type { DisclosureAction } from '../../domain/disclosure-transitions.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { foldName } from '../directory/find-bodies.ts';
import { approveDisclosure } from './approve.ts';
import { approveCorrection, proposeCorrection, rejectCorrection } from './correct.ts';
import { draftDisclosure } from './draft.ts';
import { editDisclosure } from './edit.ts';
import { confirmRepair, refuseRepair, repairDisclosure } from './repair.ts';
import { returnDisclosure } from './return.ts';
import {
  decideCorrected,
  decideWithdrawn,
  dismissRequest,
  markObjection,
  takeRepair,
  upholdRecord,
} from './rights/decide-objection.ts';
import { exemptDisclosure, proposeExemption, refuseExemption } from './rights/exempt.ts';
import { imposeMeasure, liftMeasure, mitigateMeasure } from './rights/measures.ts';
import {
  explainRectification,
  orderRectification,
  rejectRectification,
  reportDone,
  verifyRectification,
} from './rights/rectify.ts';
import { submitDisclosure } from './submit.ts';
import { withdrawDisclosure } from './withdraw.ts';

type Form = Record<string, unknown>;

/** A new record from the form of the officials' page. */
export async function draftByForm(ctx: Ctx, form: Form): Promise<{ id: string }> {
  const { action: _action, ...facts } = form;
  return draftDisclosure(ctx, await withBody(ctx, facts));
}

type Verb = (ctx: Ctx, id: string, input: Form) => Promise<void>;
/** Verbs that take their whole input at once, by action. Those of drafts and corrections take the facts apart. */
const VERBS: Partial<Record<DisclosureAction, Verb>> = {
  submit: submitDisclosure,
  return: returnDisclosure,
  approve: approveDisclosure,
  approve_correction: approveCorrection,
  reject_correction: rejectCorrection,
  propose_exemption: proposeExemption,
  exempt: exemptDisclosure,
  refuse_exemption: refuseExemption,
  withdraw: withdrawDisclosure,
  mark_objection: markObjection,
  dismiss_request: dismissRequest,
  uphold: upholdRecord,
  decide_corrected: decideCorrected,
  decide_withdrawn: decideWithdrawn,
  order_rectification: orderRectification,
  explain: explainRectification,
  report_done: reportDone,
  verify_rectification: verifyRectification,
  reject_rectification: rejectRectification,
  take_repair: takeRepair,
  confirm_repair: confirmRepair,
  refuse_repair: refuseRepair,
  repair: repairDisclosure,
  impose_measure: imposeMeasure,
  mitigate_measure: mitigateMeasure,
  lift_measure: liftMeasure,
};
/** Actions of officials: all but those of filers and of the portal itself. */
export const OFFICIAL_ACTIONS = [...(Object.keys(VERBS) as DisclosureAction[]), 'edit', 'propose_correction'] as const;

/** One action on a record, from its page or the interface: the same verbs, chosen by name. */
export async function actOnDisclosure(ctx: Ctx, id: string, action: unknown, input: Form): Promise<void> {
  const { version, ...rest } = input;
  if (action === 'edit') return editDisclosure(ctx, id, { version }, await withBody(ctx, rest));
  if (action === 'propose_correction') {
    const { reason, ...facts } = rest;
    return proposeCorrection(ctx, id, { version, reason }, await withBody(ctx, facts));
  }
  const verb =
    typeof action === 'string' && Object.hasOwn(VERBS, action) ? VERBS[action as DisclosureAction] : undefined;
  if (!verb) throw new DomainError('request.invalid', { fields: [{ path: 'action', code: 'invalid_value' }] });
  return verb(ctx, id, input);
}

/** One action on a record from its page: the button says which. */
export function disclosureByForm(ctx: Ctx, id: string, form: Form): Promise<void> {
  const { action, ...input } = form;
  return actOnDisclosure(ctx, id, action, input);
}

/**
 * The body that the typed name means: by any of its names, in the typed place where one is given. A name that the
 * directory does not have needs a place, and the record then names the body without a link.
 */
async function withBody(ctx: Ctx, facts: Form): Promise<Form> {
  const { bodyName, division } = facts;
  if (typeof bodyName !== 'string' || bodyName.trim() === '') return facts;
  const directory = await ctx.directory();
  const name = foldName(bodyName);
  const named = [...directory.bodies.values()].filter(
    (body) => foldName(body.name) === name || directory.namesOf(body.id).some((other) => foldName(other.name) === name),
  );
  const found = named.filter((body) => typeof division !== 'string' || body.division === division);
  if (found.length > 1) {
    throw new DomainError('request.invalid', { fields: [{ path: 'division', code: 'body_where' }] });
  }
  const [body] = found;
  if (body) return { ...facts, bodyId: body.id, division: body.division };
  if (typeof division !== 'string') {
    throw new DomainError('request.invalid', { fields: [{ path: 'division', code: 'body_place' }] });
  }
  return facts;
}
