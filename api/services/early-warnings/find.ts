import {
  type ChangeEvent,
  debtTrends,
  demandsOfCrowds,
  keepFindings,
  openArrears,
  placeChanges,
  timelinessTrends,
} from '../../../db/queries/early-warnings.ts';
import { legalToday } from '../../../db/queries/filing.ts';
import { daysBetween } from '../../domain/calendar.ts';
import {
  arrearsNearDeadline,
  fallingTimeliness,
  oldDebtAfterChange,
  sameDemands,
  WARNING_PARAMETERS,
} from '../../domain/early-warning.ts';
import type { Directory } from '../../domain/routing.ts';
import type { Deps } from '../context.ts';

const YEAR = 365; // days in which a change still matters
const MOST_DEMANDS = 2000;

/**
 * Looks over all trends and raises a card for each that a rule names. Running it again raises nothing twice and brings open
 * cards up to date; none is ever removed. @returns how many cards are new
 */
export async function findWarnings(deps: Pick<Deps, 'sql' | 'keys' | 'directory'>): Promise<number> {
  const { sql } = deps;
  const [today, directory, elections] = await Promise.all([legalToday(sql), deps.directory(), placeChanges(sql)]);
  const demand = WARNING_PARAMETERS.same_demand;
  const [debts, arrears, crowds, timeliness] = await Promise.all([
    debtTrends(sql, changes(directory, elections, today)),
    openArrears(sql),
    demandsOfCrowds(sql, demand.days, demand.least, MOST_DEMANDS),
    timelinessTrends(sql, WARNING_PARAMETERS.falling_timeliness.days),
  ]);
  const texts = crowds.map((row) => {
    const { id: caseId, respondentId: bodyId, matter, filedOn } = row;
    return { caseId, bodyId, matter, filedOn, text: demandsText(deps, row) };
  });
  const findings = [
    ...oldDebtAfterChange(debts),
    ...arrearsNearDeadline(arrears, today),
    ...sameDemands(texts),
    ...fallingTimeliness(
      timeliness.map(({ bodyId, before, beforeOf, now, nowOf, late }) => ({
        bodyId,
        before: { part: before, total: beforeOf },
        now: { part: now, total: nowOf },
        late,
      })),
      today,
    ),
  ];
  return keepFindings(sql, findings, today);
}

/** Mergers of the directory and changes of officials within a year, each with as many days as have passed, at most the rule's. */
function changes(
  directory: Directory,
  elections: readonly { division: string; heldOn: string }[],
  today: string,
): ChangeEvent[] {
  const span = (on: string) => Math.min(WARNING_PARAMETERS.old_debt_after_change.days, daysBetween(on, today));
  const lately = (on: string) => daysBetween(on, today) > 0 && daysBetween(on, today) <= YEAR;
  const mergers = [...directory.bodies.keys()].flatMap((id) => directory.successionsFrom(id));
  const events = [
    ...mergers.map(
      ({ successor, on }): ChangeEvent => ({
        event: 'succession',
        bodyId: successor,
        division: null,
        on,
        days: span(on),
      }),
    ),
    ...elections.flatMap(({ division, heldOn: on }): ChangeEvent[] => {
      const kinds = ['government', 'township_government', 'subdistrict_office'];
      const governing = directory.bodiesIn(division).find((body) => kinds.includes(body.kind));
      return governing ? [{ event: 'election', bodyId: governing.id, division, on, days: span(on) }] : [];
    }),
  ].filter(({ on }) => lately(on));
  // Several bodies may have gone into one on one day.
  return [...new Map(events.map((one) => [`${one.event}/${one.bodyId}/${one.on}`, one])).values()];
}

/** In memory only, to be compared; nothing of it is kept. Empty where the case was erased. */
function demandsText({ keys }: Pick<Deps, 'keys'>, row: Awaited<ReturnType<typeof demandsOfCrowds>>[number]): string {
  if (!row.wrapped) return '';
  const key = keys.unwrap(row.keyId, row.wrapped, row.keyVersion);
  return row.demands
    .map(({ position, sealed }) => {
      const opened = keys.open(key, Buffer.from(sealed, 'base64'), `case/${row.id}/demand/${position}`);
      return String((JSON.parse(opened.toString('utf8')) as { text?: string }).text ?? '');
    })
    .join('\n');
}
