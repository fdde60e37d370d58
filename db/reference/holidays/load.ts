import { readFileSync } from 'node:fs';
import type { Calendar } from '../../../api/domain/calendar.ts';
import type { ReferenceSet, Row } from '../set.ts';

interface File {
  notices: Record<string, string>;
  holidays: Record<string, string>;
  workdays: Record<string, string>;
}
let file: File | undefined;
const read = (): File => {
  file ??= JSON.parse(readFileSync(new URL('./days.json', import.meta.url), 'utf8')) as File;
  return file;
};

/** The calendar that ships with the product, for tests and tools; the application reads the database. */
export function shippedCalendar(): Calendar {
  const { notices, holidays, workdays } = read();
  return {
    holidays: new Set(Object.keys(holidays)),
    workdays: new Set(Object.keys(workdays)),
    years: new Set(Object.keys(notices).map(Number)),
  };
}

/** State Council holidays and make-up working days, by db/reference/scripts/holidays.mjs. */
export const holidays: ReferenceSet = {
  name: 'holidays',
  tables: () => {
    const { notices, holidays: free, workdays } = read();
    const days = (rows: Record<string, string>, kind: string): Row[] =>
      Object.entries(rows).map(([day, name]) => ({ day, kind, name, year: Number(day.slice(0, 4)) }));
    return [
      {
        table: 'calendar_year',
        key: ['year'],
        columns: ['year', 'notice'],
        rows: Object.entries(notices).map(([year, notice]) => ({ year: Number(year), notice })),
        hashed: true,
      },
      {
        table: 'calendar_day',
        key: ['day'],
        columns: ['day', 'kind', 'name', 'year'],
        rows: [...days(free, 'holiday'), ...days(workdays, 'workday')],
        hashed: false,
        // A year that an administrator entered keeps the days that he entered.
        owner: { table: 'calendar_year', column: 'year', key: 'year' },
      },
    ];
  },
};
