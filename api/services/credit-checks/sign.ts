import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import type { Keyring } from '../../adapters/ports.ts';

/**
 * Ed25519 (RFC 8032), so that whoever knows the public key can check an answer without asking. The key is derived from the
 * master key: it lies nowhere, and each version of the master key has its own.
 */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex'); // RFC 8410: the 32 bytes of the seed follow
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

const privateKey = (keys: Keyring): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([PKCS8, keys.mac('credit-check/ed25519', 'seed')]),
    format: 'der',
    type: 'pkcs8',
  });

export interface Signed {
  signature: Buffer; // 64 bytes
  publicKey: Buffer; // 32 bytes
  keyVersion: number;
}

export function signText(keys: Keyring, text: string): Signed {
  const key = privateKey(keys);
  return { signature: sign(null, Buffer.from(text), key), publicKey: rawPublic(key), keyVersion: keys.version };
}

/** What the newest answers are signed with, for whoever checks them. */
export const currentPublicKey = (keys: Keyring): Buffer => rawPublic(privateKey(keys));

export function isSigned(text: string, signature: Buffer, publicKey: Buffer): boolean {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(text), key, signature);
}

const rawPublic = (key: KeyObject): Buffer =>
  createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(SPKI.length);
