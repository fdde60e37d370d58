import { databaseTime } from '../../../db/queries/disclosures.ts';
import type { BodyNameKind, Certainty } from '../../domain/directory.ts';
import type { Directory } from '../../domain/duty.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Matter } from '../../domain/matter.ts';
import { superiorOf } from '../../domain/routing-place.ts';
import type { Ctx } from '../context.ts';
import { type BodyRef, type BodyView, bodyRef, bodyView, type ClauseView, clauseView } from './view.ts';

export interface Lineage {
  body: BodyRef;
  on: string;
  certainty: Certainty;
  basis: string;
}
export interface Duty extends ClauseView {
  topic: string;
  matter: Matter | null;
  part: 'lead' | 'supporting';
  named: string;
}
export interface BodyFile extends BodyView {
  otherNames: { name: string; kind: BodyNameKind }[];
  superior: BodyRef | null;
  predecessors: Lineage[];
  successors: Lineage[];
  /** What documents say it answers for, also under a name that it bore before. */
  duties: Duty[];
}

/** One body with its lineage and duties. @throws DomainError resource.not_found */
export async function getBody(ctx: Ctx, id: string): Promise<BodyFile> {
  const [directory, { today }] = await Promise.all([ctx.directory(), databaseTime(ctx.db)]);
  const body = directory.bodies.get(id);
  if (!body) throw new DomainError('resource.not_found');
  const superior = superiorOf(directory, body, today);
  const lineage = (side: 'predecessor' | 'successor'): Lineage[] =>
    (side === 'predecessor' ? directory.successionsTo(id) : directory.successionsFrom(id)).flatMap((s) => {
      const other = directory.bodies.get(s[side]);
      return other ? [{ body: bodyRef(other), on: s.on, certainty: s.certainty, basis: s.basis }] : [];
    });
  return {
    ...bodyView(directory, body, today),
    otherNames: directory
      .namesOf(id)
      .filter((n) => n.kind !== 'official' && n.kind !== 'former')
      .map((n) => ({ name: n.name, kind: n.kind })),
    superior: superior ? bodyRef(superior) : null,
    predecessors: lineage('predecessor'),
    successors: lineage('successor'),
    duties: dutiesOf(directory, id, ctx.locale),
  };
}

function dutiesOf(directory: Directory, id: string, locale: Ctx['locale']): Duty[] {
  const ids = [id, ...directory.successionsTo(id).map((s) => s.predecessor)];
  return ids
    .flatMap((bodyId) => directory.responsibilitiesOf(bodyId).map((row) => ({ row, bodyId })))
    .flatMap(({ row, bodyId }) => {
      const clause = directory.clauses.get(row.clauseId);
      const named = row.bodies.find((b) => b.bodyId === bodyId);
      return clause && named
        ? [
            {
              ...clauseView(clause, locale),
              topic: row.topic,
              matter: row.matter,
              part: named.part,
              named: named.named,
            },
          ]
        : [];
    });
}
