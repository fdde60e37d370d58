import type { Ctx } from '../context.ts';

/** The name of the lead credit authority of the portal's place: its development and reform body, else its government. */
export async function governedBy(ctx: Ctx): Promise<string> {
  const directory = await ctx.directory();
  const here = directory.bodiesIn(ctx.place.division).filter((body) => body.validTo === null);
  const found =
    here.find((body) => body.role === 'development_reform') ?? here.find((body) => body.kind === 'government');
  return (ctx.locale === 'en' ? found?.nameEn : null) ?? found?.name ?? ctx.place.name;
}
