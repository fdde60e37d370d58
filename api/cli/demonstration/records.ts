import { bodyId } from '../../../db/reference/body-id.ts';
import { RECORDS } from '../../../db/reference/demo/records.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../../services/context.ts';
import { approveDisclosure } from '../../services/disclosures/approve.ts';
import { draftDisclosure } from '../../services/disclosures/draft.ts';
import { submitDisclosure } from '../../services/disclosures/submit.ts';
import type { DemoActor } from './people.ts';

const DAY = 86_400_000;
const legal = (instant: Date): string => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

/** Records of the fictional place: written by one publisher, approved by the other, as all records are. */
export async function seedRecords(
  ctx: Ctx,
  actors: Record<string, DemoActor>,
  today: Date,
  at: (instant: Date) => Promise<void>,
): Promise<number> {
  let published = 0;
  const [author, second] = [actors.publisherA, actors.publisherB];
  if (!author || !second) throw new Error('the demonstration has no publishers');
  for (const record of [...RECORDS].sort((a, b) => b.decidedAgo - a.decidedAgo)) {
    const decided = new Date(today.getTime() - record.decidedAgo * DAY);
    const decidedOn = legal(decided);
    const { caseNumber, dueInDays, ...draft } = record.draft;
    // Publication follows the decision within days; what the judgment ordered may have been done since.
    const publishedAt = new Date(decided.getTime() + Math.min(7, Math.max(0, record.decidedAgo - 1)) * DAY);
    await at(publishedAt);
    try {
      const { id } = await draftDisclosure(
        { ...ctx, actor: author },
        {
          ...draft,
          bodyId: bodyId(...record.body),
          bodyName: record.body[0],
          division: record.body[1],
          decidedOn,
          ...(dueInDays ? { dueOn: legal(new Date(today.getTime() + Number(dueInDays) * DAY)) } : {}),
          ...(caseNumber ? { caseNumber: `（${decidedOn.slice(0, 4)}）${caseNumber}` } : {}),
        },
      );
      await submitDisclosure({ ...ctx, actor: author }, id, { version: 1 });
      if (record.waiting) continue;
      await approveDisclosure({ ...ctx, actor: second }, id, { version: 2 });
      published++;
    } catch (error) {
      if (error instanceof DomainError && error.fields[0]?.code === 'already_recorded') continue;
      throw error;
    }
  }
  return published;
}
