import { BODY_KINDS } from '../../domain/directory.ts';
import { isAnonymousName, naturalKey } from '../../domain/disclosure-key.ts';
import { titleOf } from '../../domain/disclosure-title.ts';
import { Cells, type RowKind } from './import-row.ts';

const STATUSES = ['open', 'performed', 'settled'] as const;
const CLASSES = ['minor', 'ordinary', 'serious'] as const;

/**
 * Entries of the published lists of bodies that did not obey judgments (政府机构失信案件). Who has performed or settled is
 * off the list: the entry is kept with its history and never shown.
 */
export const failedEnforcement: RowKind = {
  kind: 'failed-enforcement',
  columns: {
    required: ['body', 'division', 'kind', 'conduct', 'status', 'source'],
    optional: ['count', 'case_number', 'court', 'amount', 'listed_on', 'publication_class', 'performed_on'],
  },
  read(row, { today, divisions, previous }) {
    // 同上 means the cell above it.
    for (const [column, value] of Object.entries(row.cells)) {
      if (value === '同上' && previous?.[column]) row.cells[column] = previous[column];
    }
    const cells = new Cells(row);
    const bodyName = cells.required('body', 120);
    const division = cells.division('division', divisions, true);
    const bodyKind = cells.oneOf('kind', BODY_KINDS);
    const conduct = cells.required('conduct', 200);
    const status = cells.oneOf('status', STATUSES);
    const source = cells.required('source', 400);
    if (source === '同上') cells.refuse('source', 'nothing_above');
    const number = cells.number('case_number', false);
    const listedOn = cells.date('listed_on', today);
    const named = /(\d{4})\s*年/.exec(source.normalize('NFKC'));
    const year = Number(listedOn?.slice(0, 4) ?? named?.[1] ?? number?.year ?? 0);
    if (year < 1979 || year > Number(today.slice(0, 4))) cells.refuse('source', 'year_missing');
    const classText = cells.text('publication_class', 20);
    const publicationClass = CLASSES.find((c) => c === classText) ?? 'ordinary';
    if (classText && classText !== publicationClass) cells.refuse('publication_class', 'value_unknown');
    const done = status === 'performed' || status === 'settled';
    const base = {
      kind: 'unperformed_judgment' as const,
      bodyId: null,
      bodyName,
      matter: 'unperformed_judgment' as const,
      caseNumber: number?.text ?? null,
      court: cells.text('court', 80),
      courtDivision: null,
      documentNumber: null,
      decidingBody: null,
      decidedOn: listedOn,
      year,
      outcome: null,
      conduct,
      count: cells.count('count'),
      amount: cells.amount('amount'),
      summary: `${conduct}。`,
      requiredAction: done ? null : '履行生效法律文书确定的义务。',
      performed: status === 'settled' ? '已和解。' : done ? '已履行或者和解。' : null,
      performedOn: cells.date('performed_on', today),
      source,
      publicationClass,
      publishUntil: null,
    };
    if (cells.faults.length > 0 || !division || !bodyKind) return cells.faults;
    const facts = { ...base, division, title: titleOf(base) };
    return {
      line: row.line,
      key: naturalKey(facts) ?? '',
      facts,
      bodyKind: isAnonymousName(bodyName) ? null : bodyKind,
      uscc: null,
      performed: done,
    };
  },
};
