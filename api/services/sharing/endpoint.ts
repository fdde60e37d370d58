import {
  type EndpointRow,
  endpointRows,
  hurryEndpoint,
  removeEndpoint,
  replaceSecret,
  saveEndpoint,
} from '../../../db/queries/share-endpoint.ts';
import { findDestination } from '../../../db/queries/sharing.ts';
import { parse } from '../../contracts/parse.ts';
import { ShareEndpoint } from '../../contracts/sharing.ts';
import { DomainError } from '../../domain/errors.ts';
import { editorOf, requirePortal } from '../clocks/authorise-settings.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { secretText } from '../push/authenticate.ts';
import { known, requireSharer, SHARE_READERS } from './authorise.ts';

/** Endpoints by the id of their destination: addresses and how they answer, no secrets. @throws DomainError auth.* */
export async function endpoints(ctx: Ctx): Promise<Map<string, EndpointRow>> {
  await requireRole(ctx, SHARE_READERS, null);
  return new Map((await endpointRows(ctx.sql)).map((row) => [row.id, row]));
}

/**
 * Says where batches of a destination are posted from now on, or makes a new secret for it. A secret is answered once, when it is
 * made: with the first address, or asked for anew; the old one signs nothing any more.
 * @throws DomainError auth.required | auth.forbidden | request.invalid | resource.not_found
 */
export async function setEndpoint(ctx: Ctx, input: unknown): Promise<{ secret: string | null }> {
  await requirePortal(ctx);
  const step = parse(ShareEndpoint, input);
  const { id } = known(await findDestination(ctx.db, step.code));
  if (step.action === 'address' && step.url === '') {
    await removeEndpoint(ctx.sql, id);
    return { secret: null };
  }
  const { wrapped, version } = ctx.keys.createKey(id);
  const key = { id, wrapped, keyVersion: version, by: editorOf(ctx) };
  const fresh = secretText(ctx.keys.unwrap(id, wrapped, version));
  if (step.action === 'address') {
    return { secret: (await saveEndpoint(ctx.sql, { ...key, url: step.url })) ? fresh : null };
  }
  if (!(await replaceSecret(ctx.sql, key))) throw new DomainError('resource.not_found');
  return { secret: fresh };
}

/** Asks the job to send now instead of after the pause. @throws DomainError auth.* | resource.not_found */
export async function hurryDelivery(ctx: Ctx, code: string): Promise<void> {
  await requireSharer(ctx);
  const { id } = known(await findDestination(ctx.db, code));
  if (!(await hurryEndpoint(ctx.sql, id))) throw new DomainError('resource.not_found');
}
