import { createHash } from 'node:crypto';

/** SHA-256, 32 bytes; text as UTF-8. Secrets are stored as this, and files and texts are compared by it. */
export const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
