import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { takeLimit } from '../../../db/queries/limits.ts';
import { liveKey, takeNonce } from '../../../db/queries/push.ts';
import { DomainError } from '../../domain/errors.ts';
import {
  readSignature,
  SIGNATURE_WINDOW,
  type SignatureFault,
  sha256Of,
  signatureBase,
} from '../../domain/request-signature.ts';
import type { Ctx } from '../context.ts';

export interface SignedRequest {
  method: string;
  path: string;
  header(name: string): string | undefined;
  body: Buffer;
}
export interface PushClient {
  clientId: string;
  bodyId: string;
  scopes: readonly string[];
}

const HOUR = 3600;
/** Refused requests of one source. */
const MOST_REFUSED = 300;

/** The secret as its owner has it. */
export const secretText = (key: Buffer): string => key.toString('base64url');

/**
 * Who signed a request: the digest fits the body, the signature fits method, path and digest, its time is now, and it was not
 * taken before. Without a limit per client one platform could hold up all others.
 * @throws DomainError push.signature_refused (params.reason) | request.rate_limited
 */
export async function authenticatePush(
  ctx: Pick<Ctx, 'sql' | 'keys' | 'source'>,
  request: SignedRequest,
): Promise<PushClient> {
  const refuse = async (reason: SignatureFault): Promise<never> => {
    await takeLimit(ctx.sql, `push-refused/${ctx.source}`, MOST_REFUSED, HOUR);
    throw new DomainError('push.signature_refused', { params: { reason } });
  };
  const signed = readSignature(request.header('signature-input'), request.header('signature'));
  if (typeof signed === 'string') return refuse(signed);
  const digest = request.header('content-digest')?.trim() ?? '';
  if (sha256Of(digest) !== createHash('sha256').update(request.body).digest('base64')) return refuse('digest');
  const key = await liveKey(ctx.sql, signed.keyId);
  if (!key) return refuse('key');
  const secret = ctx.keys.unwrap(key.id, key.wrapped, key.keyVersion);
  const expected = createHmac('sha256', secretText(secret))
    .update(signatureBase({ ...request, digest }, signed.params))
    .digest();
  if (!timingSafeEqual(expected, signed.signature)) return refuse('key');
  if (Math.abs(key.now - signed.created) > SIGNATURE_WINDOW) return refuse('time');
  if (!(await takeNonce(ctx.sql, key.id, signed.nonce))) return refuse('replayed');
  await takeLimit(ctx.sql, `push/${key.clientId}`, key.perHour, HOUR);
  return { clientId: key.clientId, bodyId: key.bodyId, scopes: key.scopes };
}
