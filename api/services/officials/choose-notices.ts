import { saveOfficialNotice } from '../../../db/queries/notice-choices.ts';
import { NoticeSettings } from '../../contracts/notices.ts';
import { parse } from '../../contracts/parse.ts';
import { smsNumber } from '../../domain/delivery.ts';
import { DomainError } from '../../domain/errors.ts';
import { NOTICE_KINDS } from '../../domain/notice.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial } from './authorise.ts';

/** The official chooses by kind what comes by mail and by text message; the portal always shows everything. */
export async function chooseOfficialNotices(ctx: Ctx, raw: unknown): Promise<{ saved: true }> {
  const { id } = requireOfficial(ctx);
  const { phone, locale, digest, choices } = parse(NoticeSettings, raw);
  const rows = NOTICE_KINDS.map((kind) => {
    const { mail = false, sms = false } = choices[kind] ?? {};
    return { kind, mail, sms: sms && ctx.smsOffered };
  });
  if (rows.some((row) => row.sms) && !smsNumber(phone)) {
    throw new DomainError('request.invalid', { fields: [{ path: 'phone', code: phone ? 'mobile' : 'required' }] });
  }
  await ctx.db.transaction((tx) => saveOfficialNotice(tx, id, { phone: phone ?? null, locale, digest }, rows));
  return { saved: true };
}
