import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { copyEvents, copyIn } from '../../../db/queries/copy.ts';
import {
  type DisclosureRow,
  EVERY_FIELD,
  insertCorrection,
  insertVersions,
  removeCorrection,
  updateDisclosure,
} from '../../../db/queries/disclosures.ts';
import { appendEvent, eventRow } from '../../../db/queries/events.ts';
import { contentsOf, findDisclosures, idsByNaturalKeys } from '../../../db/queries/imports.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { type DisclosureFacts, ENDED_STATES } from '../../domain/disclosure.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Actor } from '../../domain/official.ts';
import type { Directory } from '../../domain/routing.ts';
import { syncPublic, tagsOf } from './change.ts';
import { changedFields, FACT_FIELDS, factsOfRow, sortOn } from './facts.ts';
import { resolveBodies } from './import-bodies.ts';
import type { ImportEntry } from './import-row.ts';
import { endRequests, tellDetermined } from './tell.ts';

export interface ImportRun {
  batchId: string;
  /** Recorded as the author: somebody else must approve. */
  by: string;
  /** Who handed it in: may not approve either. */
  submittedBy: string;
  actor: Actor;
  at: Date;
  reason: string;
  /** In whose name the records are published; null: the portal itself. */
  publisherId: string | null;
  directory: Directory;
  /** What was stored in all. */
  stored: Stored;
  /** Bodies that were found or made, by name and place. */
  bodies: Map<string, string>;
  payloads: Map<string, EventPayload>;
}
export interface Stored {
  imported: number;
  changed: number;
  unchanged: number;
  bodies: number;
}
export const newRun = (of: Omit<ImportRun, 'stored' | 'bodies' | 'payloads'>): ImportRun => ({
  ...of,
  stored: { imported: 0, changed: 0, unchanged: 0, bodies: 0 },
  bodies: new Map(),
  payloads: new Map(),
});

// The body's id is ours: what the file says is compared without it.
const same = (a: DisclosureFacts, b: DisclosureFacts): boolean => changedFields(a, b).every((f) => f === 'bodyId');

const RECORD = [
  ...FACT_FIELDS,
  'id',
  'state',
  'naturalKey',
  'publisherId',
  'batchId',
  'createdBy',
  'submittedBy',
  'createdAt',
  'endedAt',
  'sortOn',
] as const;
const VERSION = ['disclosureId', 'version', 'content', 'reason', 'changedBy', 'changedAt'] as const;
const SOURCE = ['disclosureId', 'field', 'document', 'collectedBy', 'collectedAt'] as const;
interface Fresh {
  id: string;
  entry: ImportEntry;
  facts: DisclosureFacts;
}

/** Stores a batch of rows. New ones wait in review for a second person; performed ones are kept and never shown. */
export async function storeEntries(tx: Tx, entries: readonly ImportEntry[], run: ImportRun): Promise<Stored> {
  const stored: Stored = { imported: 0, changed: 0, unchanged: 0, bodies: 0 };
  const { idOf, made } = await resolveBodies(tx, entries, run);
  stored.bodies = made;
  const ids = await idsByNaturalKeys(
    tx,
    entries.map((entry) => entry.key),
  );
  const known = new Map((await findDisclosures(tx, [...ids.values()])).map((row) => [row.naturalKey, row]));
  const contents = await contentsOf(tx, [...ids.values()]);
  const fresh: Fresh[] = [];
  for (const entry of entries) {
    const facts = { ...entry.facts, bodyId: idOf(entry) };
    const row = known.get(entry.key);
    if (!row) fresh.push({ id: randomUUID(), entry, facts });
    else if ((contents.get(row.id) ?? []).some((content) => same(content as DisclosureFacts, facts))) {
      stored.unchanged += 1;
    } else if (await update(tx, row, facts, entry.performed, run)) stored.changed += 1;
    else stored.unchanged += 1;
  }
  stored.imported = fresh.length;
  if (fresh.length > 0) await insertFresh(tx, fresh, run);
  for (const key of ['imported', 'changed', 'unchanged', 'bodies'] as const) run.stored[key] += stored[key];
  return stored;
}

/** Rows one by one: thousands of arrays at a time are work for the collector of garbage. */
function* each<T>(all: readonly T[], of: (one: T) => readonly unknown[]): Generator<readonly unknown[]> {
  for (const one of all) yield of(one);
}

/** New records with their first version, their source and their events: table by table, none row by row. */
async function insertFresh(tx: Tx, fresh: readonly Fresh[], run: ImportRun): Promise<void> {
  const { by, at, reason, submittedBy, publisherId, batchId } = run;
  const record = ({ id, entry, facts }: Fresh): unknown[] => {
    const row: unknown[] = [];
    for (const field of FACT_FIELDS) row.push(facts[field]);
    row.push(id, entry.performed ? 'repaired' : 'in_review', entry.key, publisherId, batchId, by, submittedBy, at);
    row.push(entry.performed ? at : null, sortOn(facts));
    return row;
  };
  await copyIn(tx, 'disclosure', RECORD, each(fresh, record));
  const version = ({ id, facts }: Fresh) => [id, 1, facts, reason, by, at];
  await copyIn(tx, 'disclosureVersion', VERSION, each(fresh, version));
  // One document says it all: one row stands for every field of the version.
  const source = ({ id, facts }: Fresh) => [id, EVERY_FIELD, facts.source, by, at];
  await copyIn(tx, 'disclosureFieldSource', SOURCE, each(fresh, source));
  await copyEvents(tx, eventsOf(fresh, run));
}

function* eventsOf(fresh: readonly Fresh[], run: ImportRun) {
  for (const { id, entry } of fresh) yield* firstEvents(id, entry, run);
}

/** One object for all records of a kind: its canonical form is made once. */
function payloadOf(run: ImportRun, kind: string): EventPayload {
  let payload = run.payloads.get(kind);
  if (!payload) {
    payload = { version: 1, batch: run.batchId, kind };
    run.payloads.set(kind, payload);
  }
  return payload;
}

function firstEvents(id: string, entry: ImportEntry, run: ImportRun) {
  const subject = { subjectKind: 'disclosure' as const, subjectId: id, actor: run.actor, at: run.at };
  const imported = eventRow({ ...subject, kind: 'imported', payload: payloadOf(run, entry.facts.kind) }, null);
  if (!entry.performed) return [imported];
  return [imported, eventRow({ ...subject, kind: 'repaired', payload: { version: 1, state: 'repaired' } }, imported)];
}

/** A row that is here already, with other content: false where the record has ended and stays as it is. */
async function update(
  tx: Tx,
  row: DisclosureRow,
  facts: DisclosureFacts,
  performed: boolean,
  run: ImportRun,
): Promise<boolean> {
  const payload: EventPayload = { batch: run.batchId, fields: changedFields(factsOfRow(row), facts) };
  if (ENDED_STATES.includes(row.state)) return false;
  if (row.state === 'published' && !performed) {
    // What is public changes only by a second person's word.
    return insertCorrection(tx, {
      disclosureId: row.id,
      baseVersion: row.version,
      content: facts,
      reason: run.reason,
      proposedBy: run.by,
      proposedAt: run.at,
    });
  }
  const after = await updateDisclosure(tx, row.id, row.version, {
    ...facts,
    sortOn: sortOn(facts),
    submittedBy: run.submittedBy,
    state: performed ? 'repaired' : 'in_review',
    ...(performed ? { endedAt: run.at, objectionFlag: 'none', repair: 'none' } : {}),
  });
  if (!after) return false;
  await insertVersions(tx, [
    {
      disclosureId: row.id,
      version: after.version,
      content: facts,
      reason: run.reason,
      changedBy: run.by,
      changedAt: run.at,
    },
  ]);
  await appendEvent(tx, {
    subjectKind: 'disclosure',
    subjectId: row.id,
    kind: performed ? 'repaired' : 'imported',
    actor: run.actor,
    at: run.at,
    payload: { ...payload, version: after.version, state: after.state },
  });
  await syncPublic(tx, after);
  if (performed) {
    await removeCorrection(tx, row.id);
    await endRequests(tx, after, run.actor, run.at);
    await tellDetermined(tx, run.directory, row, 'repair');
  }
  if (row.state === 'published') await invalidate(tx, tagsOf(after));
  return true;
}
