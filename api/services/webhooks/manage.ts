import { randomUUID } from 'node:crypto';
import { disableWebhook, insertWebhook, listWebhooks, showWebhook } from '../../../db/queries/webhooks.ts';
import { parse } from '../../contracts/parse.ts';
import { WebhookForm } from '../../contracts/webhook.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { secretText } from '../push/authenticate.ts';

export async function webhooks(ctx: Ctx) {
  await requireRole(ctx, ['administrator'], null);
  return (await listWebhooks(ctx.db)).map(
    ({ wrapped: _wrapped, keyVersion: _version, createdBy: _by, ...hook }) => hook,
  );
}
export type WebhookView = Awaited<ReturnType<typeof webhooks>>[number];

/**
 * `create`: a receiver that hears what happens from now on; `show`: its secret, once; `disable`: it hears nothing more.
 * @throws DomainError auth.* | request.invalid | resource.not_found | resource.gone where the secret was shown before
 */
export async function changeWebhook(ctx: Ctx, input: unknown): Promise<{ id: string; secret: string | null }> {
  const official = await requireRole(ctx, ['administrator'], null);
  const step = parse(WebhookForm, input);
  return ctx.db.transaction(async (tx) => {
    if (step.action === 'create') {
      const id = randomUUID();
      const { wrapped, version } = ctx.keys.createKey(id);
      await insertWebhook(tx, {
        id,
        name: step.name,
        url: step.url,
        wrapped,
        keyVersion: version,
        createdBy: official.id,
      });
      return { id, secret: null };
    }
    if (step.action === 'show') {
      const row = await showWebhook(tx, step.id, official.id);
      if (!row) throw new DomainError('resource.gone');
      return { id: step.id, secret: secretText(ctx.keys.unwrap(step.id, row.wrapped, row.keyVersion)) };
    }
    if (!(await disableWebhook(tx, step.id))) throw new DomainError('resource.not_found');
    return { id: step.id, secret: null };
  });
}
