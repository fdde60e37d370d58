import { commitmentsNaming } from '../../../db/queries/commitment-words.ts';
import { listMeasures } from '../../../db/queries/measures.ts';
import { clausesCited } from '../../domain/citation.ts';
import type { CommitmentKind } from '../../domain/commitment.ts';
import { COMMITMENT_RULES } from '../../domain/commitment-kinds.ts';
import type { ClockRule } from '../../domain/deadline.ts';
import type { DisclosureKind } from '../../domain/disclosure.ts';
import { KINDS } from '../../domain/disclosure-kinds.ts';
import type { Matter } from '../../domain/matter.ts';
import { FIXED_CLAUSES } from '../../domain/routing-table.ts';
import type { Ctx } from '../context.ts';

/** What in this portal rests on a clause. Words for people are the page's. */
export type Reliance =
  | { of: 'duty'; matter: Matter }
  | { of: 'routing'; matter: Matter | null }
  | { of: 'clock'; clock: Pick<ClockRule, 'id' | 'caseKind' | 'subject' | 'step' | 'length' | 'unit'> }
  | { of: 'kind'; kind: DisclosureKind }
  | { of: 'measure'; name: string }
  | { of: 'commitment_kind'; kind: CommitmentKind }
  | { of: 'commitment'; id: string; title: string };

/** At most so many commitments are named under the clauses of one document. */
const COMMITMENTS = 100;

/** Clause id → what rests on it, of one document. */
export async function reliances(ctx: Ctx, documentId: string): Promise<Map<string, Reliance[]>> {
  const directory = await ctx.directory();
  const one = [...directory.clauses.values()].find((clause) => clause.documentId === documentId);
  const names = [one?.documentNumber, one?.documentTitle].filter((name): name is string => Boolean(name));
  const [rules, measures, commitments] = await Promise.all([
    ctx.clockRules(),
    listMeasures(ctx.db),
    commitmentsNaming(ctx.db, names, COMMITMENTS),
  ]);
  const found = new Map<string, Reliance[]>();
  const add = (clauseId: string, reliance: Reliance) => {
    if (!clauseId.startsWith(`${documentId}/`)) return;
    const known = found.get(clauseId);
    if (known) known.push(reliance);
    else found.set(clauseId, [reliance]);
  };
  for (const { matter, clauseId } of directory.duties) if (matter) add(clauseId, { of: 'duty', matter });
  for (const { clauseId, matter } of FIXED_CLAUSES) add(clauseId, { of: 'routing', matter });
  // A place's own rule stands beside the one that it replaces: each is named once.
  const clocks = new Map(rules.map((rule) => [`${rule.caseKind}|${rule.subject}|${rule.step}|${rule.basis}`, rule]));
  for (const rule of clocks.values()) {
    const { id, caseKind, subject, step, length, unit } = rule;
    const clock = { id, caseKind, subject, step, length, unit };
    for (const clauseId of new Set(clausesCited(rule.basis, directory.clauses))) add(clauseId, { of: 'clock', clock });
  }
  for (const [kind, rule] of Object.entries(KINDS) as [DisclosureKind, (typeof KINDS)[DisclosureKind]][])
    for (const { policy, clause } of rule.basis) if (policy) add(`${policy}/${clause}`, { of: 'kind', kind });
  for (const [kind, rule] of Object.entries(COMMITMENT_RULES) as [
    CommitmentKind,
    (typeof COMMITMENT_RULES)[CommitmentKind],
  ][])
    for (const { policy, clause } of rule.basis)
      if (policy) add(`${policy}/${clause}`, { of: 'commitment_kind', kind });
  for (const measure of measures) {
    const name = ctx.locale === 'en' ? (measure.nameEn ?? measure.name) : measure.name;
    for (const clauseId of clausesCited(measure.basis, directory.clauses)) add(clauseId, { of: 'measure', name });
  }
  for (const { id, title, basis } of commitments)
    for (const clauseId of new Set(clausesCited(basis, directory.clauses)))
      add(clauseId, { of: 'commitment', id, title });
  return found;
}
