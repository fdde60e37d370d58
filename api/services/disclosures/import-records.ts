import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { z } from 'zod';
import { DisclosureDraft } from '../../contracts/disclosure.ts';
import { kindOfName } from '../../domain/body-kind.ts';
import {
  DISCLOSURE_KINDS,
  DISHONESTY_SUB_KINDS,
  type DisclosureFacts,
  type DisclosureKind,
  JUDGMENT_OUTCOMES,
  PROPOSAL_ANSWERS,
  PROPOSAL_KINDS,
  WARNING_LEVELS,
} from '../../domain/disclosure.ts';
import { isAnonymousName, naturalKey } from '../../domain/disclosure-key.ts';
import { isAboutBody } from '../../domain/disclosure-kinds.ts';
import { PUBLIC_FIELDS } from '../../domain/disclosure-view.ts';
import { MATTERS } from '../../domain/matter.ts';
import { factsOf } from './facts.ts';
import { columnOf, fieldOf } from './import-columns.ts';
import { Cells, type ImportEntry, type RowContext, type RowKind } from './import-row.ts';
import type { RowFault, SourceRow } from './import-source.ts';

const LONGEST = 4000;
const LISTS: Record<string, readonly string[]> = {
  matter: MATTERS,
  outcome: JUDGMENT_OUTCOMES,
  publicationClass: ['minor', 'ordinary', 'serious'],
  subKind: DISHONESTY_SUB_KINDS,
  warningLevel: WARNING_LEVELS,
  proposalKind: PROPOSAL_KINDS,
  proposalAnswer: PROPOSAL_ANSWERS,
};
/** Fields that a file does not give: the body is found by its name. */
const OURS: readonly string[] = ['bodyId'];

/** What a kind must have, as its contract says: what is missing from a draft that has nothing. */
function needed(kind: DisclosureKind): string[] {
  const empty = DisclosureDraft.safeParse({ kind });
  const paths = empty.error?.issues.map((issue) => String(issue.path[0])) ?? [];
  return [...new Set(paths)].filter((field) => field !== 'kind');
}

/**
 * Records of one kind, a row each, by the contract of the form: what a publisher may write there may stand in a file, and
 * nothing else. Columns are the fields that the allow-list of the kind shows.
 */
function recordKind(kind: DisclosureKind): RowKind {
  const must = needed(kind);
  const fields = [...new Set([...must, ...PUBLIC_FIELDS[kind], 'title', 'publishUntil'])].filter(
    (field) => !OURS.includes(field),
  );
  const required = fields.filter((field) => must.includes(field)).map(columnOf);
  const optional = fields.filter((field) => !must.includes(field)).map(columnOf);
  return {
    kind: kind.replaceAll('_', '-'),
    columns: { required, optional },
    read: (row, context) => readRecord(kind, fields, row, context),
  };
}

function readRecord(
  kind: DisclosureKind,
  fields: readonly string[],
  row: SourceRow,
  { today, divisions }: RowContext,
): ImportEntry | RowFault[] {
  const cells = new Cells(row);
  const draft: Record<string, unknown> = { kind };
  for (const field of fields) {
    const value = readCell(cells, field, { today, divisions, written: row.cells[columnOf(field)] ?? '' });
    if (value !== null) draft[field] = value;
  }
  const refused = new Set(cells.faults.map((fault) => fault.column));
  const parsed = DisclosureDraft.safeParse(draft);
  if (!parsed.success) {
    for (const { path, message, code } of parsed.error.issues) {
      const column = columnOf(String(path[0] ?? ''));
      if (!refused.has(column)) cells.refuse(column, codeOf(draft[fieldOf(column)], code, message));
      refused.add(column);
    }
  }
  if (!parsed.success || cells.faults.length > 0) return cells.faults;
  const facts = factsOf(parsed.data as z.output<typeof DisclosureDraft>);
  return {
    line: row.line,
    key: naturalKey(facts) ?? contentKey(facts),
    facts,
    // Agencies and enterprises are no bodies of the directory, and what a court made anonymous is none either.
    bodyKind: !isAboutBody(kind) || isAnonymousName(facts.bodyName) ? null : kindOfName(facts.bodyName).kind,
    uscc: null,
    performed: false,
  };
}

/** A record that nothing identifies is the same as another when it says the same. */
const contentKey = (facts: DisclosureFacts): string =>
  `content:${facts.kind}:${createHash('sha256')
    .update(canonicalize(facts) ?? '')
    .digest('hex')
    .slice(0, 40)}`;

function readCell(
  cells: Cells,
  field: string,
  { today, divisions, written }: { today: string; divisions: ReadonlySet<string>; written: string },
): string | null {
  const column = columnOf(field);
  if (written.trim() === '') return null;
  if (field === 'division' || field === 'courtDivision') return cells.division(column, divisions, false);
  if (field === 'publishUntil' || field === 'dueOn') return cells.date(column, '9999-12-31');
  if (field.endsWith('On')) return cells.date(column, today);
  if (field === 'amount') return cells.amount(column);
  if (field === 'caseNumber') return cells.number(column, false)?.text ?? null;
  const list = LISTS[field];
  if (list) return cells.oneOf(column, list);
  return cells.text(column, LONGEST);
}

function codeOf(value: unknown, code: string, message: string): string {
  if (value === undefined) return message === 'date_or_number' ? message : 'required';
  if (code === 'too_big') return 'too_long';
  if (code === 'custom') return message === 'required' ? 'performed_missing' : message;
  return 'value_unknown';
}

/** Values that a column takes, by its code; null where it takes any text. */
export const valuesOf = (column: string): readonly string[] | null => LISTS[fieldOf(column)] ?? null;

export const recordKinds: readonly RowKind[] = DISCLOSURE_KINDS.map(recordKind);
