import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';
import { DomainError } from '../domain/errors.ts';
import { KindCheck } from './file-kind.ts';

/** What every storage does with a file as it comes in: counts, hashes, and says what it is, before anything is sealed. */
export function evidenceIntake(limit: number): {
  count: Transform;
  kind: KindCheck;
  /** Once the stream has ended. */
  result(): { bytes: number; sha256: Buffer; mediaType: string };
} {
  const hash = createHash('sha256');
  const kind = new KindCheck();
  let bytes = 0;
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > limit) return done(new DomainError('upload.too_large'));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { count, kind, result: () => ({ bytes, sha256: hash.digest(), mediaType: kind.mediaType }) };
}
