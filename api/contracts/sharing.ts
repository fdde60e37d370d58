import { z } from 'zod';
import { DISCLOSURE_KINDS } from '../domain/disclosure.ts';
import { REMOVE_REASONS, SHARE_FORMATS, SHARE_LEVELS, SHARE_REFUSALS, SHARE_STATES } from '../domain/sharing.ts';
import { box, httpsAddress, words } from './everyday.ts';

/* The exchange format jiannuo-share/1: NDJSON, one object a line, UTF-8; beside it a manifest with the SHA-256 of the file. */

const number = z.int().min(1).describe('Rises with each message; apply them in this order');
const record = z.uuid().describe('The record: the same in all its messages');

const put = <A extends 'add' | 'modify'>(act: A) =>
  z.strictObject({
    type: z.literal('message'),
    number,
    act: z.literal(act),
    record,
    version: z.int().min(1),
    content: z
      .looseObject({
        id: z.uuid(),
        kind: z.enum(DISCLOSURE_KINDS),
        title: z.string(),
        subjectCode: z.string().nullable().describe('统一社会信用代码 of the body or enterprise, where it is known'),
        url: z.url().describe('The public page of the record'),
      })
      .describe('What the public sees of the record, whole: it replaces what was sent before'),
  });

/** A line of a batch. A removal carries the identifier and the class of its reason, nothing of the record. */
export const ShareMessage = z.discriminatedUnion('act', [
  put('add'),
  put('modify'),
  z.strictObject({
    type: z.literal('message'),
    number,
    act: z.literal('remove'),
    record,
    reason: z.enum(REMOVE_REASONS),
  }),
  z
    .strictObject({ type: z.literal('message'), number, act: z.literal('void'), record })
    .describe('Stands in a file fetched again for a message that was received, or whose record left publication since'),
]);
export type ShareMessage = z.output<typeof ShareMessage>;

export const ShareManifest = z.strictObject({
  format: z.enum(SHARE_FORMATS),
  sender: z.string(),
  destination: z.string(),
  batch: z.int().min(1).describe('1, 2, 3 … of this destination, without gaps'),
  madeAt: z.iso.datetime(),
  file: z.string(),
  messages: z.int(),
  acts: z.strictObject({ add: z.int(), modify: z.int(), remove: z.int(), void: z.int() }),
  first: z.int(),
  last: z.int(),
  bytes: z.int(),
  sha256: z.string().length(64),
  firstSha256: z.string().length(64).describe('Of the file as it was first made: it differs once messages became void'),
  previous: z.string().length(64).nullable().describe('`firstSha256` of the batch before'),
});
export type ShareManifest = z.output<typeof ShareManifest>;

const receipt = z.string().trim().min(1).max(100).describe('The number that the destination gave');
/** A line of a file of receipts. */
export const ShareReceipt = z.discriminatedUnion('accepted', [
  z.strictObject({ type: z.literal('receipt'), number, accepted: z.literal(true), receipt }),
  z.strictObject({
    type: z.literal('receipt'),
    number,
    accepted: z.literal(false),
    receipt: receipt.optional(),
    reason: z.enum(SHARE_REFUSALS),
    words: words(0, 500).optional(),
  }),
]);
export type ShareReceipt = z.output<typeof ShareReceipt>;

export const ReceiptFault = z.strictObject({ line: z.int(), path: z.string(), code: z.string() });
/** What became of a file of receipts. `again`: refused in a way that says what to send instead, and that waits already. */
export const ReceiptReport = z.strictObject({
  lines: z.int(),
  received: z.int(),
  rejected: z.int(),
  again: z.int(),
  known: z.int(),
  faults: z.array(ReceiptFault),
});
export type ReceiptReport = z.output<typeof ReceiptReport>;

const several = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
/** A destination as an administrator enters it. */
export const ShareDestination = z.strictObject({
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,30}$/, 'destination_code'),
  name: words(2, 60),
  level: z.enum(SHARE_LEVELS),
  kinds: several.pipe(z.array(z.enum(DISCLOSURE_KINDS)).min(1, 'required')),
  format: z.enum(SHARE_FORMATS).default('jiannuo-share/1'),
  enabled: box.default(false),
  version: z.coerce.number().int().min(0).default(0), // 0: a new one
});
export type ShareDestination = z.output<typeof ShareDestination>;

/** Where batches are posted: a new address (empty: none, files again), or a new secret for the one that is there. */
export const ShareEndpoint = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('address'),
    code: z.string().max(40),
    url: z.union([z.literal(''), httpsAddress]).default(''),
  }),
  z.strictObject({ action: z.literal('secret'), code: z.string().max(40) }),
]);

/** First line of what is posted; the messages follow as in a file. */
export const SharePosted = z.strictObject({ type: z.literal('manifest'), ...ShareManifest.shape });

export const ShareQueue = z.strictObject({
  destination: z.string().max(40).optional(),
  state: z.enum(SHARE_STATES).default('waiting'),
  late: box.default(false),
  cursor: z.string().max(1024).optional(),
});
