import type { DisclosureRow } from '../../../db/queries/disclosures.ts';
import type { SearchRow } from '../../../db/queries/search-rows.ts';
import { bigrams, foldPlain as fold, unigrams } from '../../domain/chinese-text.ts';
import { PUBLIC_FIELDS } from '../../domain/disclosure-view.ts';
import { parseJudgmentNumber } from '../../domain/judgment-number.ts';

/** Folding and cutting as they are now: rows of another form are rebuilt by services/disclosures/search-rebuild.ts. */
export const SEARCH_FORM = 2;

/** Filters as lexemes beside the pairs: a colon never stands in a pair, so they cannot meet. */
export const filterTerm = {
  kind: (kind: string) => `k:${kind}`,
  matter: (matter: string) => `m:${matter}`,
  year: (year: number) => `y:${year}`,
  outcome: (outcome: string) => `o:${outcome}`,
  division: (code: string) => `d:${code}`,
  body: (id: string) => `b:${id}`,
  court: (name: string) => `c:${fold(name)}`,
};

/** A division code and all places above it: 320321 → 32, 3203, 320321. */
const chain = (code: string): string[] => [2, 4, 6, 9].filter((n) => n <= code.length).map((n) => code.slice(0, n));

/** All writings by which a case number is looked for. */
export function numberForms(text: string): string[] {
  const parsed = parseJudgmentNumber(text);
  const forms = parsed.ok ? [parsed.number.text, parsed.number.key] : [text];
  return [...new Set(forms.flatMap((form) => [fold(form), fold(form).replace(/[()]/g, '')]))];
}

/** What is read besides title, name, numbers and court, where the kind shows it. */
const REST = [
  'decidingBody',
  'clause',
  'conduct',
  'summary',
  'requiredAction',
  'performed',
  'source',
  'period',
  'score',
  'subjectCode',
] as const satisfies readonly (keyof DisclosureRow)[];

/**
 * The search row of a public record: only what its allow-list shows can be found. `fullText` is the text of a judgment as the
 * public reads it, where there is one.
 */
export function searchRow(record: DisclosureRow, fullText: string | null = null): SearchRow {
  const shown: ReadonlySet<string> = new Set(PUBLIC_FIELDS[record.kind]);
  const show = (field: keyof DisclosureRow): string => (shown.has(field) ? fold(String(record[field] ?? '')) : '');
  // A line break is no letter and cannot be typed into one phrase: no hit runs over the edge of a field.
  const lines = (parts: readonly string[]) => parts.filter((part) => part !== '').join('\n');
  const names = show('bodyName');
  const court = show('court');
  const numbers = lines([
    ...(shown.has('caseNumber') && record.caseNumber ? numberForms(record.caseNumber) : []),
    show('documentNumber'),
  ]);
  const heads = lines([fold(record.title), names, numbers]);
  const rest = REST.map(show);
  const text = lines([heads, court, ...rest]);
  const long = fullText ? fold(fullText) : null;
  const courtShown = shown.has('court') ? record.court : null;
  const terms = new Set([
    ...bigrams(text),
    ...(long ? bigrams(long) : []),
    ...unigrams(heads),
    filterTerm.kind(record.kind),
    filterTerm.matter(record.matter),
    filterTerm.year(record.year),
    ...(record.outcome ? [filterTerm.outcome(record.outcome)] : []),
    ...(courtShown ? [filterTerm.court(courtShown)] : []),
    ...(record.bodyId ? [filterTerm.body(record.bodyId)] : []),
    ...chain(record.division).map(filterTerm.division),
  ]);
  return {
    disclosureId: record.id,
    sortOn: record.sortOn,
    bodyId: record.bodyId,
    form: SEARCH_FORM,
    kind: record.kind,
    matter: record.matter,
    division: record.division,
    year: record.year,
    outcome: record.outcome,
    court: courtShown,
    terms: [...terms],
    text: { text, heads, numbers, names, court, fullText: long },
  };
}
