import { allRungs } from '../../../../db/queries/clocks.ts';
import { legalToday } from '../../../../db/queries/filing.ts';
import { giveRequestWarnings, openRequestHeads, type RequestWarning } from '../../../../db/queries/request-warnings.ts';
import { requestClocks } from '../../../domain/disclosure-request.ts';
import { ladderFor, type Rung, reachedBy } from '../../../domain/ladder.ts';
import type { OfficialRole } from '../../../domain/official.ts';
import { placeChain } from '../../../domain/publication.ts';
import { REQUEST_DECIDERS } from '../../../domain/sight.ts';
import type { Deps } from '../../context.ts';

const BATCH = 500;

/**
 * Reminds those who decide about objections and repairs, by the ladder of the place, before the last day and once it has
 * passed; from the first day of being late the superior's supervisor hears of it too. Everything is derived from the day of
 * filing; of each reminder a row says that it was given, so that it is given once however often this runs.
 * @param on legal date; left out: today by the clock of the database
 * @returns reminders given
 */
export async function warnLateRequests(
  deps: Pick<Deps, 'sql' | 'db' | 'calendar' | 'clockRules' | 'directory' | 'place'>,
  on?: string,
): Promise<number> {
  const [calendar, rules, rungs, directory] = await Promise.all([
    deps.calendar(),
    deps.clockRules(),
    allRungs(deps.db),
    deps.directory(),
  ]);
  const today = on ?? (await legalToday(deps.sql));
  const home = placeChain(deps.place.division);
  let given = 0;
  let after: { at: string; id: string } | null = null;
  for (;;) {
    const rows = await openRequestHeads(deps.sql, after, BATCH);
    const due = rows.flatMap((row): RequestWarning[] => {
      const place = row.publisherId ? directory.bodies.get(row.publisherId)?.division : undefined;
      const ladder = ladderFor(rungs, place ? placeChain(place) : home, today);
      return requestClocks(row, rules, calendar, home).flatMap(({ step, due }) => {
        const reached = ladder.filter((rung) => due <= reachedBy(rung.days, today, calendar));
        return (
          latest(reached, due, today)
            // On the day of filing everybody has just been told of it.
            .filter((rung) => rung.template !== 'case.due_soon' || today > row.filedOn)
            .map((rung) => ({
              requestId: row.id,
              step,
              rung: rung.rung,
              dueOn: due,
              template: rung.template,
              bodyId: row.publisherId,
              notices: audience(rung),
            }))
        );
      });
    });
    given += await giveRequestWarnings(deps.sql, due);
    const last = rows.at(-1);
    if (!last || rows.length < BATCH) return given;
    after = { at: last.at, id: last.id };
  }
}

/** Of several reminders of a kind at once only the last is given, and nothing late is said to be due soon. */
function latest(reached: readonly Rung[], due: string, today: string): Rung[] {
  const last = new Map(reached.map((rung) => [rung.template, rung]));
  return [...last.values()].filter((rung) => rung.template !== 'case.due_soon' || due >= today);
}

/** Rungs are written for cases: the desk of a case is here whoever decides. */
function audience(rung: Rung): RequestWarning['notices'] {
  const template = rung.template.replace(/^case\./, 'disclosure.');
  if (rung.superior) return [{ template, roles: [...rung.roles], superior: true }];
  const watching = rung.roles.filter((role) => role === 'supervisor');
  const roles: OfficialRole[] = [...REQUEST_DECIDERS, ...watching];
  const own = { template, roles, superior: false };
  const above = { template: 'disclosure.escalated', roles: ['supervisor' as const], superior: true };
  return rung.template === 'case.overdue' ? [own, above] : [own];
}
