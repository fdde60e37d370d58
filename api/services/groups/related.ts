import { type RelatedRow, relatedCases } from '../../../db/queries/groups.ts';
import type { CaseKind, CaseState } from '../../domain/case.ts';
import type { Matter } from '../../domain/matter.ts';
import { dealingBodies } from '../../domain/sight.ts';
import type { Ctx } from '../context.ts';
import { bodyName } from '../officials/inbox.ts';
import { openFile } from '../officials/open-file.ts';
import { seeingFor } from '../officials/sight.ts';

export interface RelatedCase {
  number: string;
  kind: CaseKind;
  matter: Matter;
  state: CaseState;
  handler: string | null;
  dueOn: string | null;
  filedOn: string;
}
export type Related = Record<RelatedRow['relation'], RelatedCase[]> & {
  number: string;
  version: number;
  merged: RelatedCase[];
};

/**
 * The cases that belong to a case, as far as the official may see them; one that lies elsewhere is not even counted.
 * @throws DomainError auth.required | resource.not_found
 */
export async function related(ctx: Ctx, number: string): Promise<Related> {
  const { head } = await openFile(ctx, number);
  const [rows, reached, directory] = await Promise.all([
    relatedCases(ctx.sql, head.id),
    seeingFor(ctx, 'deals'),
    ctx.directory(),
  ]);
  const mine = (row: RelatedRow) => dealingBodies(row).some((id) => reached.has(id));
  const of = (relation: RelatedRow['relation']): RelatedCase[] =>
    rows
      .filter((row) => row.relation === relation && mine(row))
      .map(({ number, kind, matter, state, handlerId, dueOn, filedOn }) => ({
        number,
        kind,
        matter,
        state,
        handler: handlerId ? bodyName(directory, handlerId, ctx.locale) : null,
        dueOn,
        filedOn,
      }));
  return {
    number: head.number,
    version: head.version,
    merged: of('merged'),
    merged_into: of('merged_into'),
    member: of('member'),
    lead: of('lead'),
    duplicate: of('duplicate'),
    alike: of('alike'),
  };
}
