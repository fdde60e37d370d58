import { findByNaturalKeys } from '../../../../db/queries/disclosures.ts';
import { DisclosureDraft } from '../../../contracts/disclosure.ts';
import { parse } from '../../../contracts/parse.ts';
import type { Body } from '../../../domain/directory.ts';
import { naturalKey } from '../../../domain/disclosure-key.ts';
import { approveDisclosure } from '../../../services/disclosures/approve.ts';
import { draftDisclosure } from '../../../services/disclosures/draft.ts';
import { factsOf } from '../../../services/disclosures/facts.ts';
import { makeGovernanceList } from '../../../services/disclosures/governance.ts';
import { fileRequest } from '../../../services/disclosures/rights/file.ts';
import { explainRectification, orderRectification } from '../../../services/disclosures/rights/rectify.ts';
import { submitDisclosure } from '../../../services/disclosures/submit.ts';
import { withdrawDisclosure } from '../../../services/disclosures/withdraw.ts';
import { demoId } from '../ratings.ts';
import { type Act, carryOut, dayAgo, moment } from './acts.ts';
import { draw } from './draw.ts';
import { recordDraft } from './record-draft.ts';
import type { World } from './world.ts';

const AFTER = { nothing: 80, objected: 4, ordered: 6, withdrawn: 3, waiting: 5, draft: 2 };

/** Records of all kinds: written by one publisher, approved by another, some objected to, put right or taken off. */
export async function fillRecords(world: World): Promise<void> {
  const acts: Act[] = [];
  for (let i = 0; i < world.counts.records; i++) acts.push(...recordActs(world, i));
  await carryOut(world, 'records', '公示 records', acts);
  await makeGovernanceList(world.ctx);
}

/** Records on which a finding that a promise was broken can rest. */
export const BREACHES: readonly string[] = ['dishonesty_record', 'unperformed_judgment', 'lost_judgment'];

/** Bodies with a lost judgment that stays public. */
export function recordedBodies(world: World): Body[] {
  return Array.from({ length: world.counts.records }, (_, i) => {
    const d = draw(`record ${i}`);
    const { kind, body } = recordDraft(world, d, i);
    return kind === 'lost_judgment' && d.weighted(AFTER) === 'nothing' ? [body] : [];
  }).flat();
}

function recordActs(world: World, i: number): Act[] {
  const { base, ctx, places } = world;
  const d = draw(`record ${i}`);
  const { kind, body, ago, draft } = recordDraft(world, d, i);
  const publisher = places.bodyOf(places.cityOf(body.division), 'development_reform')?.id ?? '';
  const author = world.as('publisherA', [['publisher', publisher]]);
  const second = world.as('publisherB', [['publisher', publisher]]);
  const key = naturalKey(factsOf(parse(DisclosureDraft, draft))) ?? '';
  const found = async () => {
    const [record] = await findByNaturalKeys(ctx.db, [key]);
    if (!record) throw new Error(`no record ${key}`);
    return record;
  };
  const step = (run: (id: string, version: number) => Promise<unknown>) => async () => {
    const { id, version } = await found();
    return run(id, version);
  };
  // Whoever must put it right or objects is a body of the directory.
  const fate = d.weighted(AFTER);
  const about = draft.bodyId && kind !== 'honour' && kind !== 'typical_case';
  const published = Math.max(1, ago - d.int(1, 6));
  const plan: [daysAgo: number, run: () => Promise<unknown>][] = [[published, () => draftDisclosure(author, draft)]];
  if (fate !== 'draft') plan.push([published, step((id, version) => submitDisclosure(author, id, { version }))]);
  if (fate !== 'draft' && fate !== 'waiting')
    plan.push([published, step((id, version) => approveDisclosure(second, id, { version }))]);
  const later = Math.max(1, published - d.int(2, 30));
  const respondent = world.as('respondent', [['handler', body.id]]);
  if (fate === 'withdrawn')
    plan.push([
      later,
      step((id, version) =>
        withdrawDisclosure(second, id, {
          version,
          reasonClass: 'mistaken',
          reason: '核对后发现单位名称有误，先行撤下。',
        }),
      ),
    ]);
  if (about && fate === 'objected')
    plan.push([
      Math.min(later, 12),
      step((id) =>
        fileRequest(respondent, id, 'objection', {
          submissionId: demoId(`full objection ${i}`),
          party: 'body',
          name: '示例工作员',
          phone: '05000000000',
          reasons: '付款凭证已于上月提交，请核对“单位已经做了什么”一项。',
        }),
      ),
    ]);
  if (
    about &&
    fate === 'ordered' &&
    ['dishonesty_record', 'unperformed_judgment', 'rectification_notice'].includes(kind)
  ) {
    const dueOn = dayAgo(base, later - 30);
    plan.push([
      later,
      step((id, version) =>
        orderRectification(second, id, { version, required: '书面说明原因，并提出分期办理的计划。', dueOn }),
      ),
    ]);
    plan.push([
      Math.max(1, later - 5),
      step((id, version) =>
        explainRectification(respondent, id, {
          version,
          explanation: '经办科室调整后没有交接，现已明确由办公室承担。',
        }),
      ),
    ]);
  }
  const at = d.next() * 0.8;
  return plan.map(([days, run], n) => ({ at: moment(base, days, at + n * 0.03), subject: `record ${i}`, run }));
}
