import {
  type DueForErasure,
  dueForErasure,
  type ErasedLately,
  erasedLately,
  retentionRules,
} from '../../../db/queries/retention.ts';
import { CASE_KINDS, type CaseKind } from '../../domain/case.ts';
import { type OtherSubject, RETENTION_SUBJECTS, type RetentionRule, ruleOn } from '../../domain/retention.ts';
import { legalDay } from '../complaints/today.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from '../officials/administer.ts';
import { bodiesOf } from '../officials/authorise.ts';

/** What an administrator reads of retention: nothing of it names a case. */
export interface RetentionView {
  kinds: {
    kind: CaseKind | OtherSubject;
    /** The rule in force today; null: nothing of the kind is erased by itself. */
    rule: RetentionRule | null;
    /** Rules that begin later. */
    later: RetentionRule[];
    due: Omit<DueForErasure, 'kind'>;
  }[];
  total: Omit<DueForErasure, 'kind'>;
  erased: (ErasedLately & { kind: CaseKind | OtherSubject | null })[];
}

const OTHERS = RETENTION_SUBJECTS.filter((subject): subject is OtherSubject => subject !== 'case');
const isOther = (kind: CaseKind | OtherSubject): kind is OtherSubject => (OTHERS as readonly string[]).includes(kind);
const kindOf = (rule: RetentionRule | undefined): CaseKind | OtherSubject | null =>
  !rule ? null : rule.subject === 'case' ? rule.caseKind : rule.subject;
const LINES = 60;
const NONE = { now: 0, in30: 0, in90: 0, held: 0 };

/**
 * The rules are everybody's; figures are those of the bodies in the administrator's reach.
 * @throws DomainError auth.required | auth.forbidden
 */
export async function retentionView(ctx: Ctx): Promise<RetentionView> {
  await requireAdministrator(ctx, []);
  const bodies = [...(await bodiesOf(ctx, ['administrator']))];
  const [rules, today] = await Promise.all([retentionRules(ctx.sql), legalDay(ctx)]);
  const all = [...CASE_KINDS, ...OTHERS].map((kind) => {
    const [subject, of] = isOther(kind) ? ([kind, 'other'] as const) : (['case', kind] as const);
    const rule = ruleOn(rules, subject, of, today);
    const later = rules.filter(
      (one) => one.subject === subject && one.validFrom > today && (one.caseKind === null || one.caseKind === kind),
    );
    return { kind, rule, later };
  });
  const inForce = all.flatMap(({ kind, rule }) => (rule ? [{ kind, length: rule.length, unit: rule.unit }] : []));
  const [due, erased] = await Promise.all([
    dueForErasure(ctx.sql, bodies, inForce),
    erasedLately(ctx.sql, bodies, LINES),
  ]);
  const kinds = all.map((one) => {
    const { now, in30, in90, held } = due.find((row) => row.kind === one.kind) ?? NONE;
    return { ...one, due: { now, in30, in90, held } };
  });
  const sum = (of: keyof typeof NONE) => kinds.reduce((total, { due: row }) => total + row[of], 0);
  return {
    kinds,
    total: { now: sum('now'), in30: sum('in30'), in90: sum('in90'), held: sum('held') },
    erased: erased.map((row) => ({ ...row, kind: kindOf(rules.find((rule) => rule.id === row.code)) })),
  };
}
