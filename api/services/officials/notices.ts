import { markRead, type PortalNotice, portalNotices } from '../../../db/queries/portal-notices.ts';
import { MarkRead } from '../../contracts/officials.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import { hashQuery, readCursor, signCursor } from '../cursor.ts';
import { requireOfficial } from './authorise.ts';

const PAGE = 30;

/** The official's own notices. @throws DomainError auth.required | cursor.invalid */
export async function notices(
  ctx: Ctx,
  input: { cursor?: string },
): Promise<{ items: PortalNotice[]; nextCursor: string | null }> {
  const official = requireOfficial(ctx);
  const hash = hashQuery('notices', { actor: official.id });
  const after = input.cursor ? (readCursor(ctx, hash, input.cursor) as [string, string]) : null;
  const rows = await portalNotices(ctx.sql, official.id, after, PAGE + 1);
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > PAGE && last ? signCursor(ctx, hash, [last.at, last.id]) : null };
}

/** Marks one of the official's notices as read, or all. Somebody else's id changes nothing. */
export async function markNoticesRead(ctx: Ctx, input: unknown): Promise<{ count: number }> {
  const official = requireOfficial(ctx);
  const { id } = parse(MarkRead, input);
  return { count: await markRead(ctx.sql, official.id, id ?? null) };
}
