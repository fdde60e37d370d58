import { CASE_KINDS, type CaseKind } from '../../../api/domain/case.ts';
import type { ClockRule } from '../../../api/domain/deadline.ts';

/**
 * The table of clocks of domain.md, row by row. `certainty` says how sure a figure is: `law` was read in the official
 * text, `report` in a report about it, `local` is a default of this product that the place may change.
 */
type Short = Pick<
  ClockRule,
  'step' | 'length' | 'unit' | 'startEvent' | 'stopEvent' | 'basis' | 'basisEn' | 'certainty'
> &
  Pick<ClockRule, 'onExpiry'> &
  Partial<Pick<ClockRule, 'maxExtension' | 'extensionApprover' | 'validFrom' | 'validTo' | 'channel'>>;

const rule = (id: string, subject: ClockRule['subject'], caseKind: CaseKind | null, short: Short): ClockRule => ({
  id,
  subject,
  caseKind,
  maxExtension: 0,
  extensionApprover: null,
  division: null,
  channel: null,
  validFrom: null,
  validTo: null,
  ...short,
});

const LOCAL = {
  basis: '本平台默认规则（未见全国统一规定，各地可调整）',
  basisEn: 'Default of this portal: no national figure was found; a place may change it',
};
const SME = {
  basis: '《保障中小企业款项支付条例》（2025年6月1日起施行）第二十五条',
  basisEn: 'Regulation on Ensuring Payments to Small and Medium-sized Enterprises (in force from 2025-06-01), art. 25',
  certainty: 'law',
  validFrom: '2025-06-01',
} as const;
const PETITION = {
  basis: '《信访条例》第二十二条、第三十四条至第三十六条（已由2022年《信访工作条例》取代，仅作参考数据）',
  basisEn: 'Regulation on Petitions, arts 22 and 34 to 36 (replaced in 2022; kept as data)',
  certainty: 'law',
  channel: 'petition',
} as const;
const BY_ANALOGY = {
  basis:
    '参照《信访条例》第三十四条、第三十五条复查、复核各三十日的规定（该条例只适用于信访事项），本平台默认值，各地可调整',
  basisEn:
    'By analogy with the Regulation on Petitions, arts 34 and 35 (30 days each; in law for petitions only): a default of this portal',
  certainty: 'local',
} as const;
const HOTLINE = {
  basis: '参照潍坊市（2021年）、济南市（2018年）政务服务热线规定；另有法定期限的从其规定',
  basisEn: 'After the hotline rules of Weifang (2021) and Jinan (2018); where a law sets another period, that one',
  certainty: 'local',
} as const;
const REPAIR = {
  basis: '国办发〔2025〕22号、《信用修复管理办法》（2026年4月1日起施行）',
  basisEn: 'State Council Office document 22 (2025); Measures for Credit Repair (in force from 2026-04-01)',
  certainty: 'report',
} as const;
const RATING = {
  basis: '锡信用办〔2023〕4号第14项；国办发〔2019〕51号；期限为本平台默认值，各地可调整',
  basisEn:
    'Wuxi 2023 plan (锡信用办〔2023〕4号), item 14; State Council Office document 51 (2019); the length is a default of this portal',
  certainty: 'local',
} as const;
const CITIES = {
  basis: '参照上海、山东、深圳等地规定（3至10个工作日不等），本平台默认值，各地可调整',
  basisEn: 'After rules of Shanghai, Shandong and Shenzhen (3 to 10 working days): a default of this portal',
  certainty: 'local',
} as const;

const LEADERSHIP = '单位负责人';

function accept(kind: CaseKind): ClockRule {
  return rule(`${kind}.accept`, 'case', kind, {
    step: 'accept',
    length: 5,
    unit: 'working_day',
    startEvent: 'filed',
    stopEvent: 'decided',
    onExpiry: 'remind_superior',
    certainty: 'local',
    ...LOCAL,
  });
}
/** Once a complainant says "not solved": the second answer. No text gives a figure, so the place decides. */
function again(kind: CaseKind, length: number, unit: ClockRule['unit']): ClockRule {
  return rule(`${kind}.again`, 'case', kind, {
    step: 'again',
    length,
    unit,
    startEvent: 'reopened',
    stopEvent: 'answered',
    onExpiry: 'supervise',
    certainty: 'local',
    ...LOCAL,
  });
}
/** 复查, 复核: a clock of its own begins when the complainant asks for it. */
const instance = (kind: CaseKind, step: 'review' | 'recheck'): ClockRule =>
  rule(`${kind}.${step}`, 'case', kind, {
    step,
    length: 30,
    unit: 'calendar_day',
    startEvent: `${step}_asked`,
    stopEvent: 'answered',
    onExpiry: 'supervise',
    ...BY_ANALOGY,
  });
const determine = (kind: CaseKind): ClockRule =>
  rule(`${kind}.determine`, 'case', kind, {
    step: 'determine',
    length: 30,
    unit: 'calendar_day',
    startEvent: 'accepted',
    stopEvent: 'answered',
    maxExtension: 30,
    extensionApprover: LEADERSHIP,
    onExpiry: 'supervise',
    certainty: 'local',
    ...LOCAL,
  });
const reply = (kind: CaseKind): ClockRule =>
  rule(`${kind}.reply`, 'case', kind, {
    step: 'reply',
    length: 5,
    unit: 'working_day',
    startEvent: 'filed',
    stopEvent: 'answered',
    onExpiry: 'explain_and_plan',
    ...HOTLINE,
  });

const CASES: ClockRule[] = [
  accept('promise'),
  determine('promise'),
  again('promise', 30, 'calendar_day'),
  accept('old_debt'),
  determine('old_debt'),
  again('old_debt', 30, 'calendar_day'),
  accept('arrears'),
  rule('arrears.transfer', 'case', 'arrears', {
    step: 'transfer',
    length: 10,
    unit: 'working_day',
    startEvent: 'accepted',
    stopEvent: 'transferred',
    onExpiry: 'remind_superior',
    ...SME,
  }),
  rule('arrears.result', 'case', 'arrears', {
    step: 'result',
    length: 30,
    unit: 'calendar_day',
    // The handling body has the materials from the day on which the case is accepted: the portal passes them on at once.
    startEvent: 'accepted',
    stopEvent: 'answered',
    maxExtension: 60, // 90 days in all
    extensionApprover: LEADERSHIP,
    onExpiry: 'supervise', // 督办书, then 约谈, 通报
    ...SME,
  }),
  again('arrears', 30, 'calendar_day'),
  reply('tip_off'),
  again('tip_off', 5, 'working_day'),
  reply('other'),
  again('other', 5, 'working_day'),
  rule('service.contact', 'case', 'service', {
    step: 'contact',
    length: 1,
    unit: 'working_day',
    startEvent: 'filed',
    stopEvent: 'contacted',
    onExpiry: 'remind_superior',
    ...RATING,
  }),
  rule('service.rectify', 'case', 'service', {
    step: 'rectify',
    length: 5,
    unit: 'working_day',
    startEvent: 'filed',
    stopEvent: 'answered',
    onExpiry: 'remind_superior',
    ...RATING,
  }),
  again('service', 5, 'working_day'),
  ...CASE_KINDS.flatMap((kind) => [instance(kind, 'review'), instance(kind, 'recheck')]),
];

/**
 * A case that came through a petition office has these instead of the portal's own defaults; what a law says of its kind
 * (arrears) holds beside them.
 */
const PETITIONS: ClockRule[] = [
  rule('petition.accept', 'case', null, {
    step: 'accept',
    length: 15,
    unit: 'calendar_day',
    startEvent: 'filed',
    stopEvent: 'decided',
    onExpiry: 'remind_superior',
    ...PETITION,
  }),
  rule('petition.contest', 'case', null, {
    step: 'contest',
    length: 5,
    unit: 'working_day',
    startEvent: 'transferred',
    stopEvent: 'returned',
    onExpiry: 'keeps_case',
    ...PETITION,
  }),
  rule('petition.result', 'case', null, {
    step: 'result',
    length: 60,
    unit: 'calendar_day',
    startEvent: 'accepted',
    stopEvent: 'answered',
    maxExtension: 30,
    extensionApprover: LEADERSHIP,
    onExpiry: 'supervise',
    ...PETITION,
  }),
  rule('petition.review', 'case', null, {
    step: 'review',
    length: 30,
    unit: 'calendar_day',
    startEvent: 'review_asked',
    stopEvent: 'answered',
    onExpiry: 'supervise',
    ...PETITION,
  }),
  rule('petition.recheck', 'case', null, {
    step: 'recheck',
    length: 30,
    unit: 'calendar_day',
    startEvent: 'recheck_asked',
    stopEvent: 'answered',
    onExpiry: 'supervise',
    ...PETITION,
  }),
];

const publication = (id: string, step: string, length: number, unit: ClockRule['unit']): ClockRule =>
  rule(id, 'disclosure', null, {
    step,
    length,
    unit,
    startEvent: 'determined',
    stopEvent: 'repaired',
    onExpiry: step.endsWith('longest') ? 'publication_ends' : 'repair_possible',
    ...REPAIR,
  });

const DISCLOSURES: ClockRule[] = [
  rule('objection.mark', 'disclosure', null, {
    step: 'objection_mark',
    length: 1,
    unit: 'working_day',
    startEvent: 'objected',
    stopEvent: 'marked',
    onExpiry: 'remind_superior',
    ...CITIES,
  }),
  rule('objection.decide', 'disclosure', null, {
    step: 'objection_decide',
    length: 5,
    unit: 'working_day',
    startEvent: 'objected',
    stopEvent: 'objection_decided',
    onExpiry: 'supervise',
    ...CITIES,
  }),
  rule('repair.decide', 'disclosure', null, {
    step: 'repair_decide',
    length: 10,
    unit: 'working_day',
    startEvent: 'repair_asked',
    stopEvent: 'repair_decided',
    onExpiry: 'remind_superior',
    ...REPAIR,
  }),
  rule('repair.share', 'disclosure', null, {
    step: 'repair_share',
    length: 3,
    unit: 'working_day',
    startEvent: 'repair_decided',
    stopEvent: 'shared',
    onExpiry: 'remind_superior',
    ...REPAIR,
  }),
  // Everything but a removal: no national figure was found.
  rule('record.share', 'disclosure', null, {
    step: 'record_share',
    length: 7,
    unit: 'working_day',
    startEvent: 'changed',
    stopEvent: 'shared',
    onExpiry: 'remind_superior',
    ...LOCAL,
    certainty: 'local',
  }),
  // A promise that an enterprise registers: the body confirms or disputes it. No text gives a figure.
  rule('commitment.answer', 'disclosure', null, {
    step: 'commitment_answer',
    length: 15,
    unit: 'working_day',
    startEvent: 'registered',
    stopEvent: 'answered',
    onExpiry: 'remind_superior',
    ...LOCAL,
    certainty: 'local',
  }),
  publication('publication.minor.longest', 'publication_minor_longest', 3, 'month'),
  publication('publication.ordinary.shortest', 'publication_ordinary_shortest', 3, 'month'),
  publication('publication.ordinary.longest', 'publication_ordinary_longest', 1, 'year'),
  publication('publication.serious.shortest', 'publication_serious_shortest', 1, 'year'),
  publication('publication.serious.longest', 'publication_serious_longest', 3, 'year'),
];

const BODIES: ClockRule[] = [
  // By 31 March: three months after the last day of the year.
  rule('arrears.report', 'body', null, {
    step: 'arrears_report',
    length: 3,
    unit: 'month',
    startEvent: 'year_end',
    stopEvent: 'reported',
    onExpiry: 'supervise',
    ...SME,
    basis: '《保障中小企业款项支付条例》（2025年6月1日起施行）第十八条',
    basisEn:
      'Regulation on Ensuring Payments to Small and Medium-sized Enterprises (in force from 2025-06-01), art. 18',
  }),
];

export const CLOCK_RULES: readonly ClockRule[] = [...CASES, ...PETITIONS, ...DISCLOSURES, ...BODIES];
