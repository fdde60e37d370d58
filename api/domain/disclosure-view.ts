import { legalDate } from './calendar.ts';
import {
  DISCLOSURE_KINDS,
  type DisclosureFacts,
  type DisclosureKind,
  type DisclosureState,
  type ObjectionFlag,
  type RectificationState,
} from './disclosure.ts';
import { KINDS, type PublicField } from './disclosure-kinds.ts';

/** What may leave for the public, besides id, kind, title, flags and dates of publication: the list of each kind. */
export const PUBLIC_FIELDS = Object.fromEntries(DISCLOSURE_KINDS.map((kind) => [kind, KINDS[kind].shows])) as Record<
  DisclosureKind,
  readonly PublicField[]
>;
const ALL_FIELDS = [...new Set(Object.values(PUBLIC_FIELDS).flat())];

export type PublicDisclosure = {
  id: string;
  kind: DisclosureKind;
  title: string;
  objection: ObjectionFlag;
  rectification: RectificationState;
  rectificationDueOn: string | null; // legal date
  publishedAt: string; // instant, ISO 8601
  publishedOn: string; // its legal date
  publishUntil: string | null; // legal date
} & { [F in PublicField]-?: NonNullable<DisclosureFacts[F]> | null };

/** A record as the public may see it. Every kind answers the same keys; what its list does not hold is null. */
export function publicView(
  record: DisclosureFacts & {
    id: string;
    state: DisclosureState;
    objectionFlag: ObjectionFlag;
    rectification: RectificationState;
    rectificationDueOn: string | null;
    publishedAt: Date | null;
  },
): PublicDisclosure {
  const allowed: ReadonlySet<string> = new Set(PUBLIC_FIELDS[record.kind]);
  const fields = Object.fromEntries(ALL_FIELDS.map((f) => [f, allowed.has(f) ? (record[f] ?? null) : null]));
  return {
    id: record.id,
    kind: record.kind,
    title: record.title,
    objection: record.objectionFlag,
    rectification: record.rectification,
    rectificationDueOn: record.rectificationDueOn,
    publishedAt: record.publishedAt?.toISOString() ?? '',
    publishedOn: record.publishedAt ? legalDate(record.publishedAt) : '',
    publishUntil: record.publishUntil,
    ...(fields as { [F in PublicField]-?: NonNullable<DisclosureFacts[F]> | null }),
  };
}

/** Keys of a public record in the order of files. */
export const PUBLIC_KEYS = [
  'id',
  'kind',
  'title',
  'objection', // the flags stand beside the title here too
  'rectification',
  'rectificationDueOn',
  ...ALL_FIELDS,
  'publishedAt',
  'publishUntil',
] as const;

/** What stays of a record that is no longer public: no name, no title. */
export interface Tombstone {
  id: string;
  kind: DisclosureKind;
  state: 'withdrawn' | 'repaired' | 'expired' | 'exempted';
  publishedOn: string | null;
  endedOn: string | null;
  reason: string | null; // class, only where withdrawn
}

/** Marks that stand beside the title wherever the record appears: pages, lists, feeds, files, answers. */
export const RECORD_FLAGS = ['under_objection', 'rectifying'] as const;
export type RecordFlag = (typeof RECORD_FLAGS)[number];

/** THE one rule of flags. An objection that nobody has decided says more than a rectification under way: it comes first. */
export function flagsOf(record: { objection: ObjectionFlag; rectification: RectificationState }): RecordFlag[] {
  const rectifying = record.rectification !== 'none' && record.rectification !== 'verified';
  return [
    ...(record.objection === 'under_objection' ? (['under_objection'] as const) : []),
    ...(rectifying ? (['rectifying'] as const) : []),
  ];
}
