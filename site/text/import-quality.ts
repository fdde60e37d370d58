import type { Text } from './locale.ts';

/** What is wrong with a file as a whole (QualityReason.code). */
export const qualityReasons: Text<Record<string, string>> = {
  'zh-CN': {
    no_rows: '文件里没有可以导入的行',
    refused_share: '未通过的行占 {found}，最多允许 {allowed}',
    future_dates: '日期晚于今天的行占 {found}，最多允许 {allowed}',
    duplicates_share: '重复的行占 {found}，最多允许 {allowed}',
    unknown_bodies: '单位目录里没有的单位占 {found}，最多允许 {allowed}',
    fill_drop: '“{field}”的填写率比上一批下降 {found}，最多允许 {allowed}',
    count_drop: '只有 {found} 行，比上一批骤减，至少应有 {allowed} 行',
  },
  en: {
    no_rows: 'the file has no row that can be imported',
    refused_share: '{found} of the rows were refused; {allowed} is the most',
    future_dates: '{found} of the rows are dated in the future; {allowed} is the most',
    duplicates_share: '{found} of the rows are duplicates; {allowed} is the most',
    unknown_bodies: '{found} of the bodies are not in the directory; {allowed} is the most',
    fill_drop: '“{field}” is filled {found} less often than in the last file; {allowed} is the most',
    count_drop: 'only {found} rows, far fewer than in the last file; at least {allowed} are expected',
  },
};
