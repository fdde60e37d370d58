import { readFileSync } from 'node:fs';
import { daysOfText, proposeCalendar } from '../services/clocks/propose-calendar.ts';
import { viewChange } from '../services/clocks/view-settings.ts';
import type { Ctx } from '../services/context.ts';

/**
 * `import -- holidays FILE`: the first line is the year and the notice, then a day a line ("2027-01-01 元旦",
 * "2027-02-14 班 春节"). Nothing holds before an administrator has seen what it moves and confirms it in the portal.
 */
export async function runHolidayImport(
  ctx: Ctx,
  file: string,
  { locale, print }: { locale: 'zh-CN' | 'en'; print(line: string): void },
): Promise<number> {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const [, year = '', notice = ''] = /^\s*(\d{4})\s*年?\s+(.+)$/.exec(head) ?? [];
  const { id } = await proposeCalendar(ctx, { year, notice: notice.trim(), days: daysOfText(lines.join('\n')) });
  const { counts, change } = await viewChange(ctx, id, null);
  const page = `/officials/administration/clocks/changes/${id}`;
  const counting = change.state === 'counting';
  print(
    locale === 'en'
      ? `${year}: ${counting ? 'still counting the cases that it moves' : `${counts.moved} running clocks get another date`}. Confirm at ${page}`
      : `${year}年：${counting ? '还在计算影响哪些诉求' : `${counts.moved} 个正在走的时限会改变日期`}。请到 ${page} 确认。`,
  );
  return 0;
}
