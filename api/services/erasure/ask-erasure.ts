import { randomUUID } from 'node:crypto';
import { insertErasureRequest } from '../../../db/queries/erasure.ts';
import { parse } from '../../contracts/parse.ts';
import { AskErasure } from '../../contracts/privacy.ts';
import { DomainError } from '../../domain/errors.ts';
import { commitment, seal } from '../complaints/official-act.ts';
import type { OwnCase } from '../complaints/open-case.ts';
import { beginOwn, concludeOwn } from '../complaints/own-act.ts';
import type { Ctx } from '../context.ts';

/** Bound to the request, so that its words open nowhere else. */
export const requestContext = (caseId: string, id: string): string => `case/${caseId}/erasure/${id}`;

/** The complainant asks that name, contact, words and files of an ended case go. @throws DomainError case.transition_refused */
export async function askErasure(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const { text } = parse(AskErasure, raw);
  await ctx.db.transaction(async (tx) => {
    const held = await beginOwn(tx, own, 'ask_erasure');
    const id = randomUUID();
    const sealed = text ? seal(ctx, own.key, { text }, requestContext(own.caseId, id)) : null;
    if (!(await insertErasureRequest(tx, { id, caseId: own.caseId, sealed, at: held.now }))) {
      const params = { action: 'ask_erasure', state: held.state, reason: 'erasure_asked' };
      throw new DomainError('case.transition_refused', { params });
    }
    const payload = { request: id, ...(text && { commitment: commitment(own.key, text) }) };
    await concludeOwn(tx, ctx, held, { event: 'erasure_asked', payload });
  });
  return { number: own.number };
}
