import { PassThrough, Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';
import { DomainError } from '../../domain/errors.ts';

export interface ReceivedFile {
  /** The fields that stood before the file. */
  fields: Record<string, string>;
  name: string;
  source: Readable;
}

const SPARE = 64 * 1024; // boundaries and fields beside the file

/**
 * Reads a multipart form with one file as it arrives; nothing is held in memory. Fields must stand before the file.
 * `use` gets the running file: a connection that is cut off makes its stream fail.
 * @param limit bytes of the file; where `use` gave up, not much more than this is read before the connection is dropped
 */
export async function receiveUpload<T>(
  request: Request,
  limit: number,
  use: (file: ReceivedFile) => Promise<T>,
): Promise<T> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*;/i.test(type) || !request.body) throw new DomainError('request.malformed');
  if (Number(request.headers.get('content-length') ?? 0) > limit + SPARE) throw new DomainError('upload.too_large');

  const fields: Record<string, string> = Object.create(null);
  const body = Readable.fromWeb(request.body as ReadableStream);
  let form: InstanceType<typeof Busboy>;
  try {
    form = new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 10, fieldSize: 4096, fieldNameSize: 100, parts: 12, headerPairs: 20 },
    });
  } catch {
    throw new DomainError('request.malformed');
  }

  return new Promise<T>((resolve, reject) => {
    let taken: Promise<T> | undefined;
    let running: PassThrough | undefined;
    let read = 0;

    form.on('field', (name: string, value: string) => {
      fields[name] = value;
    });
    form.on('file', (_field, stream, name) => {
      // A stream of our own: when its reader gives up, the rest of the form still drains.
      running = new PassThrough();
      stream.pipe(running);
      running.on('close', () => {
        stream.unpipe();
        stream.resume();
      });
      stream.on('error', (error) => running?.destroy(error));
      taken = use({ fields, name: name ?? '', source: running });
      taken.catch(() => running?.destroy());
    });

    const fail = (error: unknown) => {
      running?.destroy(new Error('the form was cut off'));
      body.unpipe(form);
      body.destroy();
      // What the reader of the file says (too large, wrong kind) comes before what it led to.
      if (taken) taken.then(() => reject(new DomainError('upload.incomplete')), reject);
      else reject(error instanceof DomainError ? error : new DomainError('upload.incomplete'));
    };
    body.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read > limit + 4 * 1024 * 1024) fail(new DomainError('upload.too_large'));
    });
    body.on('error', fail);
    body.on('close', () => {
      if (!body.readableEnded) fail(new DomainError('upload.incomplete'));
    });
    form.on('error', fail);
    form.on('finish', () => {
      if (taken) taken.then(resolve, reject);
      else reject(new DomainError('request.invalid', { fields: [{ path: 'file', code: 'required' }] }));
    });
    body.pipe(form);
  });
}
