import {
  type DueReceiver,
  type ReportCursor,
  receiverFailed,
  receiverTook,
  reportRows,
  takeDueReceiver,
} from '../../../../db/queries/rating-reports.ts';
import type { OutwardPost } from '../../../adapters/ports.ts';
import { REPORT_PART } from '../../../domain/rating-report.ts';
import type { Deps } from '../../context.ts';
import { sha256 } from '../../digest.ts';
import { secretText } from '../../push/authenticate.ts';
import { webhookSignature } from '../../webhooks/send.ts';

/** Seconds for which nobody else takes a receiver that is being spoken to. */
const HELD = 60;
/** Parts that one run sends, so that a receiver far behind does not hold the job. */
const AT_ONCE = 200;

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** A part has a name of its own: sent again after a lost answer, the receiver knows it. */
const deliveryOf = (due: DueReceiver): string =>
  sha256(`${due.id}/${due.day}/${due.dataset}/${due.part}`).toString('hex').slice(0, 32);

/**
 * Job: sends every receiver the whole days since its place: first the ratings of a day in parts, then what became of bad ones on
 * it. NDJSON, signed like webhooks. Its place moves, with a receipt, only when it answers 2xx; an empty set is told too, so that
 * silence is never taken for a day without ratings. @returns parts that were taken
 */
export async function sendRatingReports(
  deps: Pick<Deps, 'sql' | 'keys'>,
  post: OutwardPost,
  now: () => Date = () => new Date(),
): Promise<number> {
  let taken = 0;
  while (taken < AT_ONCE) {
    const due = await takeDueReceiver(deps.sql, HELD);
    if (!due) return taken;
    const after = due.afterAt && due.afterId ? { at: due.afterAt, id: due.afterId } : null;
    const asked = { dataset: due.dataset, day: due.day, bodies: null };
    const { rows, last } = await reportRows(deps.sql, asked, after, REPORT_PART);
    // A full part may have been the last one: then an empty part says so.
    const more = rows.length === REPORT_PART;
    const body = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
    const timestamp = String(Math.floor(now().getTime() / 1000));
    const secret = secretText(deps.keys.unwrap(due.id, due.wrapped, due.keyVersion));
    try {
      const answer = await post({
        url: due.url,
        headers: {
          'content-type': 'application/x-ndjson; charset=utf-8',
          'jiannuo-delivery': deliveryOf(due),
          'jiannuo-dataset': due.dataset,
          'jiannuo-day': due.day,
          'jiannuo-part': `${due.part + 1}${more ? '' : '; last'}`,
          'jiannuo-rows': String(rows.length),
          'jiannuo-timestamp': timestamp,
          'jiannuo-signature': `v1=${webhookSignature(secret, timestamp, body)}`,
        },
        body,
        most: 200,
      });
      if (answer.status < 200 || answer.status > 299) throw new Error(`it answered ${answer.status}`);
      const hash = sha256(body);
      const receipt = { rows: rows.length, sha256: hash, status: answer.status, answer: answer.text.slice(0, 200) };
      await receiverTook(deps.sql, due, receipt, placeAfter(due, more ? last : null));
      taken++;
    } catch (error) {
      await receiverFailed(deps.sql, due.id, (error as Error).message.slice(0, 200));
    }
  }
  return taken;
}

/** Where it goes on: in the same set, with the other set of the day, or with the next day. */
function placeAfter(due: DueReceiver, last: ReportCursor | null) {
  if (last) return { day: due.day, dataset: due.dataset, part: due.part + 1, after: last };
  if (due.dataset === 'ratings') return { day: due.day, dataset: 'loop' as const, part: 0, after: null };
  return { day: dayAfter(due.day), dataset: 'ratings' as const, part: 0, after: null };
}
