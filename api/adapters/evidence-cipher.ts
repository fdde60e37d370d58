import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/**
 * Files sealed in chunks (the STREAM construction): "JNE1", a salt of 16 bytes, then chunks of 64 KiB, each AES-256-GCM
 * with its own tag. The key of a file comes from the key of the case and the salt by HKDF; the nonce is the chunk's number
 * and a last-chunk mark, so that nothing can be cut off, swapped or repeated unseen.
 */
const MAGIC = Buffer.from('JNE1');
const SALT = 16;
const CHUNK = 64 * 1024;
const TAG = 16;

const fileKey = (key: Buffer, salt: Buffer): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, 'jiannuo/evidence/1', 32));

function nonce(index: number, last: boolean): Buffer {
  const iv = Buffer.alloc(12);
  iv.writeUInt32BE(index, 7);
  iv[11] = last ? 1 : 0;
  return iv;
}

/** Cuts a stream into blocks of one size; the last may be shorter, and is known to be the last. */
abstract class Blocks extends Transform {
  #held: Buffer[] = [];
  #size = 0;
  protected index = 0;
  readonly #block: number;

  constructor(block: number) {
    super();
    this.#block = block;
  }

  protected abstract block(data: Buffer, last: boolean): void;

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      this.#held.push(chunk);
      this.#size += chunk.length;
      if (this.#size > this.#block) {
        let all = Buffer.concat(this.#held);
        // One block is always kept back: it may be the last.
        while (all.length > this.#block) {
          this.block(all.subarray(0, this.#block), false);
          this.index += 1;
          all = all.subarray(this.#block);
        }
        this.#held = [all];
        this.#size = all.length;
      }
      done();
    } catch (error) {
      done(error as Error);
    }
  }

  override _flush(done: TransformCallback): void {
    try {
      this.block(Buffer.concat(this.#held), true);
      done();
    } catch (error) {
      done(error as Error);
    }
  }
}

export class SealStream extends Blocks {
  readonly #key: Buffer;

  constructor(key: Buffer) {
    super(CHUNK);
    const salt = randomBytes(SALT);
    this.#key = fileKey(key, salt);
    this.push(Buffer.concat([MAGIC, salt]));
  }

  protected block(data: Buffer, last: boolean): void {
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce(this.index, last));
    this.push(Buffer.concat([cipher.update(data), cipher.final(), cipher.getAuthTag()]));
  }
}

/** Opens what SealStream wrote, without its header. */
class OpenBlocks extends Blocks {
  readonly #key: Buffer;

  constructor(key: Buffer, salt: Buffer) {
    super(CHUNK + TAG);
    this.#key = fileKey(key, salt);
  }

  protected block(data: Buffer, last: boolean): void {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce(this.index, last));
    decipher.setAuthTag(data.subarray(-TAG));
    this.push(Buffer.concat([decipher.update(data.subarray(0, -TAG)), decipher.final()]));
  }
}

export const HEADER_BYTES = MAGIC.length + SALT;

/** @param header the first HEADER_BYTES of a sealed file */
export function openStream(key: Buffer, header: Buffer): Transform {
  if (header.length !== HEADER_BYTES || !header.subarray(0, MAGIC.length).equals(MAGIC))
    throw new Error('a stored file has an unknown format');
  return new OpenBlocks(key, header.subarray(MAGIC.length));
}
