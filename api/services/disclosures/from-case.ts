import { determinedCase } from '../../../db/queries/case-determinations.ts';
import { DisclosureDraft, DisclosureFromCase } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { normaliseNumber } from '../../domain/case-number.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';
import { storeDraft } from './draft.ts';
import { factsOf } from './facts.ts';

/**
 * A determined case becomes the draft of a dishonesty record: document number, deciding body, date and respondent come from
 * the determination that was approved there, the deciding document by its hash; the clause and the words are the author's.
 * The publisher proves by both numbers that he has the decision before him, and reads nothing else of the case. Another
 * person still has to approve the record.
 * @throws DomainError auth.* | request.invalid {determination_unknown, determination_refuted, attachment_missing}
 */
export async function draftFromCase(ctx: Ctx, raw: unknown): Promise<{ id: string }> {
  const official = await requireRole(ctx, ['publisher'], null);
  const { number, ...input } = parse(DisclosureFromCase, raw);
  const refuse = (path: string, code: string) => new DomainError('request.invalid', { fields: [{ path, code }] });
  const known = await determinedCase(ctx.sql, normaliseNumber(number) ?? number, input.documentNumber);
  if (!known) throw refuse('number', 'determination_unknown');
  if (known.finding === 'not_established') throw refuse('number', 'determination_refuted');
  const [attachment] = known.attachments;
  if (!attachment) throw refuse('documentNumber', 'attachment_missing');
  const { bodies } = await ctx.directory();
  const [body, decider] = [bodies.get(known.respondentId), bodies.get(known.bodyId)];
  if (!body || !decider) throw refuse('number', 'determination_unknown');
  const facts = factsOf(
    parse(DisclosureDraft, {
      ...input,
      kind: 'dishonesty_record',
      subKind: 'determined_breach',
      bodyId: body.id,
      bodyName: body.name,
      division: body.division,
      matter: known.matter,
      decidingBody: decider.name,
      decidedOn: known.determinedOn,
      source: `${decider.name}${input.documentNumber}`,
    }),
  );
  const { caseId, determinationId } = known;
  return storeDraft(ctx, official, facts, { caseId, determinationId, attachment });
}
