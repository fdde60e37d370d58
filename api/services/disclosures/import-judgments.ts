import { kindOfName } from '../../domain/body-kind.ts';
import { isCreditCode, normaliseCreditCode } from '../../domain/credit-code.ts';
import { JUDGMENT_OUTCOMES } from '../../domain/disclosure.ts';
import { isAnonymousName, naturalKey } from '../../domain/disclosure-key.ts';
import { titleOf } from '../../domain/disclosure-title.ts';
import { MATTERS } from '../../domain/matter.ts';
import { Cells, type RowKind } from './import-row.ts';

/**
 * Judgments against government bodies. A defendant in the area of the portal gets a record (lost_judgment); elsewhere
 * the judgment is a typical case. The date may be missing: the year is then that of the case number.
 */
export const judgments: RowKind = {
  kind: 'judgments',
  columns: {
    required: ['case_number', 'court', 'defendant', 'defendant_division', 'matter', 'outcome', 'summary', 'source'],
    optional: [
      'judged_on',
      'court_division',
      'defendant_uscc',
      'amount',
      'required_action',
      'performed',
      'performed_on',
    ],
  },
  read(row, { today, divisions, inArea }) {
    const cells = new Cells(row);
    const number = cells.number('case_number', true);
    if (number && number.year > Number(today.slice(0, 4))) cells.refuse('case_number', 'date_future');
    const decidedOn = cells.date('judged_on', today);
    if (decidedOn && number && Number(decidedOn.slice(0, 4)) < number.year) {
      cells.refuse('judged_on', 'date_before_number');
    }
    const bodyName = cells.required('defendant', 120);
    const division = cells.division('defendant_division', divisions, true);
    const uscc = normaliseCreditCode(cells.text('defendant_uscc', 30) ?? '') || null;
    if (uscc && !isCreditCode(uscc)) cells.refuse('defendant_uscc', 'uscc');
    const matter = cells.oneOf('matter', MATTERS);
    const outcome = cells.oneOf('outcome', JUDGMENT_OUTCOMES);
    const base = {
      bodyId: null,
      bodyName,
      caseNumber: number?.text ?? null,
      court: cells.required('court', 80),
      courtDivision: cells.division('court_division', divisions, false),
      documentNumber: null,
      decidingBody: null,
      decidedOn,
      conduct: null,
      count: 1,
      amount: cells.amount('amount'),
      summary: cells.required('summary', 4000),
      requiredAction: cells.text('required_action', 1000),
      performed: cells.text('performed', 1000),
      performedOn: cells.date('performed_on', today),
      source: cells.required('source', 400),
      publicationClass: 'none' as const,
      publishUntil: null,
    };
    if (cells.faults.length > 0 || !number || !division || !matter || !outcome) return cells.faults;
    const kind = inArea(division) ? ('lost_judgment' as const) : ('typical_case' as const);
    const year = decidedOn ? Number(decidedOn.slice(0, 4)) : number.year;
    const facts = {
      ...base,
      kind,
      division,
      matter,
      outcome,
      year,
      title: titleOf({ ...base, kind, matter, outcome }),
    };
    return {
      line: row.line,
      key: naturalKey(facts) ?? '',
      facts,
      bodyKind: isAnonymousName(bodyName) ? null : kindOfName(bodyName).kind,
      uscc,
      performed: false,
    };
  },
};
