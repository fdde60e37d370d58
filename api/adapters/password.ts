import { randomInt } from 'node:crypto';
import { hash as argonHash, verify as argonVerify } from '@node-rs/argon2';
import { DomainError } from '../domain/errors.ts';
import { PASSWORD_MAX } from '../domain/password.ts';

// OWASP's figure for Argon2id; 11 ms on the machine of stack.md. The algorithm is Argon2id by default.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Argon2id. An over-long password never reaches the hash: it would be a way to keep the machine busy. */
export const hashPassword = async (password: string): Promise<string> => argonHash(normal(password), COST);
export const verifyPassword = async (hash: string, password: string): Promise<boolean> =>
  argonVerify(hash, normal(password));

/** The same characters typed on another device are the same password. */
function normal(password: string): string {
  if (password.length > PASSWORD_MAX) throw new DomainError('auth.failed');
  return password.normalize('NFKC');
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const group = (length: number) => Array.from({ length }, () => CROCKFORD[randomInt(32)]).join('');

/** A one-time password that can be read over the telephone: 100 bits in groups of five. */
export const oneTimePassword = (): string => [group(5), group(5), group(5), group(5)].join('-');

/** Ten recovery codes of 50 bits. */
export const recoveryCodes = (): string[] => Array.from({ length: 10 }, () => `${group(5)}-${group(5)}`);

/** What was typed as a recovery code, as it was made: case, spaces, full width, O/0 and I/L/1 are forgiven. */
export function normaliseRecoveryCode(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return `${plain.slice(0, 5)}-${plain.slice(5, 10)}`;
}
