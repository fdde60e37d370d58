import { parse } from '../../contracts/parse.ts';
import { PushClientForm } from '../../contracts/push.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { findBody } from '../officials/find-body.ts';
import { createPushClient } from './keys.ts';

/** The form of the page: the body may be typed as its name. */
export async function createPushClientByForm(ctx: Ctx, typed: Record<string, unknown>): Promise<{ keyId: string }> {
  const { bodyIdText, ...form } = typed;
  if (!form.bodyId && typeof bodyIdText === 'string') form.bodyId = await findBody(ctx, bodyIdText, 'bodyIdText');
  try {
    parse(PushClientForm, form);
  } catch (error) {
    // The hidden field has no control of its own.
    if (!(error instanceof DomainError)) throw error;
    const fields = error.fields.map((field) => (field.path === 'bodyId' ? { ...field, path: 'bodyIdText' } : field));
    throw new DomainError(error.code, { params: error.params, fields });
  }
  return createPushClient(ctx, form);
}
