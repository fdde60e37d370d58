import { z } from 'zod';
import { CHECK_PURPOSES, CHECK_USES } from '../domain/credit-check.ts';
import { DISCLOSURE_KINDS, PUBLICATION_CLASSES } from '../domain/disclosure.ts';
import { RECORD_FLAGS } from '../domain/disclosure-view.ts';
import { words } from './everyday.ts';

/** What an official asks. */
export const CreditCheckAsk = z.strictObject({
  purpose: z.enum(CHECK_PURPOSES, 'required'),
  purposeWords: words(2, 200),
  /** Names or credit codes, one a line. */
  subjects: words(1, 20_000),
  /** In whose name, where the official acts for several. */
  bodyId: z.guid().optional(),
});

const Record = z.strictObject({
  id: z.guid(),
  kind: z.enum(DISCLOSURE_KINDS),
  tone: z.enum(['adverse', 'good', 'neutral']),
  publicationClass: z.enum(PUBLICATION_CLASSES).nullable(),
  title: z.string(),
  decidedOn: z.string().nullable(),
  publishUntil: z.string().nullable(),
  flags: z.array(z.enum(RECORD_FLAGS)),
  url: z.url(),
});

/** The answer as it is signed: records that are public at that instant, and no others. */
export const CreditCheckDocument = z.strictObject({
  format: z.literal('jiannuo-credit-check/1'),
  number: z.string(),
  askedAt: z.iso.datetime(),
  portal: z.string(),
  askedFor: z.strictObject({ body: z.string(), purpose: z.enum(CHECK_PURPOSES), words: z.string() }),
  subjects: z.array(
    z.strictObject({
      asked: z.string(),
      name: z.string().nullable().describe('Null: a credit code that is no body of the directory'),
      code: z.string().nullable(),
      records: z.array(Record),
      adverse: z.int(),
      more: z.boolean().describe('There are more records than are listed; `adverse` counts them all'),
    }),
  ),
});
export type CreditCheckDocument = z.output<typeof CreditCheckDocument>;

/** The file that is downloaded: the document with what proves it. */
export const CreditCheckFile = z.strictObject({
  document: CreditCheckDocument,
  proof: z.strictObject({
    sha256: z.string().length(64).describe('Of the RFC 8785 form of `document`'),
    algorithm: z.literal('Ed25519'),
    publicKey: z.string().describe('32 bytes, base64url'),
    signature: z.string().describe('Of the RFC 8785 form of `document`, 64 bytes, base64url'),
    verify: z.url(),
  }),
});
export type CreditCheckFile = z.output<typeof CreditCheckFile>;

/** 结果反馈. */
export const CreditCheckUse = z.strictObject({ use: z.enum(CHECK_USES, 'required'), words: words(2, 500) });

/** Whoever holds an answer asks whether it is genuine: by number and proof, or with the whole file. */
export const CreditCheckVerify = z.strictObject({
  number: z.string().max(60).optional(),
  /** The signature or the digest. */
  proof: z.string().max(200).optional(),
  /** The file as it was downloaded. */
  file: z.string().max(2_000_000).optional(),
});
