import { legalDate } from './calendar.ts';
import {
  COMMITMENT_KINDS,
  type CommitmentFacts,
  type CommitmentKind,
  type CommitmentState,
  type DueReading,
  readDue,
} from './commitment.ts';
import {
  COMMITMENT_RULES,
  COMMON_FIELDS,
  type CommonField,
  OWN_FIELDS,
  type OwnFieldName,
} from './commitment-kinds.ts';

/** A commitment as the public may see it: the one shape of page, API, files and feed. */
export type PublicCommitment = {
  id: string;
  kind: CommitmentKind;
  title: string;
  state: CommitmentState;
  /** Derived on the day of asking. */
  due: DueReading;
  nextDueOn: string | null; // legal date
  /** Who owes it now: the body that made it, or its successor. */
  owedById: string;
  publishedAt: string; // instant, ISO 8601
  publishedOn: string; // its legal date
} & Pick<CommitmentFacts, CommonField> & { [F in OwnFieldName]: string | null };

export interface CommitmentTombstone {
  id: string;
  kind: CommitmentKind;
  publishedOn: string | null;
  endedOn: string | null;
}

/** What of each kind may leave for the public. */
export const PUBLIC_COMMITMENT_FIELDS = Object.fromEntries(
  COMMITMENT_KINDS.map((kind) => [kind, [...COMMON_FIELDS, ...COMMITMENT_RULES[kind].shows]]),
) as unknown as Record<CommitmentKind, readonly (CommonField | OwnFieldName)[]>;
const OWN_NAMES = Object.keys(OWN_FIELDS) as OwnFieldName[];

/** @param today legal date: whether it is overdue is asked of it, nothing stored says so */
export function publicCommitment(
  record: CommitmentFacts & {
    id: string;
    state: CommitmentState;
    nextDueOn: string | null;
    owedById: string;
    publishedAt: Date | null;
  },
  today: string,
): PublicCommitment {
  const shown: ReadonlySet<string> = new Set(COMMITMENT_RULES[record.kind].shows);
  const common = Object.fromEntries(COMMON_FIELDS.map((field) => [field, record[field] ?? null]));
  const own = Object.fromEntries(
    OWN_NAMES.map((name) => [name, shown.has(name) ? (record.facts[name] ?? null) : null]),
  );
  return {
    id: record.id,
    kind: record.kind,
    title: record.title,
    state: record.state,
    due: readDue(record, today).reading,
    nextDueOn: record.nextDueOn,
    owedById: record.owedById,
    publishedAt: record.publishedAt?.toISOString() ?? '',
    publishedOn: record.publishedAt ? legalDate(record.publishedAt) : '',
    ...(common as Pick<CommitmentFacts, CommonField>),
    ...(own as { [F in OwnFieldName]: string | null }),
  };
}

/** Keys of a public commitment in the order of files. */
export const PUBLIC_COMMITMENT_KEYS = [
  'id',
  'kind',
  'title',
  'state',
  'due',
  'nextDueOn',
  'owedById',
  ...COMMON_FIELDS,
  ...OWN_NAMES,
  'publishedAt',
] as const;
