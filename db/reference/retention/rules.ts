import type { CaseKind } from '../../../api/domain/case.ts';
import type { RetentionSubject } from '../../../api/domain/retention.ts';

/**
 * How long persons are kept after a case ended. The law gives no number of years for a complaint: 个人信息保护法 art. 19 asks
 * for the shortest time that the purpose needs. These are defaults of ours, local by their nature; an administrator sets the
 * place's own, and a rule that a law gives is marked `law` and cannot be changed.
 */
const PIPL = '《个人信息保护法》第十九条：保存期限应当是实现目的所必要的最短时间；具体年限由本地确定';
const PIPL_EN =
  'Personal Information Protection Law, art. 19: the shortest time that the purpose needs; the years are set locally';
const CIVIL =
  '《个人信息保护法》第十九条；参照《民法典》第一百八十八条三年诉讼时效，另加办理与复查时间；年限由本地确定';
const CIVIL_EN =
  'PIPL art. 19; three years of limitation by art. 188 of the Civil Code, and time for review; set locally';
const RATER = '《个人信息保护法》第十九条；差评整改核实以后不再需要；年限由本地确定';
const RATER_EN = 'PIPL art. 19; not needed once the bad rating was put right; set locally';
const WITHDRAWN = '《个人信息保护法》第十五条、第四十七条：撤回以后不再需要；天数由本地确定';
const WITHDRAWN_EN = 'PIPL arts. 15 and 47: not needed once the case was withdrawn; the days are set locally';

const RECORD =
  '《个人信息保护法》第十九条；参照《行政诉讼法》第四十六条起诉期限和《民法典》第一百八十八条三年诉讼时效；年限由本地确定';
const RECORD_EN =
  'PIPL art. 19; the times to sue of the Administrative Litigation Law, art. 46, and of the Civil Code, art. 188; set locally';
const CHECK = '《个人信息保护法》第十九条；所查事项办结、可以追问使用情况的时间以后不再需要；年限由本地确定';
const CHECK_EN =
  'PIPL art. 19; not needed once the award or selection is over and its use can no longer be questioned; set locally';
const PROMISED =
  '《个人信息保护法》第十九条；承诺了结或者单位不认可以后，参照《民法典》第一百八十八条三年诉讼时效；年限由本地确定';
const PROMISED_EN =
  'PIPL art. 19; after the promise has ended or was disputed, three years of limitation by art. 188 of the Civil Code; set locally';
const COMMENTED = '《个人信息保护法》第十九条；征求意见结束、答复公布以后不再需要；年限由本地确定';
const COMMENTED_EN = 'PIPL art. 19; not needed once the comments were answered; set locally';

interface Rule {
  id: string;
  subject: RetentionSubject;
  caseKind: CaseKind | null;
  length: number;
  unit: 'day' | 'month';
  basis: string;
  basisEn: string;
}

const months = (caseKind: CaseKind, length: number, basis: string, basisEn: string): Rule => ({
  id: `case-${caseKind.replace('_', '-')}`,
  subject: 'case',
  caseKind,
  length,
  unit: 'month',
  basis,
  basisEn,
});

export const RETENTION_RULES: readonly Rule[] = [
  months('promise', 60, CIVIL, CIVIL_EN),
  months('old_debt', 60, CIVIL, CIVIL_EN),
  months('arrears', 60, CIVIL, CIVIL_EN),
  months('tip_off', 36, PIPL, PIPL_EN),
  months('service', 24, RATER, RATER_EN),
  months('other', 36, PIPL, PIPL_EN),
  {
    id: 'withdrawn-evidence',
    subject: 'withdrawn_evidence',
    caseKind: null,
    length: 30,
    unit: 'day',
    basis: WITHDRAWN,
    basisEn: WITHDRAWN_EN,
  },
  {
    id: 'disclosure-request',
    subject: 'disclosure_request',
    caseKind: null,
    length: 36,
    unit: 'month',
    basis: RECORD,
    basisEn: RECORD_EN,
  },
  {
    id: 'credit-check',
    subject: 'credit_check',
    caseKind: null,
    length: 60,
    unit: 'month',
    basis: CHECK,
    basisEn: CHECK_EN,
  },
  {
    id: 'registered-promise',
    subject: 'registered_promise',
    caseKind: null,
    length: 36,
    unit: 'month',
    basis: PROMISED,
    basisEn: PROMISED_EN,
  },
  {
    id: 'review-comment',
    subject: 'review_comment',
    caseKind: null,
    length: 24,
    unit: 'month',
    basis: COMMENTED,
    basisEn: COMMENTED_EN,
  },
];
