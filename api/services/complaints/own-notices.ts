import { bouncesOf, ownContact } from '../../../db/queries/notice-choices.ts';
import type { OwnNotices } from '../../contracts/notices.ts';
import { masked, smsNumber } from '../../domain/delivery.ts';
import { OWN_CHANNELS } from '../../domain/notice.ts';
import type { Ctx } from '../context.ts';
import { addressFor, channelOf, marked, openContact } from '../notices/contact.ts';
import type { OwnCase } from './open-case.ts';

/** How the complainant hears of news, and whether the last way failed. Two statements. */
export async function ownNotices(ctx: Ctx, own: OwnCase): Promise<OwnNotices> {
  const [row, bounces] = await Promise.all([
    ownContact(ctx.sql, own.caseId),
    bouncesOf(ctx.sql, 'complainant', own.caseId),
  ]);
  const contact = openContact(ctx, own.caseId, row);
  const channel = channelOf(row.choice, contact, ctx.smsOffered);
  const address = channel === 'none' ? null : addressFor(channel, contact);
  const mark = bounces.find((bounce) => bounce.channel === channel);
  return {
    channel,
    offered: OWN_CHANNELS.filter((way) => way !== 'sms' || ctx.smsOffered),
    email: contact.email ? masked(contact.email) : null,
    phone: contact.phone ? masked(smsNumber(contact.phone) ?? contact.phone) : null,
    failed: address !== null && mark !== undefined && marked(ctx, mark, address),
  };
}
