import { ARREARS_REASONS } from '../../../../db/reference/demo/full/commitments.ts';
import { stepArrearsReport } from '../../../services/arrears/decide.ts';
import { draftArrearsReport } from '../../../services/arrears/draft.ts';
import type { Act } from './acts.ts';
import { draw } from './draw.ts';
import type { World } from './world.ts';

/** The report of the last year of bodies that have contracts: drafted in February and March, published by another, some late, some not at all. */
export function arrearsActs(world: World, bodies: readonly string[]): Act[] {
  const { base, places } = world;
  const year = base.getUTCFullYear() - 1;
  const province = places.province.id;
  const author = world.as('promiseA', [['publisher', province]]);
  const second = world.as('promiseB', [
    ['publisher', province],
    ['approver', province],
  ]);
  return bodies.flatMap((body): Act[] => {
    const d = draw(`arrears ${body}`);
    const on = d.weighted({ timely: 70, late: 15, draft: 5, none: 10 });
    const [month, last] = on === 'late' ? [3, 28] : [1 + d.int(0, 1), 26];
    const at = new Date(Date.UTC(year + 1, month, d.int(2, last), d.int(1, 8), d.int(0, 59)));
    // Early in the year that of the last one may not be due yet.
    if (on === 'none' || at.getTime() > base.getTime() - 86_400_000) return [];
    let id = '';
    // Drawn up again it is the same report.
    const open = async () => {
      id ||= (await draftArrearsReport(author, { body, year, explanation: d.pick(ARREARS_REASONS) })).id;
      return id;
    };
    const subject = `arrears ${body}`;
    const step = (minutes: number, run: () => Promise<unknown>): Act => ({
      at: new Date(at.getTime() + minutes * 60_000),
      subject,
      run,
    });
    if (on === 'draft') return [step(0, open)];
    return [
      step(0, open),
      step(20, async () => stepArrearsReport(author, await open(), 'submit', { version: 1 })),
      step(40, async () => stepArrearsReport(second, await open(), 'publish', { version: 2 })),
    ];
  });
}
