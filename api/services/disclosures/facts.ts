import type { z } from 'zod';
import type { DisclosureRow, NewDisclosure } from '../../../db/queries/disclosures.ts';
import type { DisclosureDraft } from '../../contracts/disclosure.ts';
import type { DisclosureFacts } from '../../domain/disclosure.ts';
import { isAboutBody, KINDS } from '../../domain/disclosure-kinds.ts';
import { titleOf } from '../../domain/disclosure-title.ts';
import { parseJudgmentNumber } from '../../domain/judgment-number.ts';
import { hasClass } from '../../domain/publication.ts';

type Parsed = z.output<typeof DisclosureDraft>;

export const FACT_FIELDS = [
  'kind',
  'bodyId',
  'bodyName',
  'division',
  'matter',
  'title',
  'caseNumber',
  'court',
  'courtDivision',
  'documentNumber',
  'decidingBody',
  'decidedOn',
  'year',
  'outcome',
  'conduct',
  'count',
  'amount',
  'summary',
  'requiredAction',
  'performed',
  'performedOn',
  'source',
  'publicationClass',
  'publishUntil',
  'subKind',
  'clause',
  'warningLevel',
  'dueOn',
  'period',
  'score',
  'proposalKind',
  'proposalAnswer',
  'subjectCode',
] as const satisfies readonly (keyof DisclosureFacts)[];

/** Facts that every kind has, whatever its list says. */
const ALWAYS: ReadonlySet<string> = new Set([
  'kind',
  'bodyName',
  'division',
  'matter',
  'year',
  'count',
  'summary',
  'source',
]);

/**
 * Facts of a parsed draft: the number in its normal form, the year from number or date, a title where none is given. What
 * does not belong to the kind is not kept: what nobody may see need not be there.
 */
export function factsOf(draft: Parsed): DisclosureFacts {
  const parsed = draft.caseNumber ? parseJudgmentNumber(draft.caseNumber) : null;
  const number = parsed?.ok ? parsed.number : null;
  const facts = {
    kind: draft.kind,
    bodyId: isAboutBody(draft.kind) ? (draft.bodyId ?? null) : null,
    bodyName: draft.bodyName,
    division: draft.division,
    matter: draft.matter,
    caseNumber: number?.text ?? draft.caseNumber ?? null,
    court: draft.court ?? null,
    courtDivision: draft.courtDivision ?? null,
    documentNumber: draft.documentNumber ?? null,
    decidingBody: draft.decidingBody ?? null,
    decidedOn: draft.decidedOn ?? null,
    year: draft.decidedOn ? Number(draft.decidedOn.slice(0, 4)) : (draft.year ?? number?.year ?? 0),
    outcome: draft.outcome ?? null,
    conduct: draft.conduct ?? null,
    count: draft.count,
    amount: draft.amount ?? null,
    summary: draft.summary,
    requiredAction: draft.requiredAction ?? null,
    performed: draft.performed ?? null,
    performedOn: draft.performedOn ?? null,
    source: draft.source,
    publicationClass: hasClass(draft.kind) ? draft.publicationClass : ('none' as const),
    publishUntil: draft.publishUntil ?? null,
    subKind: draft.subKind ?? (draft.kind === 'dishonesty_record' ? ('determined_breach' as const) : null),
    clause: draft.clause ?? null,
    warningLevel: draft.warningLevel ?? null,
    dueOn: draft.dueOn ?? null,
    period: draft.period ?? null,
    score: draft.score ?? null,
    proposalKind: draft.proposalKind ?? null,
    proposalAnswer: draft.proposalAnswer ?? null,
    subjectCode: draft.subjectCode ?? null,
  };
  const own: ReadonlySet<string> = new Set(KINDS[draft.kind].shows);
  const kept = Object.fromEntries(
    Object.entries(facts).map(([field, value]) => [
      field,
      own.has(field) || ALWAYS.has(field) || field === 'publicationClass' || field === 'publishUntil' ? value : null,
    ]),
  ) as typeof facts;
  return { ...kept, title: draft.title ?? titleOf(kept) };
}

export const sortOn = (facts: Pick<DisclosureFacts, 'decidedOn' | 'year'>): string =>
  facts.decidedOn ?? `${facts.year}-01-01`;

/** The facts of a row, for a version and for comparing. */
export function factsOfRow(row: DisclosureRow | NewDisclosure): DisclosureFacts {
  return Object.fromEntries(FACT_FIELDS.map((f) => [f, row[f] ?? null])) as unknown as DisclosureFacts;
}

/** Fields in which two sets of facts differ. */
export const changedFields = (a: DisclosureFacts, b: DisclosureFacts): (keyof DisclosureFacts)[] =>
  FACT_FIELDS.filter((f) => String(a[f] ?? '') !== String(b[f] ?? ''));

/** Field sources of new facts: every field that has a value comes from the same document. */
export function sourcesOf(id: string, facts: DisclosureFacts, by: string, at: Date, fields = FACT_FIELDS.slice()) {
  return fields
    .filter((f) => facts[f] !== null && f !== 'source' && f !== 'title' && f !== 'publishUntil' && f !== 'bodyId')
    .map((field) => ({ disclosureId: id, field, document: facts.source, collectedBy: by, collectedAt: at }));
}
