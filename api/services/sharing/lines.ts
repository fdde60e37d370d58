import canonicalize from 'canonicalize';
import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import type { BatchRow, SentRow } from '../../../db/queries/sharing.ts';
import type { ShareManifest, ShareMessage } from '../../contracts/sharing.ts';
import { publicView } from '../../domain/disclosure-view.ts';
import type { Directory } from '../../domain/routing.ts';
import { sha256 } from '../digest.ts';

/** What goes to a destination of a record: what the public sees, with the credit code of the body and the address of its page. */
export function contentOf(record: DisclosureRow, directory: Directory, publicUrl: string): Record<string, unknown> {
  const view = publicView(record);
  const subjectCode = (view.bodyId ? directory.bodies.get(view.bodyId)?.uscc : null) ?? view.subjectCode ?? null;
  return { ...view, subjectCode, url: `${publicUrl}/disclosures/${record.id}` };
}

/** A message as a line says it. A removal has nothing of the record but its identifier. */
export function messageOf(row: SentRow): ShareMessage {
  const { number, act, record, version, content, reason, state } = row;
  const head = { type: 'message' as const, number, record };
  if (act === 'remove') return { ...head, act, reason: reason ?? 'out_of_scope' };
  if (!content || state === 'received') return { ...head, act: 'void' };
  return { ...head, act, version, content } as ShareMessage;
}

/** RFC 8785 lines: the same messages make the same bytes. */
export const fileOf = (messages: readonly ShareMessage[]): string =>
  messages.map((message) => `${canonicalize(message)}\n`).join('');

export function manifestOf(
  batch: BatchRow,
  messages: readonly ShareMessage[],
  file: string,
  sender: string,
): ShareManifest {
  const acts = { add: 0, modify: 0, remove: 0, void: 0 };
  for (const { act } of messages) acts[act] += 1;
  return {
    format: batch.format,
    sender,
    destination: batch.destination,
    batch: batch.number,
    madeAt: batch.madeAt,
    file: fileName(batch),
    messages: messages.length,
    acts,
    first: messages[0]?.number ?? 0,
    last: messages.at(-1)?.number ?? 0,
    bytes: Buffer.byteLength(file),
    sha256: sha256(file).toString('hex'),
    firstSha256: batch.sha256,
    previous: batch.previous,
  };
}
export const fileName = ({ destination, number }: Pick<BatchRow, 'destination' | 'number'>): string =>
  `${destination}-${String(number).padStart(6, '0')}.ndjson`;
