import type { Rung } from '../../../api/domain/ladder.ts';

/**
 * Who is warned when. No national text gives the days: 督办 of what is late is asked for (保障中小企业款项支付条例 art. 25,
 * 优化营商环境条例 art. 31), the rungs are this product's default, which a place may replace by its own.
 */
const rung = (n: number, days: number, template: Rung['template'], roles: Rung['roles'], superior = false): Rung => ({
  id: `ladder.${n}`,
  division: null,
  rung: n,
  days,
  roles,
  superior,
  template,
  validFrom: null,
  validTo: null,
});

export const LADDER: readonly Rung[] = [
  rung(1, -3, 'case.due_soon', ['handler']),
  rung(2, -1, 'case.due_soon', ['handler', 'approver']),
  rung(3, 1, 'case.overdue', ['handler', 'approver', 'supervisor']),
  rung(4, 5, 'case.escalated', ['supervisor'], true),
];
