import { holdCase } from '../../../db/queries/cases.ts';
import { putSummary, summaryParts } from '../../../db/queries/summary.ts';
import { parse } from '../../contracts/parse.ts';
import { ConfirmSummary } from '../../contracts/privacy.ts';
import { DomainError } from '../../domain/errors.ts';
import { findPersonal, mask, occurrences, type Span } from '../../domain/redaction.ts';
import type { Ctx } from '../context.ts';
import { commitment, seal } from './official-act.ts';
import type { OwnCase } from './open-case.ts';
import { concludeOwn } from './own-act.ts';

export interface OwnSummary {
  /** The story as it was written. */
  text: string;
  /** What was found in it, in order. */
  found: Span[];
  /** What was confirmed before, and when; null: nothing yet. */
  confirmed: { text: string; at: string } | null;
  publish: boolean;
}

/** The story with what could tell who somebody is: nothing is published here, the complainant only prepares it. */
export async function ownSummary(ctx: Ctx, own: OwnCase): Promise<OwnSummary> {
  const { parts, publish, confirmedAt } = await summaryParts(ctx.sql, own.caseId);
  const open = (part: string): Record<string, string> => {
    const sealed = parts.get(part);
    return sealed ? JSON.parse(ctx.keys.open(own.key, sealed, `case/${own.caseId}/${part}`).toString('utf8')) : {};
  };
  const story = open('narrative').story ?? '';
  const { name, enterpriseName } = open('identity');
  const { phone, email } = open('contact');
  const given = (words: (string | undefined)[]) => words.filter((word) => word !== undefined);
  const found = findPersonal(story, { names: given([name, enterpriseName]), contacts: given([phone, email]) });
  const summary = open('summary').text;
  return {
    text: story,
    found,
    confirmed: summary !== undefined && confirmedAt ? { text: summary, at: confirmedAt.toISOString() } : null,
    publish: publish && summary !== undefined,
  };
}

/** The text as it would be published with these choices. @throws DomainError request.invalid */
export function masked(view: OwnSummary, input: { spans: readonly string[]; more?: string | undefined }): string {
  const wanted = new Set(input.spans);
  const own = occurrences(view.text, (input.more ?? '').split(/\r?\n/));
  return mask(view.text, [...view.found.filter((span) => wanted.has(`${span.start}-${span.end}`)), ...own]);
}

/**
 * The complainant confirms what may be published of the story, masked as chosen, or that nothing may. The confirmed text is
 * what will be published later, and nothing else. @throws DomainError request.invalid
 */
export async function confirmSummary(ctx: Ctx, own: OwnCase, raw: unknown): Promise<{ number: string }> {
  const input = parse(ConfirmSummary, raw);
  const view = await ownSummary(ctx, own);
  const yes = input.publish === 'yes';
  const text = yes ? masked(view, input) : '';
  await ctx.db.transaction(async (tx) => {
    const held = await holdCase(tx, own.caseId);
    if (!held) throw new DomainError('case.code_refused');
    await putSummary(tx, own.caseId, yes ? seal(ctx, own.key, { text }, `case/${own.caseId}/summary`) : null, held.now);
    const event = yes ? 'summary_confirmed' : 'summary_declined';
    await concludeOwn(tx, ctx, held, { event, payload: yes ? { commitment: commitment(own.key, text) } : {} });
  });
  return { number: own.number };
}
