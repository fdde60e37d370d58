import type { Tx } from '../../../db/client.ts';
import { copyEvents } from '../../../db/queries/copy.ts';
import { eventRow } from '../../../db/queries/events.ts';
import { bodiesByCode, bodiesByName, insertBodies, type NamedBody } from '../../../db/queries/imports.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { bodyId } from '../../../db/reference/body-id.ts';
import { kindOfName } from '../../domain/body-kind.ts';
import type { ImportEntry } from './import-row.ts';
import type { ImportRun } from './import-store.ts';

/** One object: its canonical form is made once. */
const NOTHING = {};
const keyOf = (name: string, division: string): string => `${name}|${division}`;

/**
 * The bodies that rows speak of, by credit code, else by name and place: as the directory has them (by any of their names, in the place or
 * one above or below it), else made with origin `import`. Anonymous names get none.
 */
export async function resolveBodies(
  tx: Tx,
  entries: readonly ImportEntry[],
  { actor, at, bodies: ids }: Pick<ImportRun, 'actor' | 'at' | 'bodies'>,
): Promise<{ idOf: (entry: ImportEntry) => string | null; made: number }> {
  // Names of earlier batches are known; a credit code is looked at each time, whatever the name.
  const wanted = entries.filter(
    ({ bodyKind, uscc, facts }) => bodyKind !== null && (uscc || !ids.has(keyOf(facts.bodyName, facts.division))),
  );
  const known = new Map<string, NamedBody[]>();
  for (const body of await bodiesByName(tx, [...new Set(wanted.map((entry) => entry.facts.bodyName))])) {
    const same = known.get(body.name);
    if (same) same.push(body);
    else known.set(body.name, [body]);
  }
  const byCode = await bodiesByCode(tx, [...new Set(wanted.flatMap((entry) => entry.uscc ?? []))]);
  const missing = new Map<string, ImportEntry>();
  for (const entry of wanted) {
    const { bodyName, division } = entry.facts;
    const named = known.get(bodyName) ?? [];
    const near = named.filter((body) => body.division.startsWith(division) || division.startsWith(body.division));
    const found = named.find((body) => body.division === division) ?? (near.length === 1 ? near[0] : undefined);
    // A credit code is one body's for good, whatever its name is by now.
    const id = (entry.uscc && byCode.get(entry.uscc)) ?? found?.id;
    if (id) ids.set(keyOf(bodyName, division), id);
    else missing.set(keyOf(bodyName, division), entry);
  }
  const rows = [...missing.values()].map(({ facts, bodyKind, uscc }) => ({
    id: bodyId(facts.bodyName, facts.division),
    name: facts.bodyName,
    kind: bodyKind ?? 'other',
    role: kindOfName(facts.bodyName).role,
    division: facts.division,
    uscc,
    origin: 'import',
  }));
  for (const row of rows) ids.set(keyOf(row.name, row.division), row.id);
  const made = await insertBodies(tx, rows);
  if (made.length > 0) {
    await copyEvents(
      tx,
      made.map((id) =>
        eventRow(
          { subjectKind: 'body', subjectId: id, kind: 'imported', actor, bodyId: id, at, payload: NOTHING },
          null,
        ),
      ),
    );
  }
  if (made.length > 0) await invalidate(tx, ['directory']);
  return {
    idOf: ({ bodyKind, facts }) =>
      bodyKind === null ? null : (ids.get(keyOf(facts.bodyName, facts.division)) ?? null),
    made: made.length,
  };
}
