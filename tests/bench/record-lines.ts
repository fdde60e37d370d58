import { createHash } from 'node:crypto';
import { searchRow } from '../../api/services/disclosures/search-row.ts';
import type { DisclosureRow } from '../../db/queries/disclosures.ts';
import { type BenchRecord, benchRecords } from './record-text.ts';
import { TRAIL } from './record-trail.ts';

/** A record of the bench as lines for COPY, in text format. */

/** The id of the record made as number `i`, from 1. */
export const recordId = (i: number): string => `00000000-0000-4000-8000-${i.toString(16).padStart(12, '0')}`;
const cell = (value: string | number | null): string =>
  value === null
    ? '\\N'
    : String(value).replace(/[\\\t\n\r]/g, (c) => ({ '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' })[c] ?? c);
const line = (values: (string | number | null)[]): string => `${values.map(cell).join('\t')}\n`;

/** Records that tell one making of them from another. */
const SAMPLE = 500;

export const COLUMNS =
  'id, kind, state, natural_key, body_name, division, matter, title, case_number, court, decided_on, year, outcome, summary, source, created_by, approved_by, published_at, sort_on';
export const recordLine = (r: BenchRecord, i: number): string =>
  line([
    recordId(i),
    'lost_judgment',
    'published',
    `bench:${i}`,
    r.bodyName,
    r.division,
    r.matter,
    r.title,
    r.caseNumber,
    r.court,
    r.decidedOn,
    r.year,
    r.outcome,
    r.summary,
    r.source,
    'bench',
    'second',
    `${r.decidedOn}T08:00:00Z`,
    r.decidedOn,
  ]);

export const SEARCH_COLUMNS = 'disclosure_id, sort_on, form, kind, matter, division, year, outcome, court, terms';
export const TEXT_COLUMNS =
  'disclosure_id, sort_on, kind, matter, division, year, outcome, court_name, text, heads, numbers, names, court';

export function searchLines(r: BenchRecord, i: number): { terms: string; text: string } {
  const made = searchRow({
    ...r,
    id: recordId(i),
    kind: 'lost_judgment',
    sortOn: r.decidedOn,
    bodyId: null,
    documentNumber: null,
    decidingBody: null,
    conduct: null,
    requiredAction: null,
    performed: null,
  } as unknown as DisclosureRow);
  const { disclosureId: id, text: t } = made;
  const lexemes = made.terms.map((term) => `'${term.replace(/'/g, "''")}'`).join(' ');
  const facets = [made.kind, made.matter, made.division, made.year, made.outcome, made.court];
  return {
    terms: line([id, made.sortOn, made.form, ...facets, lexemes]),
    text: line([id, made.sortOn, ...facets, t.text, t.heads, t.numbers, t.names, t.court]),
  };
}

/**
 * Names what is in a database of `count` records: made from what the first records come out as, whichever source decides it.
 * The schema is no part of it: a database that is there gets the migrations that it lacks, as a live one would.
 */
export function contentHash(count: number, length: number): string {
  const made = [count, length, COLUMNS, SEARCH_COLUMNS, TEXT_COLUMNS, ...TRAIL];
  const hash = createHash('sha256').update(made.join('.'));
  let i = 0;
  for (const record of benchRecords(SAMPLE, length)) {
    i += 1;
    const { terms, text } = searchLines(record, i);
    hash.update(recordLine(record, i)).update(terms).update(text);
  }
  return hash.digest('hex').slice(0, 12);
}
