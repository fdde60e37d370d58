import type { Locale } from './locale.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

/** A legal date (YYYY-MM-DD) in words: 2026年11月21日, 21 November 2026. */
export function legalDateText(date: string, locale: Locale): string {
  const [y, m, d] = date.split('-').map(Number);
  if (!y || !m || !d) return date;
  return locale === 'en' ? `${d} ${MONTHS[m - 1]} ${y}` : `${y}年${m}月${d}日`;
}

// Formatters are dear to make and cheap to use: a page has many dates.
const SHANGHAI = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const CENTS = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** An instant in Asia/Shanghai: 2026年11月21日 14:05. */
export function instantText(instant: Date | string, locale: Locale): string {
  const at = new Date(instant);
  const parts = SHANGHAI.formatToParts(at);
  const get = (type: string) => parts.find((p) => p.type === type)?.value ?? '';
  return `${legalDateText(`${get('year')}-${get('month')}-${get('day')}`, locale)} ${get('hour')}:${get('minute')}`;
}

/** CNY with grouping and two decimals: 1,234,567.00 元. */
export function amountText(amount: string | number, locale: Locale): string {
  const text = CENTS.format(Number(amount));
  return locale === 'en' ? `CNY ${text}` : `${text} 元`;
}
