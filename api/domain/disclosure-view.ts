import type { DisclosureFacts, DisclosureKind, DisclosureState, ObjectionFlag } from './disclosure.ts';

const LEGAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });

/** What may leave for the public, besides id, kind, state, title and dates of publication: one allow-list per kind. */
const COMMON = ['bodyId', 'bodyName', 'division', 'matter', 'year', 'summary', 'source', 'decidedOn'] as const;
const JUDGMENT = ['caseNumber', 'court', 'courtDivision', 'outcome', 'amount'] as const;
const DUTY = ['requiredAction', 'performed', 'performedOn'] as const;
type PublicField = Exclude<keyof DisclosureFacts, 'kind' | 'title' | 'publishUntil'>;
export const PUBLIC_FIELDS: Record<DisclosureKind, readonly PublicField[]> = {
  lost_judgment: [...COMMON, ...JUDGMENT, ...DUTY],
  unperformed_judgment: [...COMMON, ...JUDGMENT, ...DUTY, 'conduct', 'count', 'publicationClass'],
  dishonesty_record: [
    ...COMMON,
    ...DUTY,
    'documentNumber',
    'decidingBody',
    'conduct',
    'count',
    'amount',
    'publicationClass',
  ],
  typical_case: [...COMMON, ...JUDGMENT],
};
const ALL_FIELDS = [...new Set(Object.values(PUBLIC_FIELDS).flat())];

export type PublicDisclosure = {
  id: string;
  kind: DisclosureKind;
  title: string;
  objection: ObjectionFlag;
  publishedAt: string; // instant, ISO 8601
  publishedOn: string; // its legal date
  publishUntil: string | null; // legal date
} & { [F in PublicField]: DisclosureFacts[F] | null };

/** A record as the public may see it. Every kind answers the same keys; what its list does not hold is null. */
export function publicView(
  record: DisclosureFacts & {
    id: string;
    state: DisclosureState;
    objectionFlag: ObjectionFlag;
    publishedAt: Date | null;
  },
): PublicDisclosure {
  const allowed: ReadonlySet<string> = new Set(PUBLIC_FIELDS[record.kind]);
  const fields = Object.fromEntries(ALL_FIELDS.map((f) => [f, allowed.has(f) ? record[f] : null]));
  return {
    id: record.id,
    kind: record.kind,
    title: record.title,
    objection: record.objectionFlag,
    publishedAt: record.publishedAt?.toISOString() ?? '',
    publishedOn: record.publishedAt ? LEGAL_DATE.format(record.publishedAt) : '',
    publishUntil: record.publishUntil,
    ...(fields as { [F in PublicField]: DisclosureFacts[F] | null }),
  };
}

/** Keys of a public record in the order of files. */
export const PUBLIC_KEYS = ['id', 'kind', 'title', ...ALL_FIELDS, 'objection', 'publishedAt', 'publishUntil'] as const;

/** What stays of a record that is no longer public: no name, no title. */
export interface Tombstone {
  id: string;
  kind: DisclosureKind;
  state: 'withdrawn' | 'repaired' | 'expired';
  publishedOn: string | null;
  endedOn: string | null;
  reason: string | null; // class, only where withdrawn
}
