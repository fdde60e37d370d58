import { commitmentPages } from '../../../site/text/commitments.ts';
import { fill } from '../../../site/text/locale.ts';
import { commitmentKinds, commitmentStates } from '../../../site/text/states.ts';
import type { Ctx } from '../context.ts';
import { atomText } from '../disclosures/atom.ts';
import { newestOf } from './list.ts';

const ENTRIES = 50;

/** The newest commitments of a selection as Atom (RFC 4287), by the time of publication. @throws DomainError request.invalid */
export async function commitmentFeed(ctx: Ctx, query: Record<string, string>): Promise<string> {
  const items = await newestOf(ctx, query, ENTRIES);
  const t = commitmentPages[ctx.locale];
  const place = ctx.locale === 'en' ? ctx.place.nameEn : ctx.place.name;
  const rest = new URLSearchParams(query).toString();
  const address = (path: string) => `${ctx.publicUrl}${path}${rest ? `?${rest}` : ''}`;
  const atom = 'application/atom+xml';
  return atomText({
    id: address('/commitments'),
    title: fill(t.issuedBy, { place }),
    subtitle: t.feedDescription,
    language: ctx.locale,
    author: place,
    rights: 'CC BY 4.0',
    // A feed without entries has no date of its own: the same answer must stay the same.
    updated: items[0]?.publishedAt ?? new Date(0).toISOString(),
    links: [
      { rel: 'alternate', href: address('/commitments'), type: 'text/html' },
      { rel: 'self', href: address('/feeds/commitments.atom'), type: atom },
    ],
    entries: items.map((item) => ({
      id: `urn:uuid:${item.id}`,
      title: `［${commitmentStates[ctx.locale][item.state] ?? item.state}］${item.title}`,
      link: `${ctx.publicUrl}/commitments/${item.id}`,
      published: item.publishedAt,
      updated: item.publishedAt,
      summary: item.text.slice(0, 400),
      categories: [{ term: item.kind, label: commitmentKinds[ctx.locale][item.kind] ?? item.kind }],
    })),
  });
}
