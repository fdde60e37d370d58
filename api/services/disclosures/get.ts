import {
  type RectificationRow,
  type RequestRow,
  rectificationsOf,
  requestsOf,
} from '../../../db/queries/disclosure-rights.ts';
import { eventsOf, fieldSourcesOf, findDisclosure, versionsOf } from '../../../db/queries/disclosures.ts';
import { approvedText } from '../../../db/queries/judgment-texts.ts';
import { measuresOf } from '../../../db/queries/measures.ts';
import { legalDate } from '../../domain/calendar.ts';
import { type DisclosureFacts, visibleTo } from '../../domain/disclosure.ts';
import type { RequestKind, RequestOutcome, RequestParty } from '../../domain/disclosure-request.ts';
import { PUBLIC_FIELDS, type PublicDisclosure, publicView, type Tombstone } from '../../domain/disclosure-view.ts';
import { DomainError } from '../../domain/errors.ts';
import type { MeasureState } from '../../domain/measure.ts';
import type { Ctx } from '../context.ts';
import { UUID } from '../uuid.ts';
import { decidedBy } from './rights/file.ts';

export interface PublicVersion {
  version: number;
  on: string; // legal date
  reason: string;
  /** Fields that differ from the version before, with both values; only public fields. */
  changes: { field: string; before: string | null; after: string | null }[];
}
/** An objection or repair as everybody may know of it: never by whom, never its words. */
export interface PublicRequest {
  kind: RequestKind;
  party: RequestParty;
  on: string; // legal date
  due: string | null;
  outcome: RequestOutcome | null;
  decidedOn: string | null;
  words: string | null; // reasons of the decision
}
/** A rectification; the body's own words stand here once they were verified. */
export interface PublicRectification {
  required: string;
  orderedOn: string;
  dueOn: string;
  explainedOn: string | null;
  reportedOn: string | null;
  verifiedOn: string | null;
  explanation: string | null;
  done: string | null;
  doneOn: string | null;
}
/** A measure taken because of the record, with what it rests on. */
export interface PublicMeasure {
  name: string;
  basis: string;
  state: MeasureState;
  on: string;
  changedOn: string | null;
  reason: string | null; // why it was mitigated or lifted
}
export interface PublicSource {
  field: string;
  document: string;
  collectedOn: string;
  verified: boolean;
  verifiedOn: string | null;
  attachment: string | null; // SHA-256 of the document as it was deposited
}
export interface PublicText {
  content: string; // a paragraph a line
  sha256: string; // of the content in UTF-8, hexadecimal
  approvedOn: string; // legal date
}
export interface PublicRecord {
  record: PublicDisclosure;
  sources: PublicSource[];
  history: PublicVersion[];
  requests: PublicRequest[];
  rectifications: PublicRectification[];
  measures: PublicMeasure[];
  /** The full text of a judgment as a second person approved it. */
  text: PublicText | null;
}
export type DisclosureAnswer = { found: 'record'; value: PublicRecord } | { found: 'tombstone'; value: Tombstone };

const on = legalDate;

/**
 * A record as the public may see it, or the tombstone of one that is no longer public (no name, no title).
 * @throws DomainError resource.not_found, also for drafts: the public cannot learn that they exist
 */
export async function getDisclosure(ctx: Ctx, id: string): Promise<DisclosureAnswer> {
  const row = UUID.test(id) ? await findDisclosure(ctx.db, id) : null;
  const seen = row ? visibleTo({ kind: 'public' }, row) : 'none';
  if (!row || seen === 'none') throw new DomainError('resource.not_found');
  if (seen !== 'public') {
    return {
      found: 'tombstone',
      value: {
        id: row.id,
        kind: row.kind,
        state: row.state as Tombstone['state'],
        publishedOn: row.publishedAt && on(row.publishedAt),
        endedOn: row.endedAt && on(row.endedAt),
        reason: row.state === 'withdrawn' ? row.withdrawReason : null,
      },
    };
  }
  const [versions, events, sources, requests, rectifications, measures, judgment] = await Promise.all([
    versionsOf(ctx.db, id),
    eventsOf(ctx.db, id),
    fieldSourcesOf(ctx.db, id),
    requestsOf(ctx.db, id),
    rectificationsOf(ctx.db, id),
    measuresOf(ctx.db, id),
    approvedText(ctx.db, id),
  ]);
  // What was written before publication is no part of the public history.
  const first = events.find((e) => e.kind === 'published');
  const from = first ? Number((JSON.parse(first.payload) as { version: number }).version) : Number.POSITIVE_INFINITY;
  const shown = versions.filter((v) => v.version >= from).reverse();
  const fields = PUBLIC_FIELDS[row.kind];
  return {
    found: 'record',
    value: {
      record: publicView(row),
      sources: sources
        .filter((s) => (fields as readonly string[]).includes(s.field))
        .map((s) => ({
          field: s.field,
          document: s.document,
          collectedOn: on(s.collectedAt),
          verified: s.verifiedAt !== null,
          verifiedOn: s.verifiedAt && on(s.verifiedAt),
          attachment: s.attachmentSha256?.toString('hex') ?? null,
        })),
      requests: await Promise.all(requests.filter((r) => r.screening === 'passed').map((r) => publicRequest(ctx, r))),
      rectifications: rectifications.map(publicRectification),
      measures: measures.map((m) => ({
        name: ctx.locale === 'en' ? m.nameEn : m.name,
        basis: ctx.locale === 'en' ? m.basisEn : m.basis,
        state: m.state,
        on: m.imposedOn,
        changedOn: m.changedOn,
        reason: m.reason,
      })),
      text: judgment && {
        content: judgment.content,
        sha256: judgment.sha256.toString('hex'),
        approvedOn: on(judgment.approvedAt),
      },
      history: shown.map((v, i) => {
        const after = v.content as DisclosureFacts;
        const before = shown[i - 1]?.content as DisclosureFacts | undefined;
        return {
          version: i + 1,
          on: on(v.changedAt),
          reason: v.reason,
          changes: before
            ? (['title', ...fields] as const)
                .filter((f) => String(before[f] ?? '') !== String(after[f] ?? ''))
                .map((f) => ({ field: f, before: text(before[f]), after: text(after[f]) }))
            : [],
        };
      }),
    },
  };
}

async function publicRequest(ctx: Ctx, r: RequestRow): Promise<PublicRequest> {
  const { due } = await decidedBy(ctx, r);
  const decidedOn = r.decidedAt && on(r.decidedAt);
  const { kind, party, outcome, publicWords: words } = r;
  return { kind, party, on: on(r.filedAt), due: outcome ? null : due, outcome, decidedOn, words };
}

const publicRectification = (r: RectificationRow): PublicRectification => ({
  required: r.required,
  orderedOn: on(r.orderedAt),
  dueOn: r.dueOn,
  explainedOn: r.explainedAt && on(r.explainedAt),
  reportedOn: r.reportedAt && on(r.reportedAt),
  verifiedOn: r.verifiedAt && on(r.verifiedAt),
  explanation: r.verifiedAt ? r.explanation : null,
  done: r.verifiedAt ? r.done : null,
  doneOn: r.verifiedAt ? r.doneOn : null,
});

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
