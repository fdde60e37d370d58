import { createReadStream } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { DomainError } from '../domain/errors.ts';
import { spoolFile, sweepSpool } from './open-data-draft.ts';
import type { OpenDataShelf } from './ports.ts';
import { isMissing, type S3Place, s3Client } from './s3-client.ts';

const SHA256 = /^[0-9a-f]{64}$/;
const PREFIX = 'open-data/';
const PART = 8 * 1024 * 1024; // bytes in memory for an upload
const PARTS = 10_000; // the most that S3 takes

/**
 * The same shelf for a site of many machines. A file is written on the disk of the machine that builds (`spool`) and goes up
 * once its name, the SHA-256 of its bytes, is known: an object is there whole or not at all, and a name never changes its
 * bytes. @throws DomainError service.unavailable while the storage is away
 */
export function createS3Shelf(place: S3Place, spool: string): OpenDataShelf {
  const { bucket: Bucket } = place;
  const client = s3Client(place, 120_000);
  const drafts = path.join(spool, 'drafts');
  const named = (sha256: string) => {
    if (!SHA256.test(sha256)) throw new Error('not a name of the shelf');
    return { Bucket, Key: `${PREFIX}${sha256.slice(0, 2)}/${sha256}` };
  };
  const away = (cause: unknown) => new DomainError('service.unavailable', { params: { retryAfter: 60 }, cause });

  /** Bytes of the object; null where there is none. */
  const sizeOf = (sha256: string): Promise<number | null> =>
    client.send(new HeadObjectCommand(named(sha256))).then(
      ({ ContentLength }) => ContentLength ?? null,
      (error: unknown) => {
        if (isMissing(error)) return null;
        throw away(error);
      },
    );

  async function send(file: string, sha256: string, bytes: number): Promise<void> {
    const upload = new Upload({
      client,
      params: { ...named(sha256), Body: createReadStream(file), ContentType: 'application/octet-stream' },
      partSize: Math.max(PART, Math.ceil(bytes / PARTS)),
      queueSize: 1,
      leavePartsOnError: false,
    });
    await upload.done().catch((error: unknown) => {
      throw away(error);
    });
  }

  return {
    async draft() {
      const draft = await spoolFile(drafts);
      return {
        sink: draft.sink,
        async keep() {
          const { file, sha256, bytes } = await draft.done();
          // What did not change since yesterday lies there already; the lock of the builder keeps it from being swept meanwhile.
          if ((await sizeOf(sha256)) !== bytes) {
            await send(file, sha256, bytes);
            if ((await sizeOf(sha256)) !== bytes) throw away(new Error('the storage keeps another size than was sent'));
          }
          await draft.drop();
          return { sha256, bytes };
        },
        drop: () => draft.drop(),
      };
    },

    async open(sha256, range) {
      const wanted = { ...named(sha256), Range: range && `bytes=${range.start}-${range.end ?? ''}` };
      try {
        const { Body, ContentLength } = await client.send(new GetObjectCommand(wanted));
        const body = (Body as Readable | undefined) ?? null;
        // A server that does not understand a range sends the whole: better nothing than other bytes than were asked for.
        if (body && range?.end !== undefined && ContentLength !== range.end - range.start + 1) {
          body.destroy();
          throw new Error('the storage answered another range');
        }
        return body;
      } catch (error) {
        if (isMissing(error)) return null;
        throw away(error);
      }
    },

    has: async (sha256) => (await sizeOf(sha256)) !== null,

    async *list() {
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Prefix: PREFIX, ContinuationToken }));
        for (const { Key } of page.Contents ?? []) {
          const name = Key?.slice(Key.lastIndexOf('/') + 1) ?? '';
          if (SHA256.test(name)) yield name;
        }
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken);
    },

    async remove(sha256) {
      await client.send(new DeleteObjectCommand(named(sha256))).catch((error: unknown) => {
        if (!isMissing(error)) throw away(error);
      });
    },

    async sweepDrafts(before) {
      let swept = await sweepSpool(drafts, before);
      // Parts of nobody: a process died while it sent. Some servers do not list them; those drop them by a rule of the bucket.
      const running = await client.send(new ListMultipartUploadsCommand({ Bucket, Prefix: PREFIX })).catch(() => null);
      for (const { Key, UploadId, Initiated } of running?.Uploads ?? []) {
        if (!Key?.startsWith(PREFIX) || !UploadId || !Initiated || Initiated >= before) continue;
        await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId })).catch(() => {});
        swept += 1;
      }
      return swept;
    },

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
