import { overdueCommitments } from '../../../db/queries/commitment-words.ts';
import { countRecords } from '../../../db/queries/disclosure-search.ts';
import { filesOf, newestRelease } from '../../../db/queries/open-data.ts';
import type { Division } from '../../domain/directory.ts';
import type { DisclosureKind } from '../../domain/disclosure.ts';
import type { PublicDisclosure } from '../../domain/disclosure-view.ts';
import type { Ctx } from '../context.ts';
import { searchDisclosures } from '../disclosures/search.ts';
import { homeFigures } from './figures.ts';

/** Beyond this the home page says "more than". */
const MOST = 1000;
const NEWEST = 5;
const PLACES = 12;
/** What tells who is late: published, and so formally said. */
export const LATE_KINDS = ['overdue_notice', 'unperformed_judgment', 'rectification_notice'] as const;

export interface Counted {
  count: number;
  capped: boolean;
}

export interface Overview {
  figures: Awaited<ReturnType<typeof homeFigures>>;
  newest: PublicDisclosure[];
  records: Counted;
  late: { kind: DisclosureKind; counted: Counted }[];
  /** Commitments past their date, as of today. */
  lateCommitments: Counted;
  /** The places next below the portal's own, by code. */
  places: { code: string; name: string }[];
  /** The newest release of open data: its table of records. */
  data: { name: string; builtAt: Date | string; rows: number; bytes: number } | null;
}

/** Everything on the home page: a fixed number of statements, each bounded. */
export async function homeOverview(ctx: Ctx): Promise<Overview> {
  const [figures, newest, directory, release, lateCommitments, ...late] = await Promise.all([
    homeFigures(ctx),
    searchDisclosures(ctx, { limit: String(NEWEST) }),
    ctx.directory(),
    newestRelease(ctx.db),
    overdueCommitments(ctx.db, MOST),
    ...LATE_KINDS.map((kind) => countRecords(ctx.sql, { kind, after: null, limit: 1 }, MOST)),
  ]);
  const files = release ? await filesOf(ctx.db, release.id) : [];
  const table = files.find((file) => file.dataset === 'disclosures' && file.part === 'full' && file.format === 'csv');
  return {
    figures,
    newest: newest.items,
    records: newest.total,
    late: LATE_KINDS.map((kind, i) => ({ kind, counted: capped(late[i] ?? 0) })),
    lateCommitments: capped(lateCommitments),
    places: directory.childrenOf(ctx.place.division).slice(0, PLACES).map(named(ctx)),
    data:
      release && table ? { name: release.name, builtAt: release.builtAt, rows: table.rows, bytes: table.bytes } : null,
  };
}

const capped = (n: number): Counted => ({ count: Math.min(n, MOST), capped: n > MOST });
const named = (ctx: Ctx) => (division: Division) => ({
  code: division.code,
  name: ctx.locale === 'en' ? (division.nameEn ?? division.name) : division.name,
});
