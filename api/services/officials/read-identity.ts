import { appendEvent } from '../../../db/queries/events.ts';
import { holdCase, sealedPerson } from '../../../db/queries/identity.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { ReadIdentity } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf } from './authorise.ts';
import { openFile } from './open-file.ts';

export interface PersonView {
  identity: Record<string, string>;
  contact: Record<string, string>;
}

/** Whether the complainant let the bodies that the official acts for know who is asking. */
export async function identityReleased(
  ctx: Ctx,
  head: {
    identityToHandler: boolean;
    handlerId: string | null;
    acceptingId: string | null;
    released: { bodyId: string; field: string }[];
  },
): Promise<boolean> {
  const acting = await bodiesOf(ctx, ['intake', 'handler']);
  const deals = [head.handlerId, head.acceptingId].some((id) => id !== null && acting.has(id));
  if (deals && head.identityToHandler) return true;
  return head.released.some((release) => release.field === 'identity' && acting.has(release.bodyId));
}

/**
 * The person behind a case, only where it was released to the body, only with a reason. Reading is written down twice:
 * in the log of accesses, and as an event that the complainant sees (个人信息保护法; domain.md, "Personal data").
 * @throws DomainError auth.required | auth.forbidden | resource.not_found | resource.gone | request.invalid
 */
export async function readIdentity(ctx: Ctx, number: string, input: unknown): Promise<PersonView> {
  const { head, key, official } = await openFile(ctx, number);
  if (!(await identityReleased(ctx, head))) throw new DomainError('auth.forbidden');
  const { reason } = parse(ReadIdentity, input);
  if (!key) throw new DomainError('resource.gone');
  return ctx.db.transaction(async (tx) => {
    const now = await holdCase(tx, head.id);
    const parts = await sealedPerson(tx, head.id);
    for (const field of ['identity', 'contact'] as const) {
      await logAccess(tx, { userId: official.id, subjectKind: 'case', subjectId: head.id, field, reason });
    }
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: head.id,
      kind: 'identity_read',
      actor: ctx.actor,
      bodyId: head.handlerId,
      at: now,
      // The words of the reason stay in the log: an event holds no prose.
      payload: { fields: ['identity', 'contact'] },
    });
    const open = (part: 'identity' | 'contact') => {
      const sealed = parts.get(part);
      return sealed ? JSON.parse(ctx.keys.open(key, sealed, `case/${head.id}/${part}`).toString('utf8')) : {};
    };
    return { identity: open('identity'), contact: open('contact') };
  });
}
