import { randomBytes } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { DomainError } from '../domain/errors.ts';
import { HEADER_BYTES, openStream, SealStream } from './evidence-cipher.ts';
import { evidenceIntake } from './evidence-intake.ts';
import type { EvidenceStore } from './ports.ts';
import { isMissing, type S3Place, s3Client } from './s3-client.ts';

const NAME = /^[0-9a-f]{2}\/[0-9a-f]{40}$/;
const PART = 5 * 1024 * 1024; // bytes held in memory for each running upload

/**
 * The same sealed bytes as on a disk (evidence-cipher.ts); the storage sees neither content nor names. An object is there whole
 * or not at all: parts of an upload that failed are aborted. @throws DomainError upload.not_stored | service.unavailable while it is away
 */
export function createS3Store(place: S3Place): EvidenceStore {
  const { bucket: Bucket } = place;
  const client = s3Client(place);
  const named = (Key: string) => {
    if (!NAME.test(Key)) throw new Error('not a name of the evidence store');
    return { Bucket, Key };
  };
  const away = () => new DomainError('service.unavailable', { params: { retryAfter: 60 } });

  async function upload(name: string, fill: (body: PassThrough) => Promise<void>): Promise<void> {
    const body = new PassThrough();
    const sending = new Upload({
      client,
      params: { ...named(name), Body: body, ContentType: 'application/octet-stream' },
      partSize: PART,
      queueSize: 1,
      leavePartsOnError: false,
    });
    let failed: 'source' | 'storage' | null = null;
    let why: unknown;
    const filled = fill(body).catch((error: unknown) => {
      failed ??= 'source';
      why ??= error;
      body.destroy(error as Error);
      return sending.abort().catch(() => {});
    });
    const sent = sending.done().then(
      () => {},
      (error: unknown) => {
        failed ??= 'storage';
        why ??= error;
        body.destroy(error as Error);
      },
    );
    await Promise.all([filled, sent]);
    if (failed === null) return;
    if (why instanceof DomainError) throw why;
    if (failed !== 'storage') throw new DomainError('upload.incomplete');
    throw new DomainError('upload.not_stored', { params: { retryAfter: 60 }, cause: why });
  }

  async function object(name: string): Promise<Readable | null> {
    const wanted = named(name);
    try {
      const { Body } = await client.send(new GetObjectCommand(wanted));
      return (Body as Readable | undefined) ?? null;
    } catch (error) {
      if (isMissing(error)) return null;
      throw away();
    }
  }

  return {
    async put(source, key, limit) {
      const id = randomBytes(20).toString('hex');
      const storageName = `${id.slice(0, 2)}/${id}`;
      const intake = evidenceIntake(limit);
      await upload(storageName, (body) => pipeline(source, intake.count, intake.kind, new SealStream(key), body));
      return { storageName, ...intake.result() };
    },

    async get(storageName, key) {
      const sealed = await object(storageName);
      if (!sealed) throw new Error('a file of the evidence store is missing');
      const chunks = sealed[Symbol.asyncIterator]();
      let head = Buffer.alloc(0);
      while (head.length < HEADER_BYTES) {
        const { value, done } = await chunks.next();
        if (done) throw new Error('a stored file is cut off');
        head = Buffer.concat([head, value as Buffer]);
      }
      const opened = openStream(key, head.subarray(0, HEADER_BYTES));
      async function* rest() {
        yield head.subarray(HEADER_BYTES);
        for await (const chunk of { [Symbol.asyncIterator]: () => chunks }) yield chunk as Buffer;
      }
      pipeline(rest, opened).catch(() => {}); // whoever reads `opened` hears of it
      return opened;
    },

    async remove(storageName) {
      await client.send(new DeleteObjectCommand(named(storageName))).catch((error: unknown) => {
        if (!isMissing(error)) throw away();
      });
    },

    exportSealed: (storageName) => object(storageName),

    importSealed: (storageName, source) => upload(storageName, (body) => pipeline(source, body)),

    async *list(before) {
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, ContinuationToken }));
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && NAME.test(Key) && LastModified && LastModified < before) yield Key;
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
      // Parts of nobody: a process died while it sent.
      const running = await client.send(new ListMultipartUploadsCommand({ Bucket })).catch(() => null);
      for (const { Key, UploadId, Initiated } of running?.Uploads ?? [])
        if (Key && UploadId && Initiated && Initiated < before)
          await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => {});
    },

    free: async () => null,

    async check() {
      try {
        await client.send(new HeadBucketCommand({ Bucket }));
      } catch (error) {
        throw new Error(`the storage at ${place.endpoint} does not answer for ${Bucket}: ${(error as Error).name}`);
      }
      return `bucket ${Bucket} at ${place.endpoint} answers`;
    },
  };
}
