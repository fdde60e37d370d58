import { S3Client } from '@aws-sdk/client-s3';

/** A bucket of an object storage that speaks S3 (a cloud of the government, MinIO, Ceph). */
export interface S3Place {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  /** The bucket stands in the path, not before the host. */
  pathStyle: boolean;
}

/** `patience`: milliseconds for which a connection may say nothing; whoever reads slowly lets it be silent. */
export const s3Client = (place: S3Place, patience = 20_000): S3Client =>
  new S3Client({
    endpoint: place.endpoint,
    region: place.region,
    forcePathStyle: place.pathStyle,
    credentials: { accessKeyId: place.accessKeyId, secretAccessKey: place.secretAccessKey },
    maxAttempts: 2,
    requestHandler: {
      connectionTimeout: 3_000,
      requestTimeout: patience,
      socketTimeout: patience,
      httpAgent: { keepAlive: true, maxSockets: 200 },
      httpsAgent: { keepAlive: true, maxSockets: 200 },
    },
    // Servers that are not Amazon's know no trailing checksums; what is stored proves itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });

export const isMissing = (error: unknown): boolean =>
  ['NoSuchKey', 'NotFound'].includes(String((error as { name?: unknown } | null)?.name));
