import type { SearchRow } from '../../../db/queries/disclosure-search.ts';
import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import { bigrams, fold, unigrams } from '../../domain/chinese-text.ts';
import { PUBLIC_FIELDS } from '../../domain/disclosure-view.ts';
import { parseJudgmentNumber } from '../../domain/judgment-number.ts';

/** Filters as lexemes beside the pairs: a colon never stands in a pair, so they cannot meet. */
export const filterTerm = {
  kind: (kind: string) => `k:${kind}`,
  matter: (matter: string) => `m:${matter}`,
  year: (year: number) => `y:${year}`,
  outcome: (outcome: string) => `o:${outcome}`,
  division: (code: string) => `d:${code}`,
  body: (id: string) => `b:${id}`,
};

/** A division code and all places above it: 320321 → 32, 3203, 320321. */
const chain = (code: string): string[] => [2, 4, 6, 9].filter((n) => n <= code.length).map((n) => code.slice(0, n));

/** All writings by which a case number is looked for. */
export function numberForms(text: string): string[] {
  const parsed = parseJudgmentNumber(text);
  const forms = parsed.ok ? [parsed.number.text, parsed.number.key] : [text];
  return [...new Set(forms.flatMap((form) => [fold(form), fold(form).replace(/[()]/g, '')]))];
}

/** The search row of a public record: only what its allow-list shows can be found. */
export function searchRow(record: DisclosureRow): SearchRow {
  const shown: ReadonlySet<string> = new Set(PUBLIC_FIELDS[record.kind]);
  const show = (field: keyof DisclosureRow): string => (shown.has(field) ? fold(String(record[field] ?? '')) : '');
  const heads = [fold(record.title), show('bodyName')];
  const numbers = [
    ...(shown.has('caseNumber') && record.caseNumber ? numberForms(record.caseNumber) : []),
    show('documentNumber'),
  ];
  const rest = [
    show('court'),
    show('decidingBody'),
    show('conduct'),
    show('summary'),
    show('requiredAction'),
    show('performed'),
    show('source'),
  ];
  // A line break is no letter and cannot be typed into one phrase: no hit runs over the edge of a field.
  const text = [...heads, ...numbers, ...rest].filter((part) => part !== '').join('\n');
  const terms = new Set([
    ...bigrams(text),
    ...unigrams([...heads, ...numbers].join('\n')),
    filterTerm.kind(record.kind),
    filterTerm.matter(record.matter),
    filterTerm.year(record.year),
    ...(record.outcome ? [filterTerm.outcome(record.outcome)] : []),
    ...(record.bodyId ? [filterTerm.body(record.bodyId)] : []),
    ...chain(record.division).map(filterTerm.division),
  ]);
  return { disclosureId: record.id, sortOn: record.sortOn, bodyId: record.bodyId, text, terms: [...terms] };
}
