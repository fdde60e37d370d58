import { fold } from '../../domain/chinese-text.ts';
import type { Ctx } from '../context.ts';
import { listPolicies, type PolicyView } from '../directory/policies.ts';
import { type FoundBodyView, searchBodies } from '../directory/search-bodies.ts';
import { type SuggestedMatter, suggestMatters } from '../directory/suggest-matters.ts';
import { type DisclosurePage, searchDisclosures } from '../disclosures/search.ts';

export interface FoundEverywhere {
  records: DisclosurePage;
  bodies: { items: FoundBodyView[]; more: boolean };
  matters: SuggestedMatter[];
  policies: PolicyView[];
}

const SHOWN = 5;

/** The first few of everything that the words are in: records, bodies, matters, documents. Each is public by itself. */
export async function searchAll(ctx: Ctx, words: string): Promise<FoundEverywhere> {
  const q = words.slice(0, 100);
  const [records, bodies, matters, policies] = await Promise.all([
    searchDisclosures(ctx, { q, limit: SHOWN }),
    searchBodies(ctx, { q, limit: SHOWN }),
    suggestMatters(ctx, { text: q }),
    listPolicies(ctx),
  ]);
  const sought = fold(q);
  return {
    records,
    bodies: { items: bodies.items, more: bodies.nextCursor !== null },
    matters: matters.items.filter((matter) => matter.score > 0).slice(0, 3),
    policies: policies.filter((policy) =>
      fold(`${policy.title} ${policy.number ?? ''} ${policy.issuer}`).includes(sought),
    ),
  };
}
