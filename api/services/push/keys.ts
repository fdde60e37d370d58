import { randomUUID } from 'node:crypto';
import {
  disableClient,
  endKeys,
  findClient,
  insertClient,
  insertKey,
  listClients,
  listKeys,
  showKey,
} from '../../../db/queries/push.ts';
import { parse } from '../../contracts/parse.ts';
import { PushClientForm, PushKeyForm } from '../../contracts/push.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { bodyName } from '../officials/inbox.ts';
import { secretText } from './authenticate.ts';
import { PUSH_TABLES } from './push-records.ts';

/** Days for which an old key goes on beside the new one. */
export const OVERLAP_DAYS = 7;

export interface ClientView {
  id: string;
  name: string;
  body: string;
  scopes: string[];
  perHour: number;
  createdAt: Date;
  disabledAt: Date | null;
  keys: { id: string; createdAt: Date; shownAt: Date | null; endsAt: Date | null; lastUsedAt: Date | null }[];
}

export async function listPushClients(ctx: Ctx): Promise<ClientView[]> {
  await requireRole(ctx, ['administrator'], null);
  const [clients, keys, directory] = await Promise.all([listClients(ctx.db), listKeys(ctx.db), ctx.directory()]);
  return clients.map(({ bodyId, createdBy: _by, ...client }) => ({
    ...client,
    body: bodyName(directory, bodyId, ctx.locale),
    keys: keys.filter((key) => key.clientId === client.id),
  }));
}

/** A sender with its first key. @returns the id of the key, whose secret is shown once @throws DomainError request.invalid */
export async function createPushClient(ctx: Ctx, input: unknown): Promise<{ keyId: string }> {
  const official = await requireRole(ctx, ['administrator'], null);
  const { bodyId, name, scopes, perHour } = parse(PushClientForm, input);
  const bad = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  if (!(await ctx.directory()).bodies.has(bodyId)) throw bad('bodyId', 'respondent_unknown');
  if (scopes.some((scope) => !PUSH_TABLES.includes(scope))) throw bad('scopes', 'invalid_value');
  const id = randomUUID();
  const key = newKey(ctx, id, official.id);
  await ctx.db.transaction(async (tx) => {
    await insertClient(tx, { id, bodyId, name, scopes: [...new Set(scopes)], perHour, createdBy: official.id });
    await insertKey(tx, key);
  });
  return { keyId: key.id };
}

function newKey(ctx: Pick<Ctx, 'keys'>, clientId: string, createdBy: string) {
  const id = randomUUID();
  const { wrapped, version } = ctx.keys.createKey(id);
  return { id, clientId, createdBy, wrapped, keyVersion: version };
}

/**
 * `rotate`: a new key beside the old ones, which end in a week; `disable`: the sender and its keys are refused at once;
 * `show`: the secret, to whoever made the key, the first time only.
 * @throws DomainError auth.* | request.invalid | resource.not_found | resource.gone where it was shown before
 */
export async function changePushKeys(
  ctx: Ctx,
  input: unknown,
): Promise<{ keyId: string | null; secret: string | null }> {
  const official = await requireRole(ctx, ['administrator'], null);
  const step = parse(PushKeyForm, input);
  return ctx.db.transaction(async (tx) => {
    if (step.action === 'show') {
      const row = await showKey(tx, step.keyId, official.id);
      if (!row) throw new DomainError('resource.gone');
      return { keyId: step.keyId, secret: secretText(ctx.keys.unwrap(step.keyId, row.wrapped, row.keyVersion)) };
    }
    const client = await findClient(tx, step.clientId);
    if (!client || client.disabledAt) throw new DomainError('resource.not_found');
    if (step.action === 'disable') {
      await disableClient(tx, client.id);
      await endKeys(tx, client.id, 0);
      return { keyId: null, secret: null };
    }
    await endKeys(tx, client.id, OVERLAP_DAYS);
    const key = newKey(ctx, client.id, official.id);
    await insertKey(tx, key);
    return { keyId: key.id, secret: null };
  });
}
