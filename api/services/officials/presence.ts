import { markPresent, type Present } from '../../../db/queries/case-presence.ts';
import { PRESENT_FOR } from '../../domain/inbox.ts';
import type { Ctx } from '../context.ts';
import { requireOfficial } from './authorise.ts';
import { openFile } from './open-file.ts';

/** Says that the official has this case open, and who else has: no lock, nobody is kept out. The case is one that was opened. */
export const present = (ctx: Ctx, caseId: string): Promise<Present[]> =>
  markPresent(ctx.sql, caseId, requireOfficial(ctx).id, PRESENT_FOR);

/** The sign of a page that stays open. @throws DomainError auth.required | resource.not_found */
export async function stillHere(ctx: Ctx, number: string): Promise<Present[]> {
  const { head } = await openFile(ctx, number);
  return present(ctx, head.id);
}
