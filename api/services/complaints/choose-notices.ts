import { randomUUID } from 'node:crypto';
import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import { insertOwnNotice, lastRefused, ownContact, saveOwnContact } from '../../../db/queries/notice-choices.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { ChooseOwnNotices } from '../../contracts/notices.ts';
import { parse } from '../../contracts/parse.ts';
import { smsNumber } from '../../domain/delivery.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { addressFor, type Contact, openContact } from '../notices/contact.ts';
import { seal } from './official-act.ts';
import type { OwnCase } from './open-case.ts';

const PER_HOUR = 10;

/**
 * The complainant chooses how to hear of news and may give another address, in any state of the case: what could not be
 * delivered last goes out again by the new way. The address is sealed; the event says only what was changed.
 * @throws DomainError request.invalid | request.rate_limited | case.code_refused
 */
export async function chooseNotices(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const input = parse(ChooseOwnNotices, raw);
  await takeLimit(ctx.sql, `notices/${own.caseId}`, PER_HOUR, 3600);
  const refuse = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  const before = openContact(ctx, own.caseId, await ownContact(ctx.sql, own.caseId));
  const contact: Contact = { ...before };
  if (input.email) contact.email = input.email;
  if (input.phone) contact.phone = input.phone;
  const { channel } = input;
  if (channel === 'sms' && !ctx.smsOffered) throw refuse('channel', 'invalid_value');
  if (channel === 'mail' && !addressFor('mail', contact)) throw refuse('email', 'required');
  if (channel === 'sms' && !smsNumber(contact.phone)) throw refuse('phone', contact.phone ? 'mobile' : 'required');
  const changed = (['email', 'phone'] as const).filter((field) => contact[field] !== before[field]);

  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, own.caseId);
    if (!held) throw new DomainError('case.code_refused');
    const sealed = changed.length > 0 ? seal(ctx, own.key, contact, `case/${own.caseId}/contact`) : null;
    await saveOwnContact(tx, own.caseId, channel, sealed);
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: own.caseId,
      kind: 'notices_chosen',
      actor: { kind: 'complainant', caseId: own.caseId },
      at: held.now,
      payload: { channel, changed },
    });
    const missed = channel === 'none' ? null : await lastRefused(tx, own.caseId);
    if (missed && channel !== 'none') {
      const id = randomUUID();
      await insertOwnNotice(tx, { id, channel, caseId: own.caseId, template: missed.template });
      await enqueue(tx, channel === 'mail' ? 'notice.mail' : 'notice.sms', { noticeId: id });
    }
  });
  return { number: own.number };
}
