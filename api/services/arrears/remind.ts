import { markReminded, whoReported } from '../../../db/queries/arrears-reports.ts';
import { databaseTime } from '../../../db/queries/disclosures.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { payingBodies } from '../../../db/queries/payments.ts';
import { reportDates, reportIsLate, reportYear } from '../../domain/arrears-report.ts';
import { daysBetween } from '../../domain/calendar.ts';
import { WARN_DAYS } from '../../domain/commitment.ts';
import type { Deps } from '../context.ts';

/**
 * Reminds bodies that owe money by public contracts and have not published the report of the year: once from thirty days before
 * 31 March, once from 1 April. The mark and the notice are one transaction. Run by api/jobs.ts daily. @returns how many
 */
export const remindOfArrears = (deps: Pick<Deps, 'db'>): Promise<number> =>
  deps.db.transaction(async (tx) => {
    const { today } = await databaseTime(tx);
    const year = reportYear(today);
    const { dueOn } = reportDates(year);
    const left = daysBetween(today, dueOn);
    if (left > WARN_DAYS) return 0;
    const paying = await payingBodies(tx);
    const reported = await whoReported(tx, year, paying);
    const open = paying.filter((id) => !reported.has(id));
    const late = reportIsLate(year, null, today);
    const reminded = await markReminded(tx, year, late ? 'late' : 'soon', open);
    for (const bodyId of reminded) {
      await enqueue(tx, 'notice.body', { bodyId, template: late ? 'arrears.report_late' : 'arrears.report_due' });
    }
    return reminded.length;
  });
