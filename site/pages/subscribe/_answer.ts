import type { APIContext } from 'astro';
import { DomainError } from '../../../api/domain/errors.ts';
import type { Ctx } from '../../../api/services/context.ts';
import { type Followed, openSubscription } from '../../../api/services/subscriptions/answer.ts';

/**
 * What the link of a mail is about, and whether its button (or the mail program) was pressed. Opening a link changes nothing:
 * programs that look into mails open all of them.
 * @param act what the button does, where the link still opens something
 */
export async function answerLink(
  page: Pick<APIContext, 'locals' | 'params' | 'request'> & { response: ResponseInit & { headers: Headers } },
  act: (ctx: Ctx, token: string) => Promise<unknown>,
): Promise<{ followed: Followed | null; pressed: boolean }> {
  const { ctx } = page.locals;
  const token = page.params.token ?? '';
  page.response.headers.set('cache-control', 'no-store');
  const followed = await openSubscription(ctx, token).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'resource.not_found') return null;
    throw error;
  });
  const pressed = page.request.method === 'POST';
  if (pressed && followed) await act(ctx, token);
  return { followed, pressed };
}
