import { bodyId } from '../../../db/reference/body-id.ts';
import { RECORDS } from '../../../db/reference/demo/records.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../../services/context.ts';
import { approveDisclosure } from '../../services/disclosures/approve.ts';
import { draftDisclosure } from '../../services/disclosures/draft.ts';
import { makeGovernanceList } from '../../services/disclosures/governance.ts';
import { fileRequest } from '../../services/disclosures/rights/file.ts';
import { imposeMeasure } from '../../services/disclosures/rights/measures.ts';
import { explainRectification, orderRectification } from '../../services/disclosures/rights/rectify.ts';
import { submitDisclosure } from '../../services/disclosures/submit.ts';
import { putText } from '../../services/judgment-texts/put.ts';
import { reviewText } from '../../services/judgment-texts/review.ts';
import type { DemoActor } from './people.ts';
import { demoId } from './ratings.ts';

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
  const later: { id: string; what: 'objected' | 'rectifying' }[] = [];
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
      const number = caseNumber ? `（${decidedOn.slice(0, 4)}）${caseNumber}` : '';
      const { id } = await draftDisclosure(
        { ...ctx, actor: author },
        {
          ...draft,
          bodyId: bodyId(...record.body),
          bodyName: record.body[0],
          division: record.body[1],
          decidedOn,
          ...(dueInDays ? { dueOn: legal(new Date(today.getTime() + Number(dueInDays) * DAY)) } : {}),
          ...(number ? { caseNumber: number } : {}),
        },
      );
      const { judgment } = record;
      if (judgment) await putText({ ...ctx, actor: author }, id, { text: judgment.text.replace('{number}', number) });
      await submitDisclosure({ ...ctx, actor: author }, id, { version: 1 });
      if (record.waiting) continue;
      const read = judgment && (await readJudgment({ ...ctx, actor: second }, id, judgment.keep ?? []));
      await approveDisclosure({ ...ctx, actor: second }, id, { version: 2, ...read });
      published++;
      if (record.after) later.push({ id, what: record.after });
    } catch (error) {
      if (error instanceof DomainError && error.fields[0]?.code === 'already_recorded') continue;
      throw error;
    }
  }
  const body = actors.respondent;
  await at(new Date(today.getTime() - 2 * DAY));
  for (const { id, what } of body ? later : []) {
    await goOn(what, id, { ...ctx, actor: second }, { ...ctx, actor: body as DemoActor }, today);
  }
  await makeGovernanceList(ctx);
  return published;
}

/** The second person reads the text beside its original, with a code of the authenticator as on the page. */
async function readJudgment(ctx: Ctx, id: string, keep: readonly string[]): Promise<{ textSha256: string }> {
  const actor = { ...(ctx.actor as DemoActor), factorAge: 0 };
  const { textSha256 } = await reviewText({ ...ctx, actor }, id, {
    why: '公示前对照原文核对隐名处理',
    keep: [...keep],
  });
  return { textSha256 };
}

/** What the body concerned does with its session: it objects, or explains what it was ordered to put right. */
async function goOn(
  what: 'objected' | 'rectifying',
  id: string,
  publisher: Ctx,
  body: Ctx,
  today: Date,
): Promise<void> {
  if (what === 'objected') {
    await fileRequest(body, id, 'objection', {
      submissionId: demoId(`objection ${id}`),
      party: 'body',
      name: '示例开发区工作员',
      phone: '05000000000',
      reasons: '兑现决定已于上月作出，请核对“单位已经做了什么”一项。',
      evidence: '样开发〔示例〕15号',
    });
    return;
  }
  await imposeMeasure(publisher, id, {
    version: 3,
    measure: 'honours_cancelled',
    imposedOn: legal(new Date(today.getTime() - 2 * DAY)),
  });
  await orderRectification(publisher, id, {
    version: 4,
    required: '书面说明没有兑现的原因，并提出分期支付计划。',
    dueOn: legal(new Date(today.getTime() + 30 * DAY)),
  });
  await explainRectification(body, id, { version: 5, explanation: '原承办科室撤并后没有交接，现已明确由招商局承担。' });
}
