import { createHash } from 'node:crypto';
import type { ShareMessage, ShareReceipt } from '../../api/contracts/sharing.ts';
import { ShareMessage as Line, ShareManifest } from '../../api/contracts/sharing.ts';
import { makeBatch, readBatch } from '../../api/services/sharing/batch.ts';
import { saveDestination } from '../../api/services/sharing/destinations.ts';
import type { TestDatabase } from './database.ts';
import type { Official } from './disclosures.ts';

/** Officials of the lead credit authority of the place that runs the portal. */
export async function leaders(db: TestDatabase): Promise<{ sender: Official; administrator: Official; body: string }> {
  const [row] = await db.sql<{ id: string }[]>`
    select id from body where division = '9901' and role = 'development_reform' and kind = 'department' limit 1`;
  const body = row?.id ?? '';
  const official = (id: string, role: 'publisher' | 'administrator'): Official => ({
    kind: 'official',
    id,
    name: id,
    grants: [{ role, bodyId: body }],
  });
  return { sender: official('sender', 'publisher'), administrator: official('chief', 'administrator'), body };
}

const versions = new Map<string, number>();
/** Makes or changes a destination as an administrator does; switched on unless told otherwise. */
export async function destination(
  db: TestDatabase,
  administrator: Official,
  code: string,
  changes: Record<string, unknown> = {},
): Promise<number> {
  const key = `${db.url} ${code}`;
  const version = versions.get(key) ?? 0;
  const { queued } = await saveDestination(db.ctx(administrator), {
    code,
    name: `${code} 平台`,
    level: 'province',
    kinds: ['lost_judgment'],
    enabled: true,
    ...changes,
    version,
  });
  versions.set(key, version + 1);
  return queued;
}

/** The next batch as it is downloaded, checked line by line against the contract and by its manifest; empty: nothing waits. */
export async function send(db: TestDatabase, sender: Official, code: string): Promise<ShareMessage[]> {
  const made = await makeBatch(db.ctx(sender), code);
  return made ? download(db, sender, made.id) : [];
}

export async function download(db: TestDatabase, sender: Official, id: string): Promise<ShareMessage[]> {
  const { file, manifest } = await readBatch(db.ctx(sender), id);
  ShareManifest.parse(manifest);
  if (createHash('sha256').update(file).digest('hex') !== manifest.sha256) throw new Error('the manifest is wrong');
  return file
    .split('\n')
    .filter(Boolean)
    .map((line) => Line.parse(JSON.parse(line)));
}

export const fileOfReceipts = (receipts: readonly ShareReceipt[]): string =>
  receipts.map((receipt) => `${JSON.stringify(receipt)}\n`).join('');

/**
 * A strict destination: an add of what is there and a change or removal of what is not are refused, and so is whatever `refuses`
 * says. It keeps what it took.
 */
export class Destination {
  readonly held = new Map<string, Record<string, unknown>>();
  private serial = 0;

  apply(message: ShareMessage, refuses = false): ShareReceipt | null {
    const { number, act, record } = message;
    const head = { type: 'receipt', number } as const;
    if (act === 'void') return null;
    if (refuses) return { ...head, accepted: false, reason: 'field_invalid', words: '字段长度不符' };
    if (act === 'add' && this.held.has(record)) return { ...head, accepted: false, reason: 'already_there' };
    if (act !== 'add' && !this.held.has(record)) return { ...head, accepted: false, reason: 'unknown_record' };
    if (act === 'remove') this.held.delete(record);
    else this.held.set(record, message.content);
    return { ...head, accepted: true, receipt: `GX-${++this.serial}` };
  }
}
