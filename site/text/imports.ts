import { commitmentFields } from './commitments.ts';
import { bodyKindNames } from './directory.ts';
import { factWords } from './disclosure-kinds.ts';
import { fieldNames, outcomes } from './disclosures.ts';
import { matterNames } from './field.ts';
import { qualityReasons } from './import-quality.ts';
import { fill, type Locale, type Text } from './locale.ts';
import { disclosureKinds } from './states.ts';

const snake = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const ofFields = (names: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(names).map(([field, name]) => [snake(field), name]));

/** Names of columns in templates and reports; a file may use them or their codes. */
export const columnNames: Text<Record<string, string>> = {
  'zh-CN': {
    ...ofFields(commitmentFields['zh-CN']),
    ...ofFields(fieldNames['zh-CN']),
    commitment_kind: '承诺类型',
    promised_by: '承诺单位',
    judged_on: '裁判日期',
    defendant: '败诉单位',
    defendant_division: '败诉单位所在地',
    defendant_uscc: '败诉单位统一社会信用代码',
    body: '失信单位',
    status: '履行情况',
    listed_on: '列入日期',
    body_kind: '单位类型',
    point_kind: '服务点类型',
    point_body: '服务单位',
    point_name: '名称',
    point_name_en: '英文名称',
    place_name: '地点',
    place_name_en: '英文地点',
    channel: '渠道',
    hall: '所在大厅',
    windows: '办理窗口',
  },
  en: {
    ...ofFields(commitmentFields.en),
    ...ofFields(fieldNames.en),
    commitment_kind: 'Kind of commitment',
    promised_by: 'Promised by',
    judged_on: 'Judged on',
    defendant: 'Defendant',
    defendant_division: 'Place of the defendant',
    defendant_uscc: 'Credit code of the defendant',
    body: 'Defaulting body',
    status: 'Performance',
    listed_on: 'Listed on',
    body_kind: 'Kind of body',
    point_kind: 'Kind of service point',
    point_body: 'Serving body',
    point_name: 'Name',
    point_name_en: 'English name',
    place_name: 'Place',
    place_name_en: 'English place',
    channel: 'Channel',
    hall: 'Hall',
    windows: 'Windows',
  },
};

/** What a column with a list of values takes, in words; a file may use the words or the codes. */
export const columnValues: Text<Record<string, Record<string, string>>> = {
  'zh-CN': {
    ...Object.fromEntries(Object.entries(factWords['zh-CN']).map(([field, words]) => [snake(field), words])),
    outcome: outcomes['zh-CN'],
    matter: matterNames['zh-CN'],
    publication_class: { minor: '轻微', ordinary: '一般', serious: '严重' },
    status: { open: '未履行', performed: '已履行', settled: '已和解' },
    kind: bodyKindNames['zh-CN'],
    body_kind: bodyKindNames['zh-CN'],
    point_kind: { hall: '大厅', window: '窗口', item: '事项', online: '网上平台' },
    channel: { offline: '现场', online: '网上' },
  },
  en: {
    ...Object.fromEntries(Object.entries(factWords.en).map(([field, words]) => [snake(field), words])),
    outcome: outcomes.en,
    matter: matterNames.en,
    publication_class: { minor: 'Minor', ordinary: 'Ordinary', serious: 'Serious' },
    status: { open: 'Not performed', performed: 'Performed', settled: 'Settled' },
    kind: bodyKindNames.en,
    body_kind: bodyKindNames.en,
    point_kind: { hall: 'Hall', window: 'Window', item: 'Item', online: 'Online' },
    channel: { offline: 'On the spot', online: 'Online' },
  },
};

/** Why a row of an imported file was refused (RowFault.code). */
export const rowFaults: Text<Record<string, string>> = {
  'zh-CN': {
    column_missing: '缺少这一列',
    cells_differ: '这一行的格数与表头不同',
    not_csv: '不是有效的 CSV，请检查引号',
    not_xlsx: '不是能打开的 Excel 工作簿（.xlsx），或者设了密码',
    not_json: '这一行不是 JSON 对象',
    not_plain: '应为文字、数字或者空',
    too_large: '文件太大；Excel 超过 64 MB 请存为 CSV',
    date_or_number: '日期、年份、案号至少要有一项',
    performed_missing: '有履行日期时要写明做了什么',
    required: '必填',
    too_long: '太长',
    value_unknown: '不在可选值之内',
    division_unknown: '没有这个行政区划代码（GB/T 2260）',
    date: '日期不对，例如 2019-03-01',
    date_future: '日期晚于今天',
    date_before_number: '裁判日期早于案号的年份',
    amount: '金额不对，例如 120000.50',
    count: '件数应为 1 至 9999 的整数',
    uscc: '统一社会信用代码的校验码不对',
    number_brackets: '案号缺少年份括号，例如（2019）黔行终1591号',
    number_year: '案号的年份不对',
    number_court: '案号里的法院代字不对',
    number_kind: '案号里的类型代字不对',
    number_serial: '案号的序号不对',
    nothing_above: '上一行没有可沿用的内容',
    year_missing: '看不出年份，请填写 listed_on',
    twice_in_file: '与本文件前面的一行是同一件',
    body_unknown: '您负责的范围里没有这个单位，请写全称或统一社会信用代码',
    hall_unknown: '表里和已有的大厅中都没有这个名称',
    window_unknown: '表里和已有的窗口中都没有这个名称',
    no_hall: '只有窗口和事项可以写所在大厅',
    no_windows: '只有事项可以写办理窗口',
  },
  en: {
    column_missing: 'this column is missing',
    cells_differ: 'the row has not as many cells as the heading',
    not_csv: 'not valid CSV: please check the quotes',
    not_xlsx: 'not a workbook that can be opened (.xlsx), or it has a password',
    not_json: 'this line is no JSON object',
    not_plain: 'must be text, a number or empty',
    too_large: 'the file is too large; please save a workbook above 64 MB as CSV',
    date_or_number: 'give a date, a year or a case number',
    performed_missing: 'with a date of performance, say what was done',
    required: 'required',
    too_long: 'too long',
    value_unknown: 'not one of the known values',
    division_unknown: 'no such division code (GB/T 2260)',
    date: 'not a date, for example 2019-03-01',
    date_future: 'the date is in the future',
    date_before_number: 'the judgment is older than the year of its case number',
    amount: 'not an amount, for example 120000.50',
    count: 'must be a whole number from 1 to 9999',
    uscc: 'the check character of the credit code is wrong',
    number_brackets: 'the case number has no year in brackets, for example （2019）黔行终1591号',
    number_year: 'the year of the case number is wrong',
    number_court: 'the court code of the case number is wrong',
    number_kind: 'the kind in the case number is wrong',
    number_serial: 'the serial of the case number is wrong',
    nothing_above: 'there is nothing above to repeat',
    year_missing: 'no year can be seen: please give listed_on',
    twice_in_file: 'the same entry stands earlier in this file',
    body_unknown: 'no body within your reach is called so: its full name or credit code',
    hall_unknown: 'no hall is called so, in the table or in use',
    window_unknown: 'no window is called so, in the table or in use',
    no_hall: 'only windows and items stand in a hall',
    no_windows: 'only items are offered at windows',
  },
};

/** A reason in words, its shares as percentages. */
export function qualityText(
  locale: Locale,
  reason: { code: string; field?: string; found: number; allowed: number },
): string {
  const rows = reason.code === 'count_drop';
  const figure = (n: number) => (rows ? String(n) : `${Math.round(n * 1000) / 10}%`);
  const field = fieldNames[locale][reason.field ?? ''] ?? reason.field ?? '';
  const { found, allowed } = reason;
  const template = qualityReasons[locale][reason.code] ?? reason.code;
  return fill(template, { found: figure(found), allowed: figure(allowed), field });
}

const dashed = (kinds: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(kinds).map(([kind, name]) => [kind.replaceAll('_', '-'), name]));
/** Names of the tables that can be imported, and of where records come from. */
export const kindNames: Text<Record<string, string>> = {
  'zh-CN': {
    commitments: '政府承诺',
    ...dashed(disclosureKinds['zh-CN']),
    judgments: '法院判决清单',
    'failed-enforcement': '政府机构失信案件名单',
    portal: '在门户上填写',
  },
  en: {
    commitments: 'Commitments of government',
    ...dashed(disclosureKinds.en),
    judgments: 'List of court judgments',
    'failed-enforcement': 'List of judgments not obeyed',
    portal: 'Written in the portal',
  },
};

/** What a template says beside its columns. */
export const templateText: Text<{
  data: string;
  guide: string;
  choices: string;
  column: string;
  code: string;
  required: string;
  takes: string;
  yes: string;
  no: string;
  forms: Record<string, string>;
  rules: string[];
}> = {
  'zh-CN': {
    data: '数据',
    guide: '说明',
    choices: '选项',
    column: '列',
    code: '代码',
    required: '必填',
    takes: '填写要求',
    yes: '是',
    no: '否',
    forms: {
      date: '日期，例如 2026-03-02',
      division: '行政区划代码（GB/T 2260），例如 320211',
      amount: '元，例如 120000.50',
      number: '案号，例如（2019）黔行终1591号',
      text: '文字',
    },
    rules: [
      '带 * 的列必填；不需要的列可以整列删去，列的先后不限。',
      '列名可以用中文、英文或者代码。',
      '一行一条。同一案号（或者同一文号）和同一单位重复导入时只更新，不重复。',
      '自然人姓名请按裁判文书公开规则写成“姓＋某”。',
    ],
  },
  en: {
    data: 'Data',
    guide: 'Guide',
    choices: 'Choices',
    column: 'Column',
    code: 'Code',
    required: 'Required',
    takes: 'Takes',
    yes: 'yes',
    no: 'no',
    forms: {
      date: 'a date, for example 2026-03-02',
      division: 'a division code (GB/T 2260), for example 320211',
      amount: 'yuan, for example 120000.50',
      number: 'a case number, for example （2019）黔行终1591号',
      text: 'text',
    },
    rules: [
      'Columns with * are required; others may be left out, and the order does not matter.',
      'A column may be named in Chinese, in English or by its code.',
      'One row, one record. A row with the case or document number and the body of a record that is here changes that record and makes no second one.',
      'Write natural persons as their surname and 某, as published judgments do.',
    ],
  },
};
