import type { Tx } from '../../../db/client.ts';
import { databaseTime, lockDisclosure } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import {
  findDestination,
  type MessageHead,
  markReceived,
  markRejected,
  messageHeads,
  settleOvertaken,
  tellAgain,
} from '../../../db/queries/sharing.ts';
import { parse } from '../../contracts/parse.ts';
import { type ReceiptReport, ShareReceipt } from '../../contracts/sharing.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { known, requireSharer } from './authorise.ts';

const MOST_LINES = 5000;
type Refused = Extract<ShareReceipt, { accepted: false }>;
type Line = { at: number; receipt: ShareReceipt };

/**
 * Reads a file of receipts. A bad line is reported and leaves the others alone; the same file twice changes nothing. What was
 * refused waits for a correction, but where the refusal says what the destination holds, the right message waits at once.
 * @throws DomainError auth.required | auth.forbidden | resource.not_found | request.too_large
 */
export async function readReceipts(ctx: Ctx, code: string, text: string): Promise<ReceiptReport> {
  const bodyId = await requireSharer(ctx);
  const destination = known(await findDestination(ctx.db, code));
  const report: ReceiptReport = { lines: 0, received: 0, rejected: 0, again: 0, known: 0, faults: [] };
  const lines = readLines(text, report);
  const heads = new Map(
    (
      await messageHeads(
        ctx.db,
        lines.map(({ receipt }) => receipt.number),
      )
    ).map((head) => [head.number, head]),
  );
  const open = lines.filter((line) => {
    const fault = faultOf(line.receipt, heads.get(line.receipt.number), destination.id);
    if (fault === 'known') report.known += 1;
    else if (fault) report.faults.push({ line: line.at, path: 'number', code: fault });
    return fault === null;
  });
  const accepted = open.flatMap(({ receipt }) => (receipt.accepted ? [receipt] : []));
  await ctx.db.transaction(async (tx) => {
    report.received += (await markReceived(tx, destination.id, accepted)).length;
  });
  const refused = new Set<string>();
  for (const { receipt } of open) {
    const head = heads.get(receipt.number);
    if (receipt.accepted || !head) continue;
    const { came, publisherId } = await refuse(ctx, destination.id, head, receipt);
    report[came] += 1;
    if (came === 'rejected' && publisherId) refused.add(publisherId);
  }
  await ctx.db.transaction(async (tx) => {
    const { now } = await databaseTime(tx);
    await findDestination(tx, code, { lock: true });
    const { received, rejected, again } = report;
    if (received + rejected + again === 0) return;
    // Once a file, however many lines: whoever published it must put it right.
    for (const bodyId of refused) await enqueue(tx, 'notice.body', { bodyId, template: 'sharing.refused' });
    await appendEvent(tx, {
      subjectKind: 'sharing',
      subjectId: destination.id,
      kind: 'share_receipts',
      actor: ctx.actor,
      bodyId,
      at: now,
      payload: { destination: code, received, rejected: rejected + again },
    });
  });
  return report;
}

function readLines(text: string, report: ReceiptReport): Line[] {
  const raw = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (raw.length > MOST_LINES + 1) throw new DomainError('request.too_large');
  const seen = new Set<number>();
  return raw.flatMap((line, i): Line[] => {
    if (line.trim() === '') return [];
    report.lines += 1;
    const at = i + 1;
    try {
      const receipt = parse(ShareReceipt, JSON.parse(line));
      if (seen.has(receipt.number))
        throw new DomainError('request.invalid', { fields: [{ path: 'number', code: 'twice' }] });
      seen.add(receipt.number);
      return [{ at, receipt }];
    } catch (error) {
      if (error instanceof SyntaxError) report.faults.push({ line: at, path: '', code: 'not_json' });
      else if (error instanceof DomainError)
        report.faults.push(...error.fields.map(({ path, code }) => ({ line: at, path, code })));
      else throw error;
      return [];
    }
  });
}

/** Null: the message waits for this receipt. `known`: it had it before. */
function faultOf(receipt: ShareReceipt, head: MessageHead | undefined, destinationId: string): string | null {
  if (!head || head.destinationId !== destinationId) return 'message_unknown';
  if (head.state === 'sent') return null;
  if (head.state === 'waiting' || head.state === 'dropped') return 'message_not_sent';
  const had = head.state === 'received';
  // A removal of what was not there is as good as received.
  const same = receipt.accepted || (head.act === 'remove' && receipt.reason === 'unknown_record');
  return had === same ? 'known' : 'receipt_contradicts';
}

async function refuse(
  ctx: Ctx,
  destinationId: string,
  head: MessageHead,
  { number, reason, receipt, words }: Refused,
): Promise<{ came: 'received' | 'rejected' | 'again' | 'known'; publisherId: string | null }> {
  return ctx.db.transaction(async (tx) => {
    // The record first, as every change of it does: so nobody waits for each other.
    const record = await lockDisclosure(tx, head.record);
    const came = await settle(tx, destinationId, head, { number, reason, receipt, words });
    return { came, publisherId: record?.publisherId ?? null };
  });
}

/** What a refusal comes to: what waits for a correction, or what goes out again by itself. */
async function settle(
  tx: Tx,
  destinationId: string,
  head: MessageHead,
  { number, reason, receipt, words }: Pick<Refused, 'number' | 'reason' | 'receipt' | 'words'>,
): Promise<'received' | 'rejected' | 'again' | 'known'> {
  if (head.act === 'remove' && reason === 'unknown_record') {
    const done = await markReceived(tx, destinationId, [{ number, receipt: receipt ?? '—' }]);
    return done.length > 0 ? 'received' : 'known';
  }
  const by = { receipt: receipt ?? null, refusal: reason, words: words || null };
  const now = await markRejected(tx, number, by);
  if (now === null) return 'known';
  if (now === 'overtaken') {
    await tellAgain(tx, destinationId, head.record); // what waits follows from what was refused
    return 'again';
  }
  if (await settleOvertaken(tx, number)) return 'again';
  if (reason !== 'unknown_record' && reason !== 'already_there') return 'rejected';
  await tellAgain(tx, destinationId, head.record);
  return 'again';
}
