/** Crockford base32: no I, L, O, U, so that a code can be read aloud and typed from paper. */
export const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Base32 of bytes whose length is a multiple of five. */
export function encodeCrockford(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 5) {
    let block = 0n;
    for (let j = 0; j < 5; j++) block = (block << 8n) | BigInt(bytes[i + j] ?? 0);
    for (let shift = 35n; shift >= 0n; shift -= 5n) text += CROCKFORD[Number((block >> shift) & 31n)];
  }
  return text;
}

/** What people type, as they meant it: full width, case, spaces, hyphens and dots of every kind, O for 0, I and L for 1. */
export function forgive(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.·•−]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/** The bytes behind characters that encodeCrockford made; their number is a multiple of eight. */
export function decodeCrockford(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array((text.length / 8) * 5);
  for (let i = 0, at = 0; i < text.length; i += 8) {
    let block = 0n;
    for (let j = 0; j < 8; j++) block = (block << 5n) | BigInt(CROCKFORD.indexOf(text[i + j] ?? '0'));
    for (let shift = 32n; shift >= 0n; shift -= 8n) bytes[at++] = Number((block >> shift) & 255n);
  }
  return bytes;
}
