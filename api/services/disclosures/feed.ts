import { Feed } from 'feed';
import { disclosurePages } from '../../../site/text/disclosures.ts';
import { matterNames } from '../../../site/text/field.ts';
import { fill } from '../../../site/text/locale.ts';
import { disclosureKinds, disclosureStates } from '../../../site/text/states.ts';
import { flagsOf } from '../../domain/disclosure-view.ts';
import type { Ctx } from '../context.ts';
import { newestDisclosures } from './search.ts';

const ENTRIES = 50;

/** The newest records of a selection as Atom (RFC 4287). `self` is the address asked for, with its query. */
export async function disclosureFeed(ctx: Ctx, filters: Record<string, unknown>, self: string): Promise<string> {
  const records = await newestDisclosures(ctx, filters, ENTRIES);
  const t = disclosurePages[ctx.locale];
  const place = ctx.locale === 'en' ? ctx.place.nameEn : ctx.place.name;
  const query = new URLSearchParams(filters as Record<string, string>).toString();
  const page = `${ctx.publicUrl}/disclosures${query ? `?${query}` : ''}`;
  const newest = records
    .map((r) => r.publishedAt)
    .sort()
    .at(-1);
  const feed = new Feed({
    id: page,
    title: filters.q ? `${fill(t.feedTitle, { place })}：${filters.q}` : fill(t.feedTitle, { place }),
    description: t.feedDescription,
    link: page,
    language: ctx.locale,
    generator: 'Jiannuo',
    copyright: 'CC BY 4.0',
    feedLinks: { atom: self },
    author: { name: place },
    // A feed without entries has no date of its own: the same answer must stay the same.
    updated: new Date(newest ?? 0),
  });
  for (const record of records) {
    feed.addItem({
      id: `urn:uuid:${record.id}`,
      title: [...flagsOf(record).map((flag) => `【${disclosureStates[ctx.locale][flag]}】`), record.title].join(''),
      link: `${ctx.publicUrl}/disclosures/${record.id}`,
      date: new Date(record.publishedAt),
      published: new Date(record.publishedAt),
      description: record.summary ?? '',
      category: [
        { name: record.kind, term: record.kind },
        { name: record.matter ?? '', term: record.matter ?? '' },
      ].map((c) => ({
        ...c,
        name: disclosureKinds[ctx.locale][c.term] ?? matterNames[ctx.locale][c.term] ?? c.term,
      })),
    });
  }
  return feed.atom1();
}
