import { bouncesOf, officialChoices, officialNotice } from '../../../db/queries/notice-choices.ts';
import type { NoticeSettingsView } from '../../contracts/notices.ts';
import { smsNumber } from '../../domain/delivery.ts';
import { DomainError } from '../../domain/errors.ts';
import { type Choices, DEFAULT_CHOICE, NOTICE_KINDS, SEND_CHANNELS } from '../../domain/notice.ts';
import type { Ctx } from '../context.ts';
import { marked } from '../notices/contact.ts';
import { requireOfficial } from './authorise.ts';

/** What the official wants to hear, and where. @throws DomainError auth.required */
export async function noticeSettings(ctx: Ctx): Promise<NoticeSettingsView> {
  const { id } = requireOfficial(ctx);
  const [row, chosen, bounces] = await Promise.all([
    officialNotice(ctx.sql, id),
    officialChoices(ctx.sql, [id]),
    bouncesOf(ctx.sql, 'official', id),
  ]);
  if (!row) throw new DomainError('auth.required');
  const addresses = { mail: row.email, sms: smsNumber(row.phone) };
  return {
    ...row,
    choices: Object.fromEntries(
      NOTICE_KINDS.map((kind) => {
        const { mail, sms } = chosen.find((choice) => choice.kind === kind) ?? DEFAULT_CHOICE;
        return [kind, { mail, sms }];
      }),
    ) as Choices,
    smsOffered: ctx.smsOffered,
    failed: SEND_CHANNELS.filter((way) => {
      const mark = bounces.find((bounce) => bounce.channel === way);
      const address = addresses[way];
      return mark !== undefined && address !== null && marked(ctx, mark, address);
    }),
  };
}
