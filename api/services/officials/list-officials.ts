import { listOfficials as listRows, type OfficialRow } from '../../../db/queries/officials.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from './administer.ts';
import { bodiesOf } from './authorise.ts';

/** Officials whom the administrator may see: those of the bodies in reach and those who have no grant yet. */
export async function listOfficials(ctx: Ctx): Promise<OfficialRow[]> {
  await requireAdministrator(ctx, []);
  const rows = await listRows(ctx.db);
  if (ctx.actor.kind === 'system') return rows;
  const reached = await bodiesOf(ctx, ['administrator']);
  return rows.filter((row) => row.grants.length === 0 || row.grants.some((grant) => reached.has(grant.bodyId)));
}

/** One of them. @throws DomainError auth.required | auth.forbidden | resource.not_found */
export async function readOfficial(ctx: Ctx, id: string): Promise<OfficialRow> {
  const row = (await listOfficials(ctx)).find((official) => official.id === id);
  if (!row) throw new DomainError('resource.not_found');
  return row;
}
