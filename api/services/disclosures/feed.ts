import { changesOf, feedRows } from '../../../db/queries/record-feed.ts';
import { disclosurePages } from '../../../site/text/disclosures.ts';
import { matterNames } from '../../../site/text/field.ts';
import { fill } from '../../../site/text/locale.ts';
import { disclosureKinds } from '../../../site/text/states.ts';
import { DisclosureFilters } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { flagsOf, type PublicDisclosure, publicView } from '../../domain/disclosure-view.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { type CursorValue, hashQuery, readCursor, signCursor } from '../cursor.ts';
import { type AtomEntry, atomText } from './atom.ts';
import { flagWords } from './flag-words.ts';
import { withPredecessors } from './lineage.ts';
import { newestDisclosures } from './search.ts';

const ENTRIES = 50;
/** Filters by which records can be walked in the order of their publication; any other is the search's. */
const BY_TIME: ReadonlySet<string> = new Set(['kind', 'division', 'matter', 'body', 'year', 'outcome']);
/** A selection by words is followed so far back. */
const MOST_FOUND = 1000;

interface Entry {
  record: PublicDisclosure;
  updated: string; // instant
}
interface Page {
  entries: Entry[];
  next: CursorValue[] | null;
}

/**
 * The newest records of a selection as Atom (RFC 4287), by the time of their publication, and from there back in pages
 * (RFC 5005, section 3: paged, not archived, for records leave). An entry is updated when what the public sees of its
 * record changes; under objection it says so in its title and as a category.
 * @throws DomainError request.invalid | cursor.invalid
 */
export async function disclosureFeed(ctx: Ctx, asked: Record<string, string>): Promise<string> {
  const { cursor, ...query } = asked;
  const filters = parse(DisclosureFilters, query);
  const hash = hashQuery('feed', filters);
  const after = cursor === undefined ? null : readKeyset(readCursor(ctx, hash, cursor));
  const plain = Object.keys(filters).every((name) => BY_TIME.has(name));
  const page = plain ? await byTime(ctx, filters, after) : await bySearch(ctx, filters, after);

  const t = disclosurePages[ctx.locale];
  const place = ctx.locale === 'en' ? ctx.place.nameEn : ctx.place.name;
  const address = (path: string, more: Record<string, string> = {}) => {
    const all = new URLSearchParams({ ...query, ...more }).toString();
    return `${ctx.publicUrl}${path}${all ? `?${all}` : ''}`;
  };
  const atom = 'application/atom+xml';
  const feed = '/feeds/disclosures.atom';
  const updated = page.entries.map((entry) => entry.updated).sort();
  return atomText({
    id: address('/disclosures'),
    title: filters.q ? `${fill(t.feedTitle, { place })}：${filters.q}` : fill(t.feedTitle, { place }),
    subtitle: t.feedDescription,
    language: ctx.locale,
    author: place,
    rights: 'CC BY 4.0',
    // A feed without entries has no date of its own: the same answer must stay the same.
    updated: updated.at(-1) ?? new Date(0).toISOString(),
    links: [
      { rel: 'alternate', href: address('/disclosures'), type: 'text/html' },
      { rel: 'self', href: address(feed, cursor ? { cursor } : {}), type: atom },
      { rel: 'first', href: address(feed), type: atom },
      ...(page.next
        ? [{ rel: 'next' as const, href: address(feed, { cursor: signCursor(ctx, hash, page.next) }), type: atom }]
        : []),
    ],
    entries: page.entries.map((entry) => atomEntry(ctx, entry)),
  });
}

async function byTime(ctx: Ctx, filters: DisclosureFilters, after: Keyset | null): Promise<Page> {
  const bodies = filters.body ? withPredecessors(await ctx.directory(), filters.body) : undefined;
  const rows = await feedRows(ctx.db, { ...filters, bodies }, after, ENTRIES + 1);
  const shown = rows.slice(0, ENTRIES);
  const last = shown.at(-1);
  return {
    entries: shown
      .filter((row) => visibleTo({ kind: 'public' }, row) === 'public')
      .map((row) => ({ record: publicView(row), updated: row.changedAt })),
    next: rows.length > ENTRIES && last ? [last.at, last.id] : null,
  };
}

/** The search knows no pages by publication: what it found is cut here. */
async function bySearch(ctx: Ctx, filters: DisclosureFilters, after: Keyset | null): Promise<Page> {
  const found = await newestDisclosures(ctx, filters, after ? MOST_FOUND : ENTRIES + 1);
  const from = after ? found.findIndex((record) => record.id === after.id) + 1 : 0;
  const records = found.slice(from, from + ENTRIES);
  const changes = await changesOf(
    ctx.db,
    records.map((record) => record.id),
  );
  const last = records.at(-1);
  return {
    entries: records.map((record) => ({ record, updated: changes.get(record.id) ?? record.publishedAt })),
    next: found.length > from + ENTRIES && last ? [last.publishedAt, last.id] : null,
  };
}

function atomEntry(ctx: Ctx, { record, updated }: Entry): AtomEntry {
  const kinds = disclosureKinds[ctx.locale];
  const matters = matterNames[ctx.locale];
  const flags = flagsOf(record);
  const words = flagWords(record, ctx.locale);
  return {
    id: `urn:uuid:${record.id}`,
    title: `${words.map((word) => `［${word}］`).join('')}${record.title}`,
    link: `${ctx.publicUrl}/disclosures/${record.id}`,
    published: record.publishedAt,
    updated,
    summary: record.summary ?? '',
    categories: [
      { term: record.kind, label: kinds[record.kind] ?? record.kind },
      ...(record.matter ? [{ term: record.matter, label: matters[record.matter] ?? record.matter }] : []),
      ...flags.map((flag, i) => ({ term: flag, label: words[i] ?? flag })),
    ],
  };
}

interface Keyset {
  at: string;
  id: string;
}
function readKeyset([at, id]: CursorValue[]): Keyset {
  if (typeof at !== 'string' || typeof id !== 'string') throw new DomainError('cursor.invalid');
  return { at, id };
}
