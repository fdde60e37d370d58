import type { Text } from './locale.ts';
import { commitmentStates } from './states.ts';

/** Names and descriptions of the sets, as they stand on the page, in the data package and in the catalogue. */
export const setWords: Text<Record<string, string>> = {
  'zh-CN': {
    disclosures: '公示信息',
    disclosuresAbout:
      '当前公示的全部信息，每条一行：类别、单位、案号或文号、结果、来源、公示期限；有异议的带异议标记。裁判文书全文不在其中，见每条信息的页面和接口。',
    disclosuresDelta: '公示信息的变化',
    disclosuresDeltaAbout: '与上一期相比：ADD 新增，MOD 修改（给出整行），DEL 撤下（只给编号、类别、原因和日期）。',
    bodies: '单位',
    bodiesAbout: '单位名录：名称、曾用名、统一社会信用代码、所在地区、设立与撤销日期、承继单位。',
    bodiesDelta: '单位名录的变化',
    bodiesDeltaAbout: '与上一期相比：ADD 新增，MOD 修改（给出整行），DEL 删去。',
    divisions: '行政区划',
    divisionsAbout: '行政区划代码与名称（GB/T 2260：省 2 位、市 4 位、县 6 位、乡 9 位）。',
    divisionsDelta: '行政区划的变化',
    divisionsDeltaAbout: '与上一期相比：ADD 新增，MOD 修改（给出整行），DEL 删去。',
    integrity: '诚信监测',
    integrityAbout:
      '每个地区和单位每月的得分、区间和算出它的全部计数与权重；不足 10 件而不公布的计数为空。用公开的脚本可以逐个重算，见诚信监测的计算方法。',
    integrityDelta: '诚信监测的变化',
    integrityDeltaAbout: '与上一期相比：ADD 新增，MOD 修改（给出整行），DEL 删去。',
    commitments: '承诺',
    commitmentsAbout:
      '已公开的全部承诺，每条一行：承诺和现履行单位、责任部门和岗位、内容、期限、金额、履行状态；到期情况以当天为准。撤下的会从所有各期中撤下。',
    commitmentsDelta: '承诺的变化',
    commitmentsDeltaAbout: '与上一期相比：ADD 新增，MOD 修改（给出整行），DEL 撤下（只给编号、类别、原因和日期）。',
    ftm: '调查分析用的实体数据',
    ftmAbout: '单位和公示信息的 FollowTheMoney 实体，一行一个，供调查分析软件读取。',
  },
  en: {
    disclosures: 'Public records',
    disclosuresAbout:
      'All records that are public now, one a row: kind, body, case or document number, outcome, source, end of publication; a record under objection carries its flag. Full texts of judgments are left out: they are on the page of each record and in its data.',
    disclosuresDelta: 'Changes of records',
    disclosuresDeltaAbout:
      'Against the release before: ADD, MOD (the whole row), DEL (id, kind, reason and date of what is no longer public, nothing else).',
    bodies: 'Government bodies',
    bodiesAbout:
      'The directory: names, former names, unified social credit code, place, first and last day, successor.',
    bodiesDelta: 'Changes of the directory',
    bodiesDeltaAbout: 'Against the release before: ADD, MOD (the whole row), DEL.',
    divisions: 'Divisions',
    divisionsAbout: 'Codes and names of places (GB/T 2260: province 2, city 4, county 6, township 9 digits).',
    divisionsDelta: 'Changes of divisions',
    divisionsDeltaAbout: 'Against the release before: ADD, MOD (the whole row), DEL.',
    integrity: 'Integrity monitor',
    integrityAbout:
      'The monthly score and interval of every place and body with all counts and weights that it is made of; counts that are hidden, being fewer than ten, are empty. A published script recomputes each: see the method of the monitor.',
    integrityDelta: 'Changes of the integrity monitor',
    integrityDeltaAbout: 'Against the release before: ADD, MOD (the whole row), DEL.',
    commitments: 'Commitments',
    commitmentsAbout:
      'All public commitments, one a row: who made it and who owes it now, department and post, words, due date, amount, how it stands; whether it is due soon or overdue is of the day of the release. A withdrawn one is taken out of all releases.',
    commitmentsDelta: 'Changes of commitments',
    commitmentsDeltaAbout:
      'Against the release before: ADD, MOD (the whole row), DEL (id, kind, reason and date of what was withdrawn, nothing else).',
    ftm: 'Entities for investigators',
    ftmAbout: 'Bodies and records as entities of FollowTheMoney, one a line.',
  },
};

export const openDataWords: Text<{
  packageTitle: string;
  packageAbout: string;
  seriesAbout: string;
  serviceTitle: string;
}> = {
  'zh-CN': {
    packageTitle: '践诺开放数据',
    packageAbout:
      '本站公示的信息、承诺、单位名录和行政区划，每天 02:30 生成一期，附与上一期相比的变化。表格为 UTF-8（带 BOM）的 CSV，以等号等开头的格子前加了单引号，防止被当作公式；NDJSON 一行一条。公示结束的信息会从所有各期中撤下，文件的校验值随之改变。引用请注明“来源：践诺”和日期。',
    seriesAbout: '每天一期；基准加上其后各期的变化，等于最新一期。',
    serviceTitle: '践诺开放接口',
  },
  en: {
    packageTitle: 'Jiannuo open data',
    packageAbout:
      'Public records, commitments, government bodies and divisions of this portal, made each day at 02:30 (Asia/Shanghai), with what changed since the release before. Tables are CSV in UTF-8 with a byte order mark; a cell that begins like a formula carries an apostrophe. NDJSON has one row a line. A record whose publication has ended is taken out of all releases, and the checksums follow. Please name "Source: Jiannuo" with the date.',
    seriesAbout: 'One release a day; any full set and the deltas after it make the newest set.',
    serviceTitle: 'Jiannuo API',
  },
};

/** Columns that records do not have. */
export const setFieldNames: Text<Record<string, string>> = {
  'zh-CN': {
    op: '变化',
    reason: '原因',
    reasonClass: '撤下原因',
    endedOn: '结束日期',
    id: '编号',
    code: '代码',
    name: '名称',
    nameEn: '英文名称',
    shortName: '简称',
    kind: '性质',
    role: '职能',
    level: '层级',
    parent: '上级代码',
    division: '行政区划',
    place: '地区',
    uscc: '统一社会信用代码',
    formerNames: '曾用名',
    validFrom: '设立日期',
    validTo: '撤销日期',
    successorId: '承继单位编号',
    url: '网址',
    state: '状态',
    due: '到期情况',
    nextDueOn: '下一个到期日',
    owedByName: '现履行单位',
    divisionName: '地区名称',
    publishedAt: '公开时间',
    month: '月份',
    subjectKind: '对象',
    subject: '对象代码或编号',
    version: '公式版本',
    weightsId: '权重编号',
    timelinessPart: '按期答复：分子',
    timelinessTotal: '按期答复：分母',
    timelinessWeight: '按期答复：权重',
    solvedPart: '反映人认可解决：分子',
    solvedTotal: '反映人认可解决：分母',
    solvedWeight: '反映人认可解决：权重',
    commitmentsPart: '承诺兑现：分子',
    commitmentsTotal: '承诺兑现：分母',
    commitmentsWeight: '承诺兑现：权重',
    recordsPart: '失信整改修复：分子',
    recordsTotal: '失信整改修复：分母',
    recordsWeight: '失信整改修复：权重',
    arrearsPart: '拖欠清偿：分子',
    arrearsTotal: '拖欠清偿：分母',
    arrearsWeight: '拖欠清偿：权重',
    ratingsPart: '差评整改：分子',
    ratingsTotal: '差评整改：分母',
    ratingsWeight: '差评整改：权重',
    score: '得分',
    low: '区间下限',
    high: '区间上限',
    ranked: '参加排名',
  },
  en: {
    op: 'Change',
    reason: 'Reason',
    reasonClass: 'Class of the reason',
    endedOn: 'Ended on',
    id: 'Id',
    code: 'Code',
    name: 'Name',
    nameEn: 'English name',
    shortName: 'Short name',
    kind: 'Kind',
    role: 'Function',
    level: 'Level',
    parent: 'Code of the place above',
    division: 'Division code',
    place: 'Place',
    uscc: 'Unified social credit code',
    formerNames: 'Former names',
    validFrom: 'First day',
    validTo: 'First day without it',
    successorId: 'Id of the successor',
    url: 'Address',
    state: 'State',
    due: 'How its date stands',
    nextDueOn: 'Next due on',
    owedByName: 'Owed by now, name',
    divisionName: 'Name of the place',
    publishedAt: 'Published at',
    month: 'Month',
    subjectKind: 'What it is about',
    subject: 'Code or id',
    version: 'Version of the formula',
    weightsId: 'Number of the weights',
    timelinessPart: 'Answers in time: numerator',
    timelinessTotal: 'Answers in time: denominator',
    timelinessWeight: 'Answers in time: weight',
    solvedPart: 'Solved, says the complainant: numerator',
    solvedTotal: 'Solved, says the complainant: denominator',
    solvedWeight: 'Solved, says the complainant: weight',
    commitmentsPart: 'Commitments kept: numerator',
    commitmentsTotal: 'Commitments kept: denominator',
    commitmentsWeight: 'Commitments kept: weight',
    recordsPart: 'Records put right: numerator',
    recordsTotal: 'Records put right: denominator',
    recordsWeight: 'Records put right: weight',
    arrearsPart: 'Arrears paid: numerator',
    arrearsTotal: 'Arrears paid: denominator',
    arrearsWeight: 'Arrears paid: weight',
    ratingsPart: 'Bad ratings rectified: numerator',
    ratingsTotal: 'Bad ratings rectified: denominator',
    ratingsWeight: 'Bad ratings rectified: weight',
    score: 'Score',
    low: 'Lower end of the interval',
    high: 'Upper end of the interval',
    ranked: 'Ranked',
  },
};

export const deltaOps: Text<Record<string, string>> = {
  'zh-CN': { ADD: '新增', MOD: '修改', DEL: '撤下' },
  en: { ADD: 'Added', MOD: 'Changed', DEL: 'Taken off' },
};
export const delReasons: Text<Record<string, string>> = {
  'zh-CN': {
    withdrawn: '已撤下',
    repaired: '已修复',
    expired: '公示期满',
    exempted: '容错免予公示',
    removed: '已删去',
  },
  en: {
    withdrawn: 'Withdrawn',
    repaired: 'Put right',
    expired: 'Publication ended',
    exempted: 'Exempted as a tolerated error',
    removed: 'Struck off',
  },
};

/** What can be read of the dates of a commitment on a day. */
export const dueReadings: Text<Record<string, string>> = {
  'zh-CN': { none: '没有日期或者已经了结', running: '未到期', soon: '三十天内到期', overdue: '超期未兑现' },
  en: { none: 'No date, or ended', running: 'Not due yet', soon: 'Due within 30 days', overdue: 'Overdue' },
};
const PUBLIC = ['published', 'in_progress', 'honoured', 'partly', 'changed', 'broken'];
const publicOnes = (words: Readonly<Record<string, string>>) =>
  Object.fromEntries(PUBLIC.map((state) => [state, words[state] ?? state]));
/** States in which a commitment is in the files. */
export const publicCommitmentStates: Text<Record<string, string>> = {
  'zh-CN': publicOnes(commitmentStates['zh-CN']),
  en: publicOnes(commitmentStates.en),
};
