import type { Tx } from '../../../db/client.ts';
import { changeClock, clockForChange } from '../../../db/queries/case-clocks.ts';
import { holdCase } from '../../../db/queries/cases.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { refreshDue } from '../../../db/queries/follow-ups.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import {
  type ChangeRow,
  changeRow,
  endRule,
  insertRule,
  lockSettings,
  markMoved,
  moveChange,
  putYear,
  takeMoved,
  waitingMoved,
} from '../../../db/queries/settings.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ProposedCalendar, ProposedRule } from '../../domain/proposed-setting.ts';
import type { Ctx, Deps } from '../context.ts';
import { editorOf, requirePlace, requirePortal } from './authorise-settings.ts';
import { type Foresee, foresee, type PlanDeps, scan } from './plan-change.ts';
import { settingEvent } from './setting-event.ts';

const BATCH = 50;
const PATIENCE = 2000; // ms

/** Whoever may propose a change may confirm or discard it. @throws DomainError auth.* | resource.not_found */
export async function changeFor(ctx: Ctx, id: string): Promise<ChangeRow> {
  const change = /^[0-9a-f-]{36}$/.test(id) ? await changeRow(ctx.db, id) : null;
  if (!change) throw new DomainError('resource.not_found');
  if (change.kind === 'calendar') await requirePortal(ctx);
  else await requirePlace(ctx, (change.proposed as ProposedRule).division);
  return change;
}

/**
 * From here on the setting holds for new cases; the open ones are moved case by case, each with an event, at once where they
 * are few and else by the queue. @throws DomainError auth.* | resource.not_found | setting.change_refused
 */
export async function confirmChange(ctx: Ctx, id: string): Promise<void> {
  const change = await changeFor(ctx, id);
  await ctx.db.transaction(async (tx) => {
    const { now, today } = await lockSettings(tx);
    const by = editorOf(ctx);
    const confirmed = { state: 'applying' as const, confirmedBy: by, confirmedAt: now };
    if (!(await moveChange(tx, id, 'proposed', confirmed))) throw new DomainError('setting.change_refused');
    if (change.kind === 'calendar') await holdCalendar(tx, ctx, change, by, now);
    else await holdRule(tx, ctx, change, by, now, today);
    await enqueue(tx, 'clocks.apply', { changeId: id });
  });
  await applyChange(ctx, id, PATIENCE);
}

export async function discardChange(ctx: Ctx, id: string): Promise<void> {
  await changeFor(ctx, id);
  const gone = { state: 'discarded' as const };
  if ((await moveChange(ctx.db, id, 'proposed', gone)) || (await moveChange(ctx.db, id, 'counting', gone))) return;
  throw new DomainError('setting.change_refused');
}

async function holdCalendar(tx: Tx, ctx: Ctx, change: ChangeRow, by: string, at: Date): Promise<void> {
  const { year, notice, days } = change.proposed as ProposedCalendar;
  const version = await putYear(tx, { year, notice, by, at }, days);
  const of = (kind: string) => days.filter((day) => day.kind === kind).map((day) => day.day);
  await settingEvent(tx, ctx, at, `calendar/${year}`, 'calendar_set', {
    change: change.id,
    version,
    notice,
    holidays: of('holiday'),
    workdays: of('workday'),
  });
}

async function holdRule(tx: Tx, ctx: Ctx, change: ChangeRow, by: string, at: Date, today: string): Promise<void> {
  const { rule, ends } = change.proposed as ProposedRule;
  if (ends) await endRule(tx, ends, today, by, at);
  if (rule) {
    const version = Number(rule.id.split('.').at(-1));
    const root = rule.id.split('@')[0] ?? null;
    const made = { version, origin: 'local', replaces: ends ?? root, changedBy: by, changedAt: at };
    await insertRule(tx, { ...rule, validFrom: today, ...made });
  }
  await settingEvent(tx, ctx, at, `clock_rule/${change.subject}`, rule ? 'clock_rule_set' : 'clock_rule_ended', {
    change: change.id,
    rule: rule?.id ?? ends,
    replaces: ends,
    ...(rule ? { length: rule.length, unit: rule.unit, maxExtension: rule.maxExtension } : {}),
  });
}

/**
 * Moves what is still to be moved, in small transactions; a second run, another process or a restart goes on where it was
 * left, and nothing is moved twice. Task clocks.apply. @returns whether it came to the end
 */
export async function applyChange(
  deps: PlanDeps & Pick<Deps, 'log'>,
  id: string,
  until = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  const began = performance.now();
  const change = await changeRow(deps.db, id);
  if (change?.state !== 'applying') return change?.state === 'applied';
  // Cases that came after the count, and those that an old process still dated by the old setting.
  if (!(await scan(deps, change, until))) return false;
  const see = await foresee(deps, change);
  for (let moved = BATCH; moved > 0; ) {
    moved = await deps.db.transaction((tx) => applyBatch(tx, change, see));
    if (performance.now() - began > until) break;
  }
  if ((await waitingMoved(deps.sql, id)) > 0) return false;
  await moveChange(deps.db, id, 'applying', { state: 'applied', appliedAt: new Date() });
  return true;
}

async function applyBatch(tx: Tx, change: ChangeRow, see: Foresee): Promise<number> {
  const batch = await takeMoved(tx, change.id, BATCH);
  // One order of cases for all who move them: two batches never wait for each other.
  for (const { clockId, caseId } of batch.toSorted((a, b) => a.caseId.localeCompare(b.caseId))) {
    const held = await holdCase(tx, caseId);
    const clock = await clockForChange(tx, clockId);
    const seen = clock && clock.endedOn === null ? see(clock) : null;
    if (clock && seen?.overdue) {
      await markMoved(tx, change.id, clockId, { oldDue: clock.dueOn, newDue: clock.dueOn, overdue: true });
      continue;
    }
    const newDue = seen?.due?.date ?? null;
    if (!held || !clock || !seen || (!seen.rule && newDue === clock.dueOn)) {
      await markMoved(tx, change.id, clockId, null);
      continue;
    }
    const { rule } = seen;
    await changeClock(tx, clockId, {
      ...(clock.startedOn ? { dueOn: newDue, provisional: seen.due?.provisional ?? false } : {}),
      ...(rule
        ? {
            ruleId: rule.id,
            length: rule.length,
            unit: rule.unit,
            basis: rule.basis,
            certainty: rule.certainty,
            division: rule.division,
          }
        : {}),
    });
    await refreshDue(tx, caseId);
    await appendEvent(tx, {
      subjectKind: 'case',
      subjectId: caseId,
      kind: 'clock_changed',
      actor: { kind: 'system' },
      at: held.now,
      payload: {
        change: change.id,
        step: clock.step,
        old: clock.dueOn,
        new: newDue,
        ...(rule ? { rule: rule.id } : {}),
      },
    });
    await markMoved(tx, change.id, clockId, { oldDue: clock.dueOn, newDue, overdue: false });
  }
  return batch.length;
}
