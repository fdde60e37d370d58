import type { ReferenceSet } from '../set.ts';
import { CLOCK_RULES } from './rules.ts';

/** Legal clocks (domain.md, "Clocks"). A place that changes one makes a row of its own with its division. */
export const clocks: ReferenceSet = {
  name: 'clocks',
  tables: () => [
    {
      table: 'clock_rule',
      key: ['id'],
      columns: [
        'id',
        'case_kind',
        'subject',
        'step',
        'length',
        'unit',
        'start_event',
        'stop_event',
        'max_extension',
        'extension_approver',
        'on_expiry',
        'basis',
        'basis_en',
        'certainty',
        'division',
        'valid_from',
        'valid_to',
      ],
      rows: CLOCK_RULES.map((rule) => ({
        id: rule.id,
        case_kind: rule.caseKind,
        subject: rule.subject,
        step: rule.step,
        length: rule.length,
        unit: rule.unit,
        start_event: rule.startEvent,
        stop_event: rule.stopEvent,
        max_extension: rule.maxExtension,
        extension_approver: rule.extensionApprover,
        on_expiry: rule.onExpiry,
        basis: rule.basis,
        basis_en: rule.basisEn,
        certainty: rule.certainty,
        division: rule.division,
        valid_from: rule.validFrom,
        valid_to: rule.validTo,
      })),
      hashed: true,
    },
  ],
};
