import { hasAttachment } from '../../../db/queries/case-determinations.ts';
import { verifyFieldSources } from '../../../db/queries/disclosures.ts';
import { DisclosureApproval } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { DomainError } from '../../domain/errors.ts';
import { placeChain, publicationEnd } from '../../domain/publication.ts';
import type { Ctx } from '../context.ts';
import { confirmText } from '../judgment-texts/confirm.ts';
import { changeDisclosure, nameOf } from './change.ts';

/**
 * A second person approves, and the record is public with the same commit: facts verified, end of publication counted
 * from the determining document, search row written, cached pages dropped. Whoever wrote any of its versions is an author
 * too, also where another handed it in.
 * @throws DomainError disclosure.second_person_required for its authors and for who handed it in; disclosure.text_not_shown
 */
export async function approveDisclosure(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, textSha256 } = parse(DisclosureApproval, input);
  const by = nameOf(ctx.actor);
  const rules = await ctx.clockRules();
  const chain = placeChain(ctx.place.division);
  await changeDisclosure(ctx, id, version, 'approve', async (record, { now, today }, tx) => {
    // What came out of a case rests on a decision that was deposited, under a clause (domain.md "Two ledgers that never mix").
    if (record.caseId && !(record.clause && (await hasAttachment(ctx.sql, id)))) {
      throw new DomainError('request.invalid', { fields: [{ path: 'clause', code: 'attachment_missing' }] });
    }
    await verifyFieldSources(tx, id, by, now);
    const text = await confirmText(ctx, tx, id, by, textSha256, now);
    const { kind, publicationClass, decidedOn } = record;
    const until = publicationEnd(kind, publicationClass, decidedOn ?? today, record.publishUntil, rules, chain);
    return {
      set: { approvedBy: by, publishedAt: now, publishUntil: until },
      event: 'published',
      payload: { approvedBy: by, publishUntil: until, ...text },
      keepVersion: true,
    };
  });
}
