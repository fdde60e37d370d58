import { COUNTED_COMMITMENTS, commitmentsWith } from '../../../db/queries/commitment-words.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { bigrams, foldPlain } from '../../domain/chinese-text.ts';
import { commitmentVisibleTo } from '../../domain/commitment.ts';
import { type PublicCommitment, publicCommitment } from '../../domain/commitment-view.ts';
import { parseQuery, type SearchQuery, type SearchWord } from '../../domain/search-query.ts';
import type { Ctx } from '../context.ts';
import { findBodies } from '../directory/find-bodies.ts';
import { listPolicies, type PolicyView } from '../directory/policies.ts';
import type { FoundBodyView } from '../directory/search-bodies.ts';
import { rankMatters, type SuggestedMatter } from '../directory/suggest-matters.ts';
import { bodyView } from '../directory/view.ts';
import { placesNamed } from '../disclosures/places.ts';
import { type DisclosurePage, searchDisclosures } from '../disclosures/search.ts';
import { type FoundClause, type FoundDuty, findClauses, findDuties } from './find-clauses.ts';
import { type Group, noneFound, runsOf } from './find-entries.ts';
import { type FoundHelp, findHelp } from './find-help.ts';

/** Kinds that have no page of their own for all of what was found: /search shows them alone. */
export const ALONE = ['duties', 'clauses', 'help'] as const;
export type Alone = (typeof ALONE)[number];

export interface FoundEverywhere {
  /** How the words were understood. `must` empty: nothing to look for (punctuation, or exclusions alone). */
  query: SearchQuery;
  help: Group<FoundHelp>;
  bodies: Group<FoundBodyView>;
  records: DisclosurePage;
  commitments: Group<PublicCommitment>;
  matters: SuggestedMatter[];
  duties: Group<FoundDuty>;
  /** Documents by title, number or issuer. */
  policies: PolicyView[];
  clauses: Group<FoundClause>;
  places: { code: string; name: string }[];
  total: number;
}

const SHOWN = 5;
const SHOWN_ALONE = 100;

/**
 * The first few of everything that the words are in, with their number: help, bodies, records, commitments, duties, clauses of
 * policies, places. Each is public by itself; a fixed number of statements, whatever is found.
 * @param alone only this kind, up to a hundred of it
 */
export async function searchAll(ctx: Ctx, words: string, alone: Alone | null = null): Promise<FoundEverywhere> {
  const q = words.slice(0, 100);
  const query = parseQuery(q);
  const directory = await ctx.directory();
  const { locale } = ctx;
  const most = alone ? SHOWN_ALONE : SHOWN;
  const of = <T>(kind: Alone, find: () => Group<T>): Group<T> => (alone && alone !== kind ? noneFound() : find());
  const [records, bodies, commitments, policies, places] = await Promise.all([
    alone ? noRecords(query) : searchDisclosures(ctx, { q, limit: SHOWN }),
    alone ? noneFound<FoundBodyView>() : bodiesFound(ctx, query),
    alone ? noneFound<PublicCommitment>() : commitmentsFound(ctx, query),
    alone ? [] : documentsFound(ctx, query),
    alone || query.must.length === 0 ? [] : placesNamed(ctx, plain(query)),
  ]);
  const help = of('help', () =>
    query.must.length === 0 ? noneFound<FoundHelp>() : findHelp(q, query, alone ? most : 3, locale),
  );
  const duties = of('duties', () => findDuties(directory, query, most, ctx.place.division, locale));
  const clauses = of('clauses', () => findClauses(directory, query, most, locale));
  const matters = alone
    ? []
    : rankMatters(directory.matters, q)
        .filter((matter) => matter.score > 0)
        .slice(0, 2);
  const total =
    help.total +
    bodies.total +
    records.total.count +
    commitments.total +
    matters.length +
    duties.total +
    policies.length +
    clauses.total +
    places.length;
  return { query, help, bodies, records, commitments, matters, duties, policies, clauses, places, total };
}

/** The words that must occur, without marks and fields. */
const plain = ({ must }: SearchQuery): string => must.map((word) => word.text).join(' ');
const ofRecordsAlone = ({ must }: SearchQuery): boolean =>
  must.length === 0 || must.some((word) => word.field === 'case' || word.field === 'court');

const noRecords = (query: SearchQuery): DisclosurePage => ({
  items: [],
  nextCursor: null,
  total: { count: 0, capped: false },
  note: null,
  query,
  reach: null,
});

async function bodiesFound(ctx: Ctx, query: SearchQuery): Promise<Group<FoundBodyView>> {
  if (ofRecordsAlone(query)) return noneFound();
  const [directory, { today }] = await Promise.all([ctx.directory(), databaseTime(ctx.db)]);
  const found = findBodies(directory, { q: plain(query), near: ctx.place.division, on: today });
  return {
    items: found.slice(0, SHOWN).map(({ body, matched }) => ({ ...bodyView(directory, body, today), matched })),
    total: found.length,
    capped: false,
  };
}

const sought = (word: SearchWord) => ({ runs: runsOf(word), pairs: [...bigrams(word.text)] });

async function commitmentsFound(ctx: Ctx, query: SearchQuery): Promise<Group<PublicCommitment>> {
  if (ofRecordsAlone(query)) return noneFound();
  const [{ rows, total }, { today }] = await Promise.all([
    commitmentsWith(ctx.db, query.must.map(sought), query.not.map(sought), SHOWN),
    databaseTime(ctx.db),
  ]);
  return {
    items: rows
      .filter((row) => commitmentVisibleTo({ kind: 'public' }, row) === 'public')
      .map((row) => publicCommitment(row, today)),
    total: Math.min(total, COUNTED_COMMITMENTS),
    capped: total > COUNTED_COMMITMENTS,
  };
}

async function documentsFound(ctx: Ctx, query: SearchQuery): Promise<PolicyView[]> {
  if (ofRecordsAlone(query)) return [];
  return (await listPolicies(ctx)).filter((policy) => {
    const heads = foldPlain(`${policy.title} ${policy.number ?? ''} ${policy.issuer}`);
    return query.must.every((word) => runsOf(word).every((run) => heads.includes(run)));
  });
}
