import { randomUUID } from 'node:crypto';
import { insertChange, lockSettings, openChange, type RuleRow, ruleRows } from '../../../db/queries/settings.ts';
import { parse } from '../../contracts/parse.ts';
import { OverrideRule } from '../../contracts/settings.ts';
import type { ClockRule } from '../../domain/deadline.ts';
import { DomainError } from '../../domain/errors.ts';
import type { ProposedRule } from '../../domain/proposed-setting.ts';
import type { Ctx } from '../context.ts';
import { editorOf, requirePlace } from './authorise-settings.ts';
import { planSoon } from './plan-change.ts';

/**
 * A place's own rule in the stead of a default or a reported one; what a law says is not the place's to change. The running
 * clocks that it moves are looked for, and nothing holds before somebody confirms it.
 * @throws DomainError auth.* | resource.not_found | request.invalid | setting.law_rule | setting.change_open
 */
export async function proposeRule(ctx: Ctx, ruleId: string, raw: unknown): Promise<{ id: string }> {
  const input = parse(OverrideRule, raw);
  await requirePlace(ctx, input.division);
  const directory = await ctx.directory();
  if (!directory.divisions.has(input.division))
    throw new DomainError('request.invalid', { fields: [{ path: 'division', code: 'division_unknown' }] });
  return propose(ctx, ruleId, input.division, (base, mine, today) => {
    const version = Math.max(0, ...mine.map((row) => row.version)) + 1;
    return {
      id: `${rootOf(base.id)}@${input.division}.${version}`,
      caseKind: base.caseKind,
      subject: base.subject as ClockRule['subject'],
      step: base.step,
      length: input.length,
      unit: base.unit as ClockRule['unit'],
      startEvent: base.startEvent,
      stopEvent: base.stopEvent,
      maxExtension: input.maxExtension,
      extensionApprover: input.extensionApprover ?? base.extensionApprover,
      onExpiry: base.onExpiry as ClockRule['onExpiry'],
      basis: input.basis,
      basisEn: input.basisEn ?? null,
      certainty: 'local',
      division: input.division,
      validFrom: today,
      validTo: null,
      channel: base.channel,
    };
  });
}

/** The place gives up its own rule: that of the place above, or of the portal, holds again. */
export async function proposeRuleEnd(ctx: Ctx, ruleId: string, division: string): Promise<{ id: string }> {
  await requirePlace(ctx, division);
  return propose(ctx, ruleId, division, (_base, mine) => {
    if (!mine.some((row) => row.validTo === null)) throw new DomainError('resource.not_found');
    return null;
  });
}

async function propose(
  ctx: Ctx,
  ruleId: string,
  division: string,
  make: (base: RuleRow, mine: RuleRow[], today: string) => ClockRule | null,
): Promise<{ id: string }> {
  const id = randomUUID();
  await ctx.db.transaction(async (tx) => {
    const { today } = await lockSettings(tx);
    const rows = await ruleRows(tx);
    const base = rows.find((row) => row.id === rootOf(ruleId));
    if (!base) throw new DomainError('resource.not_found');
    if (base.certainty === 'law') throw new DomainError('setting.law_rule');
    const mine = rows.filter((row) => row.division === division && rootOf(row.id) === base.id && row.id !== base.id);
    const subject = `${base.id}@${division}`;
    if (await openChange(tx, 'clock_rule', subject)) throw new DomainError('setting.change_open');
    const rule = make(base, mine, today);
    const ends = mine.find((row) => row.validTo === null)?.id ?? null;
    const proposed: ProposedRule = { rule, ends, step: base.step, caseKind: base.caseKind, division };
    await insertChange(tx, { id, kind: 'clock_rule', subject, proposed, proposedBy: editorOf(ctx) });
  });
  await planSoon(ctx, id);
  return { id };
}

/** "promise.accept@3202.2" is the second version of a place for promise.accept. */
export const rootOf = (ruleId: string): string => ruleId.split('@')[0] ?? ruleId;
