/**
 * Makes db/reference/holidays/days.json out of chinese-days (a development dependency): the State Council's holidays and
 * make-up working days (调休), 2020 to the last year with a published notice.
 *   node db/reference/scripts/holidays.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs';

const at = (path) => new URL(`../../../node_modules/chinese-days/${path}`, import.meta.url);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const all = JSON.parse(readFileSync(at('dist/chinese-days.json'), 'utf8'));
const FIRST = '2020';

/** "2026-02-14": "Spring Festival,春节,4" → "2026-02-14": "春节" */
const days = (rows) =>
  Object.fromEntries(
    Object.entries(rows)
      .filter(([day]) => day >= FIRST)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, names]) => [day, names.split(',')[1]]),
  );
const holidays = days(all.holidays);
const workdays = days(all.workdays);
const years = [...new Set(Object.keys(holidays).map((day) => Number(day.slice(0, 4))))];
const notices = Object.fromEntries(years.map((year) => [year, `国务院办公厅关于${year}年部分节假日安排的通知`]));
// 2020 was changed once more for the epidemic.
notices[2020] += '；国务院办公厅关于延长2020年春节假期的通知';

const file = new URL('../holidays/days.json', import.meta.url);
const head = { what: 'Holidays and make-up working days', source: `chinese-days ${version} (MIT)` };
writeFileSync(file, `${JSON.stringify({ ...head, notices, holidays, workdays }, null, 1)}\n`);
console.log(`${Object.keys(holidays).length} holidays, ${Object.keys(workdays).length} workdays, ${years.join(' ')}`);
