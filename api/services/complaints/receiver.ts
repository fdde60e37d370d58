import type { CaseHead } from '../../../db/queries/case-file.ts';
import type { Body } from '../../domain/directory.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { subordinate } from '../officials/authorise.ts';

/**
 * The body to which a case may go: one that is there, can take cases, and is neither complained of nor below what is
 * (信访工作条例; 条例 art. 35: no retaliation). An arbiter is bound by it like everybody else.
 * @throws DomainError request.invalid {toBodyId} | case.transfer_to_respondent
 */
export async function receiver(
  ctx: Ctx,
  head: Pick<CaseHead, 'respondentId' | 'respondentNowId' | 'handlerId' | 'kind' | 'today'>,
  bodyId: string,
  options: { handlerToo?: boolean } = {},
): Promise<Body> {
  const { respondentId, respondentNowId, handlerId, kind, today } = head;
  const directory = await ctx.directory();
  const to = directory.bodies.get(bodyId);
  const field = (code: string) => new DomainError('request.invalid', { fields: [{ path: 'toBodyId', code }] });
  if (!to) throw field('respondent_unknown');
  if ((to.validFrom && today < to.validFrom) || (to.validTo && today >= to.validTo)) throw field('body_ended');
  // A bad rating is put right by the body that served (谁办理、谁负责): there the respondent is the handler by rule.
  const accused = (id: string) => to.id === id || subordinate(directory, id, to.id);
  if (kind !== 'service' && [respondentId, respondentNowId].some(accused))
    throw new DomainError('case.transfer_to_respondent');
  if (to.kind === 'court' || to.kind === 'party_organ') throw field('invalid_value');
  if (to.id === handlerId && !options.handlerToo) throw field('invalid_value');
  return to;
}
