import { FULL_SOURCE } from '../../../../db/reference/demo/full/fictions.ts';
import { OUTCOMES, RECORD_WORDS } from '../../../../db/reference/demo/full/records.ts';
import type { Body } from '../../../domain/directory.ts';
import type { DisclosureKind } from '../../../domain/disclosure.ts';
import { KINDS } from '../../../domain/disclosure-kinds.ts';
import { legalDay, moment } from './acts.ts';
import { type Draw, fill } from './draw.ts';
import { enterprise, money, project } from './somebody.ts';
import type { World } from './world.ts';

/** Parts of a hundred. */
const SHARES: Record<DisclosureKind, number> = {
  lost_judgment: 25, unperformed_judgment: 16, dishonesty_record: 13, honour: 8, typical_case: 6, debt_warning: 5,
  rectification_notice: 6, overdue_notice: 6, proposal_result: 5, third_party_evaluation: 3, agency_record: 2,
  statistics_dishonesty: 2, purchaser_record: 3,
}; // biome-ignore format: a table
const ALL = Object.keys(SHARES) as DisclosureKind[];

export interface PlannedRecord {
  kind: DisclosureKind;
  body: Body;
  ago: number;
  draft: Record<string, unknown>;
}

/** One record of the full demonstration as its author writes it. */
export function recordDraft({ base, places }: World, d: Draw, i: number): PlannedRecord {
  const kind = i < ALL.length ? ALL[i]! : d.weighted(SHARES);
  const words = d.pick(RECORD_WORDS[kind]);
  const body = places.someBody(d, words.roles);
  const city = places.cityOf(body.division);
  const stem = places.nameOf(city).replace(/市$/, '');
  const { wan, yuan } = money(d);
  const publicationClass = d.weighted({ minor: 3, ordinary: 5, serious: 2 });
  // Classes end by themselves; some of these have ended already.
  const longest = KINDS[kind].classed ? { minor: 100, ordinary: 380, serious: 700 }[publicationClass] : 700;
  const ago = d.int(3, longest);
  const decided = moment(base, ago, 0);
  const decidedOn = legalDay(decided);
  const year = decidedOn.slice(0, 4);
  const values = {
    body: body.shortName ?? body.name,
    project: project(d),
    wan,
    months: d.int(2, 18),
    year: Number(year) - 1,
  };
  const say = (list: readonly string[]) => fill(d.pick(list), values);
  const serial = 1_000 + i;
  const judged = {
    caseNumber: '',
    court: `${places.nameOf(city)}中级人民法院`,
    courtDivision: city,
    outcome: d.pick(OUTCOMES),
  };
  const decision = (letters: string, by: string) => ({
    documentNumber: `${stem}${letters}〔示例${year}〕${serial}号`,
    decidingBody: by,
  });
  const reform = places.bodyOf(city, 'development_reform')?.name ?? '';
  const finance = places.bodyOf(city, 'finance')?.name ?? '';
  const company = enterprise(d, places, body.division, 500_000 + i);
  const conduct = say(words.conducts ?? ['没有按约定办理']);
  const own: Record<DisclosureKind, () => Record<string, unknown>> = {
    lost_judgment: () => ({
      ...judged,
      caseNumber: `（${year}）${stem}行初字第${serial}号`,
      ...(d.chance(0.7) ? { amount: yuan } : {}),
    }),
    unperformed_judgment: () => ({
      ...judged,
      caseNumber: `（${year}）${stem}执字第${serial}号`,
      amount: yuan,
      conduct,
      publicationClass,
    }),
    dishonesty_record: () => ({ ...decision('信认', reform), publicationClass, conduct }),
    honour: () => ({ ...decision('信奖', `${places.nameOf(city)}人民政府`), period: `${year}年度` }),
    typical_case: () => ({
      ...judged,
      caseNumber: `（${year}）${stem}行初字第${serial}号`,
      title: say(words.titles ?? []),
    }),
    debt_warning: () => ({
      ...decision('财债', finance),
      warningLevel: d.pick(['yellow', 'yellow', 'red'] as const),
      period: `${year}年度`,
    }),
    rectification_notice: () => ({
      ...decision('信改', reform),
      conduct,
      clause: '失信部门书面说明、限期整改的规定',
      dueOn: legalDay(new Date(decided.getTime() + d.int(30, 90) * 86_400_000)),
    }),
    overdue_notice: () => ({
      ...decision('督通', `${places.nameOf(city)}人民政府办公室`),
      conduct,
      count: d.int(1, 9),
    }),
    proposal_result: () => ({
      proposalKind: d.pick(['congress', 'conference'] as const),
      documentNumber: `第示例${serial}号`,
      period: `示例届第${d.pick(['一', '二', '三'])}次会议`,
      proposalAnswer: d.pick(['solved', 'planned'] as const),
    }),
    third_party_evaluation: () => ({
      documentNumber: `${stem}信评〔示例${year}〕${serial}号`,
      decidingBody: `${stem}大学信用研究中心`,
      period: `${year}年度`,
      score: `${d.int(620, 960) / 10} 分（满分 100 分）`,
    }),
    agency_record: () => ({
      ...decision('招管', `${places.nameOf(city)}住房和城乡建设局`),
      subjectCode: company.uscc,
      conduct,
      period: `${year}年度`,
    }),
    statistics_dishonesty: () => ({
      ...decision('统执', places.bodyOf(city, 'statistics')?.name ?? ''),
      subjectCode: company.uscc,
      conduct,
    }),
    purchaser_record: () => ({ ...decision('采监', finance), conduct, amount: yuan }),
  };
  const about = ['agency', 'enterprise'].includes(KINDS[kind].subject)
    ? { bodyName: company.name }
    : { bodyId: body.id, bodyName: body.name };
  const action = say(words.actions);
  const shows: readonly string[] = KINDS[kind].shows;
  const draft = {
    kind,
    matter: words.matter,
    ...about,
    division: body.division,
    decidedOn,
    summary: say(words.summaries),
    source: FULL_SOURCE,
    ...own[kind](),
    ...(action && shows.includes('requiredAction') ? { requiredAction: action } : {}),
    ...(shows.includes('performed') && d.chance(0.45) ? { performed: say(words.done) } : {}),
  };
  return { kind, body, ago, draft };
}
