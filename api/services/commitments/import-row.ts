import { commitmentWords } from '../../../site/text/commitments.ts';
import { commitmentKinds } from '../../../site/text/states.ts';
import { CommitmentDraft } from '../../contracts/commitment.ts';
import { fold } from '../../domain/chinese-text.ts';
import {
  COMMITMENT_KINDS,
  type CommitmentFacts,
  type CommitmentKind,
  type MilestoneFacts,
} from '../../domain/commitment.ts';
import { commitmentKey } from '../../domain/commitment-key.ts';
import { COMMITMENT_RULES, OWN_FIELDS } from '../../domain/commitment-kinds.ts';
import type { Directory } from '../../domain/routing.ts';
import { foldName } from '../directory/find-bodies.ts';
import { columnOf, fieldOf } from '../disclosures/import-columns.ts';
import type { Columns, RowFault, SourceRow } from '../disclosures/import-source.ts';
import { owedBy } from './draft.ts';
import { commitmentFacts, draftMilestones } from './facts.ts';
import { splitMilestones } from './form-facts.ts';

const OWN = Object.keys(OWN_FIELDS);
const COMMON = [
  'enterprise',
  'documentNumber',
  'dueOn',
  'dueCondition',
  'amount',
  'basis',
  'conditions',
  'milestones',
] as const;

/** Word of the command, of the push table and of the batch. */
export const COMMITMENT_TABLE = 'commitments';
/** The columns of a table of commitments: those of every kind, then those of single ones. */
export const COMMITMENT_COLUMNS: Columns = {
  required: [
    'commitment_kind',
    'promised_by',
    'department',
    'post',
    'beneficiary',
    'title',
    'text',
    'made_on',
    'due_kind',
    'source',
  ],
  optional: ['division', ...COMMON.map(columnOf), ...OWN.map(columnOf)],
};

export interface CommitmentEntry {
  line: number;
  key: string;
  facts: CommitmentFacts;
  milestones: MilestoneFacts[];
  owedById: string;
}

/** Codes of values that were written in words, in either language. */
const CODES = new Map<string, string>();
for (const locale of ['zh-CN', 'en'] as const) {
  for (const [code, word] of Object.entries(commitmentKinds[locale])) CODES.set(`commitment_kind\n${fold(word)}`, code);
  for (const [field, words] of Object.entries(commitmentWords[locale])) {
    for (const [code, word] of Object.entries(words)) CODES.set(`${columnOf(field)}\n${fold(word)}`, code);
  }
}
const codeOf = (column: string, written: string): string => CODES.get(`${column}\n${fold(written)}`) ?? written;

/** A row by the contract of the form: what a publisher may write there may stand in a file, and nothing else. */
export function readCommitmentRow(
  row: SourceRow,
  context: { directory: Directory; today: string },
): CommitmentEntry | RowFault[] {
  const faults: RowFault[] = [];
  const refuse = (column: string, code: string) => {
    if (faults.some((fault) => fault.column === column)) return;
    const value = row.cells[column]?.trim();
    faults.push({ line: row.line, column, code, ...(value ? { value: value.slice(0, 60) } : {}) });
  };
  const cell = (column: string) => {
    const value = (row.cells[column] ?? '').normalize('NFC').trim();
    return value === '' ? undefined : codeOf(column, value);
  };
  for (const column of COMMITMENT_COLUMNS.required) if (cell(column) === undefined) refuse(column, 'required');
  const kind = cell('commitment_kind') as CommitmentKind | undefined;
  if (kind && !COMMITMENT_KINDS.includes(kind)) refuse('commitment_kind', 'value_unknown');
  const bodyId = cell('promised_by') && bodyOf(context.directory, cell('promised_by') ?? '', cell('division'));
  if (cell('promised_by') && !bodyId) refuse('promised_by', 'value_unknown');
  if (faults.length > 0 || !kind || !bodyId) return faults;

  const draft: Record<string, unknown> = { kind, bodyId, bodyName: cell('promised_by') };
  for (const column of COMMITMENT_COLUMNS.required.slice(2)) draft[fieldOf(column)] = cell(column);
  for (const field of COMMON) draft[field] = cell(columnOf(field)) ?? null;
  try {
    draft.milestones = splitMilestones(String(draft.milestones ?? '').replace(/[;；]\s*(?=\d)/g, '\n'));
  } catch {
    refuse('milestones', 'value_unknown');
    draft.milestones = [];
  }
  const own = COMMITMENT_RULES[kind].own.map((name) => [name, cell(columnOf(name))] as const);
  draft.facts = Object.fromEntries(own.filter(([, value]) => value !== undefined));
  const parsed = CommitmentDraft.safeParse(draft);
  if (!parsed.success) {
    for (const { path, code, message } of parsed.error.issues) {
      const name = String((path[0] === 'facts' ? path[1] : path[0]) ?? '');
      const value = draft[name] ?? (draft.facts as Record<string, unknown>)[name];
      const missing = value === undefined || value === null || message === 'required';
      refuse(
        columnOf(name),
        missing ? 'required' : code === 'too_big' ? 'too_long' : /^[a-z]+$/.test(message) ? message : 'value_unknown',
      );
    }
  }
  if (!parsed.success || faults.length > 0) return faults;
  if (parsed.data.madeOn > context.today) {
    refuse('made_on', 'date_future');
    return faults;
  }
  const facts = commitmentFacts(context.directory, parsed.data);
  const owedById = owedBy(context.directory, facts.bodyId, context.today);
  return { line: row.line, key: commitmentKey(facts), facts, milestones: draftMilestones(parsed.data), owedById };
}

/** The one body of that name, in the place where one is given; null: none, or several. */
function bodyOf(directory: Directory, written: string, division: string | undefined): string | null {
  const name = foldName(written);
  const named = [...directory.bodies.values()].filter(
    (body) => foldName(body.name) === name || directory.namesOf(body.id).some((other) => foldName(other.name) === name),
  );
  const found = named.filter((body) => !division || body.division === division);
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}
