import { createHmac, randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import {
  type DueEndpoint,
  endpointFailed,
  endpointIdle,
  endpointTook,
  markDelivered,
  takeDueEndpoint,
  undelivered,
} from '../../../db/queries/share-endpoint.ts';
import type { OutwardPost } from '../../adapters/ports.ts';
import { COVERED, signatureBase } from '../../domain/request-signature.ts';
import type { Ctx, Deps } from '../context.ts';
import { sha256 } from '../digest.ts';
import { secretText } from '../push/authenticate.ts';
import { batchFile, makeBatch } from './batch.ts';
import { readReceipts } from './receipts.ts';

/** Seconds for which nobody else takes a destination that is being spoken to: longer than an answer may take (api/jobs.ts). */
const HELD = 120;
/** Seconds after which a destination that has everything is looked at again. */
const IDLE = 30;
/** Bytes of an answer: receipts of a whole batch with words of five hundred characters. */
const MOST_ANSWER = 4 * 1024 * 1024;

/**
 * Job: posts to every destination whose turn it is what waits for it, one batch after the other. A batch stays the next one
 * until the answer is 2xx; anything else, a redirect too, and silence are tried again with growing pauses, under the same number,
 * with what is no longer public as void. Receipts in the answer are read at once. @returns how many batches were taken
 */
export async function deliverSharing(deps: Deps, post: OutwardPost, now = () => new Date()): Promise<number> {
  const ctx: Ctx = { ...deps, actor: { kind: 'system' }, locale: 'zh-CN', requestId: 'job:sharing', source: '' };
  let taken = 0;
  for (;;) {
    const endpoint = await takeDueEndpoint(deps.sql, HELD);
    if (!endpoint) return taken;
    const batchId =
      (await undelivered(deps.sql, endpoint.id)) ?? (await makeBatch(ctx, endpoint.code, { posted: true }))?.id;
    if (!batchId) {
      await endpointIdle(deps.sql, endpoint.id, IDLE);
      continue;
    }
    try {
      const answer = await post(await signedBatch(ctx, endpoint, batchId, now()));
      if (answer.status < 200 || answer.status > 299) throw new Error(refusal(answer));
      await markDelivered(deps.sql, batchId);
      await endpointTook(deps.sql, endpoint.id, await receiptsIn(ctx, endpoint.code, answer.text), 0);
      taken += 1;
    } catch (error) {
      await endpointFailed(deps.sql, endpoint.id, (error as Error).message.slice(0, 300));
    }
  }
}

/** The batch as it goes out: the manifest as first line, the file behind it, signed as pushes to this portal are (RFC 9421). */
async function signedBatch(ctx: Ctx, endpoint: DueEndpoint, batchId: string, at: Date) {
  const { file, manifest } = await batchFile(ctx, batchId);
  const body = `${canonicalize({ type: 'manifest', ...manifest })}\n${file}`;
  const digest = `sha-256=:${sha256(body).toString('base64')}:`;
  const created = Math.floor(at.getTime() / 1000);
  const params = `${COVERED};created=${created};nonce="${randomUUID()}";keyid="${endpoint.id}";alg="hmac-sha256"`;
  const request = { method: 'POST', path: new URL(endpoint.url).pathname, digest };
  const secret = secretText(ctx.keys.unwrap(endpoint.id, endpoint.wrapped, endpoint.keyVersion));
  const signature = createHmac('sha256', secret).update(signatureBase(request, params)).digest('base64');
  return {
    url: endpoint.url,
    headers: {
      'content-type': 'application/x-ndjson',
      accept: 'application/x-ndjson',
      'idempotency-key': `${endpoint.code}-${manifest.batch}`,
      'content-digest': digest,
      'signature-input': `jiannuo=${params}`,
      signature: `jiannuo=:${signature}:`,
    },
    body,
    most: MOST_ANSWER,
  };
}

/** What the platform says of a batch that it takes no part of: the title and detail of its problem details, where it has them. */
function refusal({ status, text }: { status: number; text: string }): string {
  try {
    const { title, detail } = JSON.parse(text) as Record<string, unknown>;
    const said = [title, detail].filter((one) => typeof one === 'string').join(': ');
    return said ? `it answered ${status}: ${said}` : `it answered ${status}`;
  } catch {
    return `it answered ${status}`;
  }
}

/** An answer may hold receipts to this batch and to earlier ones, or none yet. @returns what of it was not understood */
async function receiptsIn(ctx: Ctx, code: string, text: string): Promise<string | null> {
  if (text.trim() === '') return null;
  try {
    const { faults } = await readReceipts(ctx, code, text);
    const [first] = faults;
    return first ? `${faults.length} lines of its answer are no receipts: line ${first.line} ${first.code}` : null;
  } catch (error) {
    // The batch was taken; receipts may come again in a later answer or as a file.
    return `its receipts could not be read: ${(error as Error).message.slice(0, 200)}`;
  }
}
