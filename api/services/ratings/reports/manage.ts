import { randomUUID } from 'node:crypto';
import { legalToday } from '../../../../db/queries/filing.ts';
import {
  changeReceiver,
  findReceiver,
  insertReceiver,
  receipts,
  receivers,
} from '../../../../db/queries/rating-reports.ts';
import { parse } from '../../../contracts/parse.ts';
import { ReceiverForm } from '../../../contracts/rating-report.ts';
import { DomainError } from '../../../domain/errors.ts';
import type { Ctx } from '../../context.ts';
import { requireRole } from '../../officials/authorise.ts';
import { secretText } from '../../push/authenticate.ts';

const RECEIPTS = 60;

/** Receivers of the daily report and what they took last. @throws DomainError auth.* */
export async function reportBoard(ctx: Ctx) {
  await requireRole(ctx, ['administrator'], null);
  const [rows, taken] = await Promise.all([receivers(ctx.db), receipts(ctx.db, RECEIPTS)]);
  return {
    receivers: rows.map(({ wrapped: _w, keyVersion: _v, createdBy: _b, afterAt: _a, afterId: _i, ...row }) => row),
    receipts: taken.map((row) => ({
      ...row,
      sha256: row.sha256.toString('hex'),
      receiver: rows.find((one) => one.id === row.receiverId)?.name ?? '—',
    })),
  };
}

/**
 * `create`: a receiver of whole days from `from` on; `show`: its secret, once, to whoever made it; `disable`: it hears nothing more.
 * @throws DomainError auth.* | request.invalid | resource.not_found | resource.gone where the secret was shown before
 */
export async function changeReportReceiver(ctx: Ctx, raw: unknown): Promise<{ id: string; secret: string | null }> {
  const official = await requireRole(ctx, ['administrator'], null);
  const step = parse(ReceiverForm, raw);
  if (step.action === 'create' && step.from > (await legalToday(ctx.sql)))
    throw new DomainError('request.invalid', { fields: [{ path: 'from', code: 'date_future' }] });
  return ctx.db.transaction(async (tx) => {
    if (step.action === 'create') {
      const id = randomUUID();
      const { wrapped, version } = ctx.keys.createKey(id);
      const { name, url, from: nextDay } = step;
      await insertReceiver(tx, { id, name, url, wrapped, keyVersion: version, nextDay, createdBy: official.id });
      return { id, secret: null };
    }
    const row = await findReceiver(tx, step.id.toLowerCase());
    if (!row || row.disabledAt) throw new DomainError('resource.not_found');
    if (step.action === 'show') {
      if (row.shownAt || row.createdBy !== official.id) throw new DomainError('resource.gone');
      await changeReceiver(tx, row.id, { shownAt: new Date() });
      return { id: row.id, secret: secretText(ctx.keys.unwrap(row.id, row.wrapped, row.keyVersion)) };
    }
    await changeReceiver(tx, row.id, { disabledAt: new Date() });
    return { id: row.id, secret: null };
  });
}
