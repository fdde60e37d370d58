import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { foldName } from '../directory/find-bodies.ts';
import { approveDisclosure } from './approve.ts';
import { approveCorrection, proposeCorrection, rejectCorrection } from './correct.ts';
import { draftDisclosure } from './draft.ts';
import { editDisclosure } from './edit.ts';
import { repairDisclosure } from './repair.ts';
import { returnDisclosure } from './return.ts';
import { submitDisclosure } from './submit.ts';
import { withdrawDisclosure } from './withdraw.ts';

type Form = Record<string, unknown>;

/** A new record from the form of the officials' page. */
export async function draftByForm(ctx: Ctx, form: Form): Promise<{ id: string }> {
  const { action: _action, ...facts } = form;
  return draftDisclosure(ctx, await withBody(ctx, facts));
}

/** One action on a record from its page: the same verbs as everywhere, chosen by the button. */
export async function disclosureByForm(ctx: Ctx, id: string, form: Form): Promise<void> {
  const { action, version, ...rest } = form;
  const step = { version };
  const picked = (...names: string[]) => ({ ...step, ...Object.fromEntries(names.map((n) => [n, rest[n]])) });
  switch (action) {
    case 'edit':
      return editDisclosure(ctx, id, step, await withBody(ctx, rest));
    case 'submit':
      return submitDisclosure(ctx, id, step);
    case 'return':
      return returnDisclosure(ctx, id, picked('reason'));
    case 'approve':
      return approveDisclosure(ctx, id, step);
    case 'propose_correction': {
      const { reason, ...facts } = rest;
      return proposeCorrection(ctx, id, { version, reason }, await withBody(ctx, facts));
    }
    case 'approve_correction':
      return approveCorrection(ctx, id, step);
    case 'reject_correction':
      return rejectCorrection(ctx, id, step);
    case 'withdraw':
      return withdrawDisclosure(ctx, id, picked('reasonClass', 'reason'));
    case 'repair':
      return repairDisclosure(ctx, id, picked('performed', 'performedOn', 'reason'));
    default:
      throw new DomainError('request.invalid', { fields: [{ path: 'action', code: 'invalid_value' }] });
  }
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
