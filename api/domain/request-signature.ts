/**
 * HTTP message signatures (RFC 9421) as far as the push API uses them: one signature by HMAC-SHA256 over method, path and
 * Content-Digest (RFC 9530), with the time, a nonce and the id of the key. What is not covered cannot be trusted, so the list of
 * components is fixed. Building the text is here; the keyed hash is the service's.
 */
export const COVERED = '("@method" "@path" "content-digest")';
/** Seconds by which clocks may differ, and for which a nonce must be remembered. */
export const SIGNATURE_WINDOW = 300;

export const SIGNATURE_FAULTS = ['missing', 'malformed', 'digest', 'time', 'key', 'replayed'] as const;
export type SignatureFault = (typeof SIGNATURE_FAULTS)[number];

export interface RequestSignature {
  keyId: string;
  nonce: string;
  created: number; // seconds since 1970
  /** The parameters as they were written: the last line of the text that is signed. */
  params: string;
  signature: Uint8Array;
}

const INPUT =
  /^([a-z][a-z0-9_-]{0,20})=(\("@method" "@path" "content-digest"\)((?:;[a-z]+=(?:"[\x20-\x21\x23-\x5b\x5d-\x7e]*"|\d{1,12}))+))$/;
const PARAM = /;([a-z]+)=(?:"([^"]*)"|(\d+))/g;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const NONCE = /^[A-Za-z0-9_+/=-]{16,64}$/;

/** Reads `Signature-Input` and `Signature`; both must name the one label. */
export function readSignature(
  input: string | undefined,
  signature: string | undefined,
): RequestSignature | SignatureFault {
  if (!input || !signature) return 'missing';
  const whole = INPUT.exec(input.trim());
  if (!whole) return 'malformed';
  const [, label = '', params = '', list = ''] = whole;
  const values = new Map<string, string>();
  for (const [, name = '', text, digits] of list.matchAll(PARAM)) {
    if (values.has(name)) return 'malformed';
    values.set(name, text ?? digits ?? '');
  }
  const keyId = values.get('keyid') ?? '';
  const nonce = values.get('nonce') ?? '';
  const created = Number(values.get('created') ?? Number.NaN);
  const bytes = new RegExp(`^${label}=:([A-Za-z0-9+/]{43}=):$`).exec(signature.trim())?.[1];
  if (!bytes || !UUID.test(keyId) || !NONCE.test(nonce) || !Number.isInteger(created)) return 'malformed';
  if ((values.get('alg') ?? 'hmac-sha256') !== 'hmac-sha256') return 'malformed';
  return { keyId, nonce, created, params, signature: Uint8Array.from(atob(bytes), (char) => char.charCodeAt(0)) };
}

/** The text that is signed (RFC 9421, 2.5). */
export const signatureBase = (request: { method: string; path: string; digest: string }, params: string): string =>
  [
    `"@method": ${request.method.toUpperCase()}`,
    `"@path": ${request.path}`,
    `"content-digest": ${request.digest}`,
    `"@signature-params": ${params}`,
  ].join('\n');

/** The base64 of the SHA-256 in a Content-Digest; null where it has none. */
export const sha256Of = (digest: string | undefined): string | null =>
  /^sha-256=:([A-Za-z0-9+/]{43}=):$/.exec(digest?.trim() ?? '')?.[1] ?? null;
