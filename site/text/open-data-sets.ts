import type { Text } from './locale.ts';

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
      '本站公示的信息、单位名录和行政区划，每天 02:30 生成一期，附与上一期相比的变化。表格为 UTF-8（带 BOM）的 CSV，以等号等开头的格子前加了单引号，防止被当作公式；NDJSON 一行一条。公示结束的信息会从所有各期中撤下，文件的校验值随之改变。引用请注明“来源：践诺”和日期。',
    seriesAbout: '每天一期；基准加上其后各期的变化，等于最新一期。',
    serviceTitle: '践诺开放接口',
  },
  en: {
    packageTitle: 'Jiannuo open data',
    packageAbout:
      'Public records, government bodies and divisions of this portal, made each day at 02:30 (Asia/Shanghai), with what changed since the release before. Tables are CSV in UTF-8 with a byte order mark; a cell that begins like a formula carries an apostrophe. NDJSON has one row a line. A record whose publication has ended is taken out of all releases, and the checksums follow. Please name "Source: Jiannuo" with the date.',
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
