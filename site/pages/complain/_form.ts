import type { APIContext } from 'astro';
import { fromForm } from '../../../api/contracts/parse.ts';
import { DomainError, type FieldError } from '../../../api/domain/errors.ts';
import {
  DRAFT_COOKIE,
  DRAFT_SECONDS,
  type Draft,
  newDraft,
  openDraft,
  saveDraft,
} from '../../../api/services/complaints/draft.ts';
import {
  type Fields,
  firstUndone,
  nextStep,
  previousStep,
  type Slug,
  STEPS,
  stepErrors,
  stepOf,
} from '../../../api/services/complaints/steps.ts';
import { complain } from '../../text/complain.ts';
import { errors } from '../../text/errors.ts';
import { fill } from '../../text/locale.ts';

type Page = Pick<APIContext, 'locals' | 'cookies' | 'request' | 'url'>;

export const addressOf = (slug: Slug): string => (slug === 'story' ? '/complain' : `/complain/${slug}`);

/** 303 with no-store: the answer to a form is got. */
export const seeOther = (location: string): Response =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

export async function openForm(page: Page): Promise<{ token: string; draft: Draft; saved: boolean }> {
  const token = page.cookies.get(DRAFT_COOKIE)?.value;
  const draft = await openDraft(page.locals.ctx, token);
  return draft && token ? { token, draft, saved: true } : { ...newDraft(), saved: false };
}

/** Saves the draft and gives the browser the cookie that opens it, for another 24 hours. */
export async function keepForm(page: Page, token: string, draft: Draft): Promise<void> {
  await saveDraft(page.locals.ctx, token, draft);
  page.cookies.set(DRAFT_COOKIE, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: page.locals.ctx.publicUrl.startsWith('https:'),
    maxAge: DRAFT_SECONDS,
  });
}

export interface FormPage {
  slug: Slug;
  number: number;
  draft: Draft;
  /** What the controls show: the draft, or what was just typed and refused. */
  fields: Fields;
  errors: FieldError[];
  /** A sentence about the whole form. */
  problem: string | null;
  back: { href: string; label: string };
  /** The form came from "change" on the check page and goes back there. */
  changing: boolean;
  saved: boolean;
}

/** Sentence for a refusal of the domain; anything else goes on to the error page. */
export function sentence(page: Page, thrown: unknown): string {
  if (!(thrown instanceof DomainError)) throw thrown;
  return fill(errors[page.locals.locale][thrown.code] ?? thrown.code, thrown.params);
}

/** What a step takes from its form: `take` gives the fields to store, or null where the form asked to stay on the page. */
type Taken = { fields: Fields; stay?: string };
export type Take = (form: Fields, draft: Draft) => Taken | Promise<Taken>;

const plainly =
  (slug: Slug): Take =>
  (form) => ({
    // A control that came empty empties the answer.
    fields: Object.fromEntries((stepOf(slug)?.fields ?? []).map((field) => [field, form[field]])),
  });

/** One screen of the form: shows it, or takes its answers, checks them and goes on. */
export async function formPage(
  page: Page,
  slug: Slug,
  take: Take | 'show' = plainly(slug),
): Promise<FormPage | Response> {
  const { href, locale, ctx } = page.locals;
  const { token, draft, saved } = await openForm(page);
  const changing = page.url.searchParams.has('change');
  const before = firstUndone(draft.fields, slug);
  if (before) return seeOther(href(addressOf(before)));
  const previous = previousStep(slug);
  const t = complain[locale];
  const shown: FormPage = {
    slug,
    number: STEPS.findIndex((step) => step.slug === slug) + 1,
    draft,
    fields: draft.fields,
    errors: [],
    problem: null,
    back: changing
      ? { href: href('/complain/check'), label: t.sections[slug] ? t.checkQ : t.back }
      : previous
        ? { href: href(addressOf(previous)), label: t.back }
        : { href: href('/'), label: t.back },
    changing,
    saved,
  };
  if (page.request.method !== 'POST' || take === 'show') return shown;

  const form = fromForm(await page.request.formData());
  const { fields, stay } = await take(form, draft);
  const merged = { ...draft.fields, ...fields };
  const bad = stay === undefined ? stepErrors(merged, slug) : [];
  if (bad.length > 0) return { ...shown, fields: merged, errors: bad };
  try {
    await keepForm(page, token, { ...draft, fields: merged });
  } catch (thrown) {
    return { ...shown, fields: merged, problem: sentence(page, thrown) };
  }
  ctx.log.debug({ requestId: ctx.requestId, step: slug }, 'a step of a complaint was taken');
  if (stay !== undefined) return seeOther(href(`${addressOf(slug)}${stay}`));
  if (slug === 'acceptable' && merged.obstacle !== 'none') return seeOther(href(addressOf(slug)));
  const undone = firstUndone(merged);
  return seeOther(href(addressOf(changing && (undone === null || undone === 'check') ? 'check' : nextStep(slug))));
}

const record = (value: unknown): Fields => (typeof value === 'object' && value !== null ? (value as Fields) : {});
/** What stands in a control: "contact.phone" finds its place in the nested answers. */
export function typed(fields: Fields, path: string): string {
  let here: unknown = fields;
  for (const key of path.split('.')) here = record(here)[key];
  return typeof here === 'string' ? here : '';
}
