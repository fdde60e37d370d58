import { createHash } from 'node:crypto';

/** Namespace of Jiannuo's bodies. Never change it: ids stand in exports, links and other people's programs. */
const NAMESPACE = Buffer.from('6f1c0d5a9d1e5b6e8a3e2b7c4d9f1a20', 'hex');

/** The id of a body: UUIDv5 (RFC 9562) of its name and the code of its division. The same in every deployment. */
export function bodyId(name: string, division: string): string {
  const hash = createHash('sha1').update(NAMESPACE).update(`${name}|${division}`).digest().subarray(0, 16);
  hash[6] = (hash[6]! & 0x0f) | 0x50;
  hash[8] = (hash[8]! & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
