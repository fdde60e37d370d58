import { randomUUID } from 'node:crypto';
import type { CommitmentContent, CommitmentRow, MilestoneRow } from '../../../db/queries/commitments.ts';
import type { ParsedCommitment } from '../../contracts/commitment.ts';
import type { CommitmentFacts, MilestoneFacts } from '../../domain/commitment.ts';
import { COMMITMENT_RULES, COMMON_FIELDS, type OwnFieldName } from '../../domain/commitment-kinds.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Directory } from '../../domain/routing.ts';

/** All facts of the row itself. */
export const FACTS = ['kind', 'title', ...COMMON_FIELDS] as const;
/** Not facts of a document, or the document itself. */
const SOURCELESS: ReadonlySet<string> = new Set(['kind', 'title', 'bodyId', 'dueKind', 'source']);

/**
 * Facts of a parsed draft. The body must be in the directory, and its place is that of the commitment; what does not fit how it
 * is due is not kept. @throws DomainError request.invalid
 */
export function commitmentFacts(directory: Directory, draft: ParsedCommitment): CommitmentFacts {
  const body = directory.bodies.get(draft.bodyId);
  if (!body) throw new DomainError('request.invalid', { fields: [{ path: 'bodyId', code: 'respondent_unknown' }] });
  return {
    kind: draft.kind,
    bodyId: body.id,
    bodyName: draft.bodyName ?? body.name,
    division: body.division,
    matter: draft.matter ?? COMMITMENT_RULES[draft.kind].matter,
    department: draft.department,
    post: draft.post,
    beneficiary: draft.beneficiary,
    enterprise: draft.enterprise ?? null,
    title: draft.title,
    text: draft.text,
    documentNumber: draft.documentNumber ?? null,
    madeOn: draft.madeOn,
    dueKind: draft.dueKind,
    dueOn: draft.dueKind === 'date' ? (draft.dueOn ?? null) : null,
    dueCondition: draft.dueKind === 'condition' ? (draft.dueCondition ?? null) : null,
    amount: draft.amount ?? null,
    basis: draft.basis ?? null,
    conditions: draft.conditions ?? null,
    source: draft.source,
    facts: Object.fromEntries(Object.entries(draft.facts).filter(([, value]) => value !== undefined)),
  };
}

export const draftMilestones = (draft: ParsedCommitment): MilestoneFacts[] =>
  draft.dueKind === 'milestones'
    ? draft.milestones
        .map(({ title, dueOn, amount }) => ({ title, dueOn, amount: amount ?? null }))
        .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    : [];

export const milestoneRows = (commitmentId: string, milestones: readonly MilestoneFacts[]) =>
  milestones.map((one, position) => ({ ...one, id: randomUUID(), commitmentId, position }));

/** The facts of a row. */
export function factsOfCommitment(row: CommitmentRow): CommitmentFacts {
  const common = Object.fromEntries(FACTS.map((name) => [name, row[name] ?? null]));
  return { ...common, facts: row.facts } as unknown as CommitmentFacts;
}

/** What a version keeps. */
export const contentOf = (facts: CommitmentFacts, milestones: readonly MilestoneFacts[]): CommitmentContent => ({
  ...facts,
  milestones: milestones.map(({ title, dueOn, amount }) => ({ title, dueOn, amount })),
});
export const contentOfRow = (row: CommitmentRow, milestones: readonly MilestoneRow[]): CommitmentContent =>
  contentOf(factsOfCommitment(row), milestones);

/** The facts of a content by name, those of its kind among the others; milestones as a line each. */
export function flatContent(content: CommitmentContent): Record<string, string | null> {
  const { facts, milestones, ...common } = content;
  const parts = milestones.map((one) => [one.dueOn, one.title, one.amount].filter(Boolean).join(' '));
  const own = Object.fromEntries(
    COMMITMENT_RULES[content.kind].own.map((name: OwnFieldName) => [name, facts[name] ?? null]),
  );
  return { ...common, ...own, milestones: parts.length > 0 ? parts.join('\n') : null };
}

/** Names of facts in which two contents differ. */
export function changedFacts(before: CommitmentContent, after: CommitmentContent): string[] {
  const [a, b] = [flatContent(before), flatContent(after)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => (a[name] ?? '') !== (b[name] ?? ''));
}

/** Where each fact comes from: all that have a value, from the same document. */
export function sourcesOfContent(id: string, content: CommitmentContent, by: string, at: Date, names?: string[]) {
  return Object.entries(flatContent(content))
    .filter(([name, value]) => value !== null && !SOURCELESS.has(name) && (!names || names.includes(name)))
    .map(([field]) => ({ commitmentId: id, field, document: content.source, collectedBy: by, collectedAt: at }));
}
