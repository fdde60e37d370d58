import { performance } from 'node:perf_hooks';
import type { Db } from '../../../db/client.ts';
import { directoryVersion, type WholeDirectory, wholeDirectory } from '../../../db/queries/directory.ts';
import {
  BODY_ROLES,
  type Body,
  type BodyNameKind,
  type Certainty,
  type Division,
  type Succession,
} from '../../domain/directory.ts';
import type { Clause, Directory, MatterEntry, NamedBody, Responsibility } from '../../domain/duty.ts';

/** How long a process may go on with an old directory after a change. */
const CHECK_EVERY = 1000; // ms

/**
 * The directory in memory, shared by all requests of a process: looked up at most once a second, read anew when its
 * version changed. Whoever changes divisions, bodies, matters, policies or duties calls `invalidate(tx, ['directory'])`.
 */
export function createDirectoryCache(db: Db): () => Promise<Directory> {
  let current: Directory | null = null;
  let checked = Number.NEGATIVE_INFINITY;
  let pending: Promise<Directory> | null = null;

  async function refresh(): Promise<Directory> {
    const version = await directoryVersion(db);
    if (current?.version !== version) current = buildDirectory(await wholeDirectory(db), version);
    checked = performance.now();
    return current;
  }
  return () => {
    if (current && performance.now() - checked < CHECK_EVERY) return Promise.resolve(current);
    pending ??= refresh().finally(() => {
      pending = null;
    });
    return pending;
  };
}

function group<T>(rows: readonly T[], key: (row: T) => string): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const at = groups.get(key(row));
    if (at) at.push(row);
    else groups.set(key(row), [row]);
  }
  const none: readonly T[] = [];
  return (k) => groups.get(k) ?? none;
}

const roleOrder = new Map<string, number>(BODY_ROLES.map((role, i) => [role, i]));

export function buildDirectory(whole: WholeDirectory, version: string): Directory {
  const divisions = whole.divisions.map(
    (d): Division => ({ code: d.code, name: d.name, nameEn: d.nameEn, level: d.level, parent: d.parent }),
  );
  const bodies = whole.bodies
    .map(
      (b): Body => ({
        id: b.id,
        name: b.name,
        nameEn: b.nameEn,
        shortName: b.shortName,
        kind: b.kind,
        role: b.role,
        division: b.division,
        parent: b.parent,
        uscc: b.uscc,
        validFrom: b.validFrom,
        validTo: b.validTo,
      }),
    )
    .sort(
      (a, b) =>
        (a.division < b.division ? -1 : a.division > b.division ? 1 : 0) ||
        (roleOrder.get(a.role) ?? 99) - (roleOrder.get(b.role) ?? 99) ||
        (a.name < b.name ? -1 : 1),
    );
  const successions = whole.successions.map(
    (s): Succession => ({
      predecessor: s.predecessor,
      successor: s.successor,
      kind: s.kind as Succession['kind'],
      on: s.effectiveOn,
      certainty: s.certainty as Certainty,
      basis: s.basis,
    }),
  );
  const documents = new Map(whole.documents.map((d) => [d.id, d]));
  const clauses = whole.clauses.map((c): Clause => {
    const document = documents.get(c.documentId);
    return {
      id: c.id,
      documentId: c.documentId,
      documentNumber: document?.number ?? null,
      documentTitle: document?.title ?? '',
      documentTitleEn: document?.titleEn ?? null,
      place: c.place,
      heading: c.heading,
      headingEn: c.headingEn,
      digest: c.digest,
      digestEn: c.digestEn,
      fullText: c.fullText,
      status: (document?.status ?? 'in_force') as Clause['status'],
    };
  });
  const partsOf = group(whole.parts, (p) => p.responsibilityId);
  const responsibilities = whole.responsibilities
    .filter((r) => !['draft', 'repealed'].includes(documents.get(r.documentId)?.status ?? ''))
    .map(
      (r): Responsibility => ({
        id: r.id,
        matter: r.matter,
        topic: r.topic,
        division: r.division,
        clauseId: r.clauseId,
        bodies: partsOf(r.id).map(
          (p): NamedBody => ({ part: p.part as NamedBody['part'], named: p.named, role: p.role, bodyId: p.bodyId }),
        ),
      }),
    );
  const childrenOf = group(divisions, (d) => d.parent ?? '');
  const bodiesIn = group(bodies, (b) => b.division);
  const namesOf = group(whole.names as { bodyId: string; name: string; kind: BodyNameKind }[], (n) => n.bodyId);
  const from = group(successions, (s) => s.predecessor);
  const to = group(successions, (s) => s.successor);
  const byMatter = group(responsibilities, (r) => `${r.matter}|${r.division}`);
  const byClause = new Map(responsibilities.map((r) => [r.clauseId, r]));
  const byBody = group(
    responsibilities.flatMap((r) =>
      [...new Set(r.bodies.map((b) => b.bodyId))].flatMap((id) => (id ? [{ id, row: r }] : [])),
    ),
    (pair) => pair.id,
  );
  return {
    version,
    divisions: new Map(divisions.map((d) => [d.code, d])),
    childrenOf: (division) => childrenOf(division ?? ''),
    bodies: new Map(bodies.map((b) => [b.id, b])),
    bodiesIn,
    namesOf,
    successionsFrom: from,
    successionsTo: to,
    clauses: new Map(clauses.map((c) => [c.id, c])),
    matters: whole.matters.map(
      (m): MatterEntry => ({
        code: m.code,
        name: m.name,
        nameEn: m.nameEn,
        plain: m.plain,
        plainEn: m.plainEn,
        examples: m.examples as MatterEntry['examples'],
        words: m.words as MatterEntry['words'],
      }),
    ),
    responsibilities: (matter, division) => byMatter(`${matter}|${division}`),
    duties: responsibilities,
    dutyOf: (clauseId) => byClause.get(clauseId) ?? null,
    responsibilitiesOf: (bodyId) => byBody(bodyId).map((pair) => pair.row),
  };
}
