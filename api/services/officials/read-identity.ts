import { appendEvent } from '../../../db/queries/events.ts';
import { holdCase, sealedPerson } from '../../../db/queries/identity.ts';
import { logAccess } from '../../../db/queries/officials.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { ReadIdentity } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireFreshFactor } from './authorise.ts';
import { openFile } from './open-file.ts';
import { type ReadableHead, readingBody } from './reading.ts';

export interface PersonView {
  identity: Record<string, string>;
  contact: Record<string, string>;
}

const PERSON = ['identity', 'contact'] as const;

/** Whether the complainant let the bodies that the official acts for know who is asking, or how to reach the person. */
export async function identityReleased(ctx: Ctx, head: ReadableHead): Promise<boolean> {
  for (const field of PERSON) if (await readingBody(ctx, head, field)) return true;
  return false;
}

/**
 * The person behind a case, only where it was released to the body, only with a reason. Reading is written down twice:
 * in the log of accesses, and as an event that the complainant sees (个人信息保护法; domain.md, "Personal data").
 * @throws DomainError auth.required | auth.forbidden | auth.step_up | resource.not_found | case.erased | request.invalid
 */
export async function readIdentity(ctx: Ctx, number: string, input: unknown): Promise<PersonView> {
  const { head, key, official } = await openFile(ctx, number);
  const readers = await Promise.all(PERSON.map((field) => readingBody(ctx, head, field)));
  const fields = PERSON.filter((_, i) => readers[i] !== null);
  const bodyId = readers.find((id) => id !== null) ?? null;
  if (!bodyId) throw new DomainError('auth.forbidden');
  const { reason, category } = parse(ReadIdentity, input);
  requireFreshFactor(ctx);
  if (!key) throw new DomainError('case.erased');
  return ctx.db.transaction(async (tx) => {
    const now = await holdCase(tx, head.id);
    const parts = await sealedPerson(tx, head.id);
    const reading = { userId: official.id, subjectKind: 'case', subjectId: head.id, caseId: head.id, bodyId };
    for (const field of fields) await logAccess(tx, { ...reading, field, reason, category });
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: head.id,
      kind: 'identity_read',
      actor: ctx.actor,
      bodyId,
      at: now,
      // The words of the reason stay in the log: an event holds no prose.
      payload: { fields, category },
    });
    await enqueue(tx, 'notice.case', { caseId: head.id, template: 'case.identity_read' });
    const open = (part: 'identity' | 'contact') => {
      const sealed = fields.includes(part) ? parts.get(part) : undefined;
      return sealed ? JSON.parse(ctx.keys.open(key, sealed, `case/${head.id}/${part}`).toString('utf8')) : {};
    };
    return { identity: open('identity'), contact: open('contact') };
  });
}
