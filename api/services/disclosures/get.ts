import { eventsOf, fieldSourcesOf, findDisclosure, versionsOf } from '../../../db/queries/disclosures.ts';
import { type DisclosureFacts, visibleTo } from '../../domain/disclosure.ts';
import { PUBLIC_FIELDS, type PublicDisclosure, publicView, type Tombstone } from '../../domain/disclosure-view.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';

export interface PublicVersion {
  version: number;
  on: string; // legal date
  reason: string;
  /** Fields that differ from the version before, with both values; only public fields. */
  changes: { field: string; before: string | null; after: string | null }[];
}
export interface PublicRecord {
  record: PublicDisclosure;
  sources: { field: string; document: string; collectedOn: string; verified: boolean }[];
  history: PublicVersion[];
}
export type DisclosureAnswer = { found: 'record'; value: PublicRecord } | { found: 'tombstone'; value: Tombstone };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const LEGAL_DATE = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const on = (instant: Date): string => LEGAL_DATE.format(instant);

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
  const [versions, events, sources] = await Promise.all([
    versionsOf(ctx.db, id),
    eventsOf(ctx.db, id),
    fieldSourcesOf(ctx.db, id),
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
        })),
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

const text = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
