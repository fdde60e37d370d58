import { randomUUID } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import {
  type DisclosureRow,
  findByNaturalKeys,
  insertCorrection,
  insertDisclosures,
  insertFieldSources,
  insertVersions,
  type NewDisclosure,
  updateDisclosure,
} from '../../../db/queries/disclosures.ts';
import { appendEvent, eventRow } from '../../../db/queries/events.ts';
import { contentsOf, insertEvents } from '../../../db/queries/imports.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import type { DisclosureFacts } from '../../domain/disclosure.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Actor } from '../../domain/official.ts';
import { syncPublic, tagsOf } from './change.ts';
import { changedFields, factsOfRow, sortOn, sourcesOf } from './facts.ts';
import { resolveBodies } from './import-bodies.ts';
import type { ImportEntry } from './import-row.ts';

export interface ImportRun {
  batchId: string;
  /** Recorded as the author: somebody else must approve. */
  by: string;
  actor: Actor;
  at: Date;
  reason: string;
}
export interface Stored {
  imported: number;
  changed: number;
  unchanged: number;
  bodies: number;
}

// The body's id is ours: what the file says is compared without it.
const same = (a: DisclosureFacts, b: DisclosureFacts): boolean => changedFields(a, b).every((f) => f === 'bodyId');

/** Stores a batch of rows. New ones wait in review for a second person; performed ones are kept and never shown. */
export async function storeEntries(tx: Tx, entries: readonly ImportEntry[], run: ImportRun): Promise<Stored> {
  const { idOf, made } = await resolveBodies(tx, entries, run.actor, run.at);
  const known = new Map(
    (
      await findByNaturalKeys(
        tx,
        entries.map((e) => e.key),
      )
    ).map((row) => [row.naturalKey, row]),
  );
  const contents = await contentsOf(
    tx,
    [...known.values()].map((row) => row.id),
  );
  const fresh: { id: string; entry: ImportEntry; facts: DisclosureFacts }[] = [];
  const stored: Stored = { imported: 0, changed: 0, unchanged: 0, bodies: made };
  for (const entry of entries) {
    const facts = { ...entry.facts, bodyId: idOf(entry) };
    const row = known.get(entry.key);
    if (!row) {
      fresh.push({ id: randomUUID(), entry, facts });
      stored.imported += 1;
    } else if ((contents.get(row.id) ?? []).some((content) => same(content as DisclosureFacts, facts))) {
      stored.unchanged += 1;
    } else if (await update(tx, row, facts, entry.performed, run)) stored.changed += 1;
    else stored.unchanged += 1;
  }
  await insertDisclosures(
    tx,
    fresh.map(
      ({ id, entry, facts }): NewDisclosure => ({
        ...facts,
        id,
        state: entry.performed ? 'repaired' : 'in_review',
        naturalKey: entry.key,
        batchId: run.batchId,
        createdBy: run.by,
        submittedBy: run.by,
        createdAt: run.at,
        endedAt: entry.performed ? run.at : null,
        sortOn: sortOn(facts),
      }),
    ),
  );
  await insertVersions(
    tx,
    fresh.map(({ id, facts }) => ({
      disclosureId: id,
      version: 1,
      content: facts,
      reason: run.reason,
      changedBy: run.by,
      changedAt: run.at,
    })),
  );
  await insertFieldSources(
    tx,
    fresh.flatMap(({ id, facts }) => sourcesOf(id, facts, run.by, run.at)),
  );
  await insertEvents(
    tx,
    fresh.flatMap(({ id, entry }) => firstEvents(id, entry, run)),
  );
  return stored;
}

function firstEvents(id: string, entry: ImportEntry, run: ImportRun) {
  const subject = { subjectKind: 'disclosure' as const, subjectId: id, actor: run.actor, at: run.at };
  const imported = eventRow(
    { ...subject, kind: 'imported', payload: { version: 1, batch: run.batchId, kind: entry.facts.kind } },
    null,
  );
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
  const ended = row.state === 'withdrawn' || row.state === 'repaired' || row.state === 'expired';
  if (ended) return false;
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
    submittedBy: run.by,
    state: performed ? 'repaired' : 'in_review',
    ...(performed ? { endedAt: run.at } : {}),
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
  if (row.state === 'published') await invalidate(tx, tagsOf(after));
  return true;
}
