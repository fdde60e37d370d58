import { databaseTime } from '../../../../db/queries/disclosures.ts';
import type { Certainty } from '../../../domain/directory.ts';
import { DECIDE_STEP } from '../../../domain/disclosure-request.ts';
import type { PublicDisclosure } from '../../../domain/disclosure-view.ts';
import { disclosureRule, placeChain, repairableFrom } from '../../../domain/publication.ts';
import type { Ctx } from '../../context.ts';

export interface Rights {
  /** How long a decision about an objection takes, in the unit of the rule; null where the place has no such rule. */
  objection: { length: number; unit: string; basis: string; certainty: Certainty } | null;
  /** The first day on which repair can be asked for; null: the kind knows no repair. */
  repairFrom: string | null;
  repairNow: boolean;
}

/** What the page of a record offers to the body and to others with an interest. */
export async function rightsOf(
  ctx: Ctx,
  record: Pick<PublicDisclosure, 'kind' | 'publicationClass' | 'decidedOn' | 'publishedOn'>,
): Promise<Rights> {
  const [rules, { today }] = await Promise.all([ctx.clockRules(), databaseTime(ctx.db)]);
  const chain = placeChain(ctx.place.division);
  const rule = disclosureRule(rules, DECIDE_STEP.objection, today, chain);
  const basis = ctx.locale === 'en' ? (rule?.basisEn ?? rule?.basis) : rule?.basis;
  const from = record.decidedOn ?? record.publishedOn;
  const repairFrom = repairableFrom(record.kind, record.publicationClass ?? 'none', from, rules, chain);
  return {
    objection: rule && { length: rule.length, unit: rule.unit, basis: basis ?? '', certainty: rule.certainty },
    repairFrom,
    repairNow: repairFrom !== null && repairFrom <= today,
  };
}
