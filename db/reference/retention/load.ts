import type { ReferenceSet } from '../set.ts';
import { RETENTION_RULES } from './rules.ts';

/** Periods after which persons are erased. A place that changes one adds a row of its own with a later date. */
export const retention: ReferenceSet = {
  name: 'retention',
  tables: () => [
    {
      table: 'retention_rule',
      key: ['id'],
      columns: ['id', 'subject', 'case_kind', 'length', 'unit', 'basis', 'basis_en', 'certainty', 'valid_from'],
      rows: RETENTION_RULES.map((rule) => ({
        id: rule.id,
        subject: rule.subject,
        case_kind: rule.caseKind,
        length: rule.length,
        unit: rule.unit,
        basis: rule.basis,
        basis_en: rule.basisEn,
        certainty: 'local',
        valid_from: '2021-11-01', // the law's first day
      })),
      hashed: true,
    },
  ],
};
