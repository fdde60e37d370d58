import { randomUUID } from 'node:crypto';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { CaseChannel, CaseKind } from '../../api/domain/case.ts';
import type { ClockUnit, PlannedClock } from '../../api/domain/deadline.ts';
import type { Tx } from '../client.ts';
import { caseClock, caseClockExtension, caseClockStop, cases } from '../schema/cases.ts';
import { clockRule } from '../schema/clocks.ts';
import { body } from '../schema/directory.ts';
import type { OpenClock } from './settings.ts';

export interface ClockRow {
  id: string;
  step: string;
  length: number;
  unit: ClockUnit;
  startsOnEvent: string;
  stopEvent: string;
  startedOn: string | null;
  dueOn: string | null;
  endedOn: string | null;
  stops: { from: string; to: string | null }[];
  /** Approved further days. */
  extension: number;
}

const stopsOf = sql<ClockRow['stops']>`coalesce((
  select json_agg(json_build_object('from', s.from_on, 'to', s.to_on) order by s.from_on)
  from ${caseClockStop} s where s.clock_id = ${caseClock.id}), '[]')`;
const extensionOf = sql<number>`coalesce((
  select sum(x.days) from ${caseClockExtension} x where x.clock_id = ${caseClock.id} and x.approved), 0)::int`;

export async function clocksOf(tx: Tx, caseId: string): Promise<ClockRow[]> {
  const rows = await tx
    .select({
      id: caseClock.id,
      step: caseClock.step,
      length: caseClock.length,
      unit: sql<ClockUnit>`${caseClock.unit}`,
      startsOnEvent: caseClock.startsOnEvent,
      stopEvent: clockRule.stopEvent,
      startedOn: caseClock.startedOn,
      dueOn: caseClock.dueOn,
      endedOn: caseClock.endedOn,
      stops: stopsOf,
      extension: extensionOf,
    })
    .from(caseClock)
    .innerJoin(clockRule, eq(clockRule.id, caseClock.ruleId))
    .where(eq(caseClock.caseId, caseId));
  return rows;
}

export async function changeClock(
  tx: Tx,
  id: string,
  set: Partial<Omit<typeof caseClock.$inferInsert, 'id' | 'caseId' | 'step' | 'warned'>>,
): Promise<void> {
  await tx.update(caseClock).set(set).where(eq(caseClock.id, id));
}

/** Beyond every rung: a clock that stands still is out of the index that the sweep walks. */
const PARKED = 99;

export async function stopClocks(tx: Tx, ids: string[], reason: string, from: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.update(caseClock).set({ warned: PARKED }).where(inArray(caseClock.id, ids));
  await tx.insert(caseClockStop).values(ids.map((clockId) => ({ id: randomUUID(), clockId, reason, fromOn: from })));
}

export async function resumeClocks(tx: Tx, ids: string[], to: string): Promise<void> {
  if (ids.length === 0) return;
  // What was warned of before is not warned of twice: case_warning knows it by rung and due date.
  await tx.update(caseClock).set({ warned: 0 }).where(inArray(caseClock.id, ids));
  await tx
    .update(caseClockStop)
    .set({ toOn: to })
    .where(and(inArray(caseClockStop.clockId, ids), isNull(caseClockStop.toOn)));
}

export async function clockCase(
  tx: Tx,
  id: string,
): Promise<{ kind: CaseKind; channel: CaseChannel; handlerId: string | null; division: string } | null> {
  const [row] = await tx
    .select({
      kind: cases.kind,
      channel: sql<CaseChannel>`${cases.channel}`,
      handlerId: cases.handlerId,
      division: cases.division,
    })
    .from(cases)
    .where(eq(cases.id, id));
  return row ?? null;
}

/** Adds clocks to a case; a step that it has already stays as it is. */
export async function addClocks(tx: Tx, caseId: string, clocks: readonly PlannedClock[]): Promise<void> {
  if (clocks.length === 0) return;
  await tx
    .insert(caseClock)
    .values(clocks.map((clock) => ({ ...clock, id: randomUUID(), caseId })))
    .onConflictDoNothing();
}

/** One clock as a change of settings looks at it (settings.ts). The caller holds the case. */
export async function clockForChange(tx: Tx, id: string): Promise<(OpenClock & { endedOn: string | null }) | null> {
  const [row] = await tx
    .select({
      id: caseClock.id,
      caseId: caseClock.caseId,
      kind: sql<string>`${cases.kind}`,
      channel: cases.channel,
      division: body.division,
      step: caseClock.step,
      ruleId: caseClock.ruleId,
      startedOn: caseClock.startedOn,
      dueOn: caseClock.dueOn,
      endedOn: caseClock.endedOn,
      length: caseClock.length,
      unit: caseClock.unit,
      provisional: caseClock.provisional,
      stops: stopsOf,
      extension: extensionOf,
    })
    .from(caseClock)
    .innerJoin(cases, eq(cases.id, caseClock.caseId))
    .leftJoin(body, eq(body.id, cases.handlerId))
    .where(eq(caseClock.id, id));
  return row ?? null;
}
