import type { Ctx } from '../context.ts';

/** What a form needs to show the human check. `purpose` binds a proof of work to one form. */
export async function challenge(ctx: Ctx, purpose?: string) {
  const { provider, siteKey } = ctx.humanCheck;
  return { provider, siteKey, challenge: (await ctx.humanCheck.challenge(purpose)) as Record<string, unknown> | null };
}
