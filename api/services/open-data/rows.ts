import type { Tx } from '../../../db/client.ts';
import { allFigures } from '../../../db/queries/integrity.ts';
import { allCommitments, allDisclosures } from '../../../db/queries/open-data.ts';
import { commitmentVisibleTo } from '../../domain/commitment.ts';
import { PUBLIC_COMMITMENT_KEYS, publicCommitment } from '../../domain/commitment-view.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { PUBLIC_KEYS, publicView } from '../../domain/disclosure-view.ts';
import { COMPONENTS } from '../../domain/integrity.ts';
import {
  BODY_COLUMNS,
  type Column,
  type Dataset,
  DIVISION_COLUMNS,
  INTEGRITY_COLUMNS,
  type Row,
  recordColumns,
} from '../../domain/open-data.ts';
import type { Directory } from '../../domain/routing.ts';
import { bodyView } from '../directory/view.ts';
import { nameOf } from '../disclosures/places.ts';

export const recordColumnsNow = (): Column[] => recordColumns(PUBLIC_KEYS);
export const commitmentColumnsNow = (): Column[] => recordColumns([...PUBLIC_COMMITMENT_KEYS, 'owedByName']);

/** Columns of each set now; a release keeps its own. */
export const setColumns = (): Record<Dataset, Column[]> => ({
  disclosures: recordColumnsNow(),
  bodies: [...BODY_COLUMNS],
  divisions: [...DIVISION_COLUMNS],
  integrity: [...INTEGRITY_COLUMNS],
  commitments: commitmentColumnsNow(),
});

interface Place {
  directory: Directory;
  publicUrl: string;
  today: string;
}
const pick = (columns: readonly Column[], values: Row): Row =>
  Object.fromEntries(columns.map(({ name }) => [name, values[name] ?? null]));

/**
 * Rows of a set in ascending order of their keys, as the public may see them. Records pass the one function that decides
 * about that and the allow-list of their kind, whatever states and kinds there are.
 */
export const rowsOf: Readonly<Record<Dataset, (tx: Tx, place: Place) => AsyncGenerator<Row>>> = {
  async *disclosures(tx, { directory, publicUrl }) {
    const columns = recordColumnsNow();
    for await (const record of allDisclosures(tx)) {
      if (visibleTo({ kind: 'public' }, record) !== 'public') continue;
      const view = publicView(record);
      const divisionName = nameOf(directory, view.division);
      yield pick(columns, { ...view, divisionName, url: `${publicUrl}/disclosures/${record.id}` });
    }
  },

  async *bodies(_tx, { directory, publicUrl, today }) {
    const bodies = [...directory.bodies.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    for (const body of bodies) {
      const view = bodyView(directory, body, today);
      yield pick(BODY_COLUMNS, {
        ...view,
        successorId: view.successor?.id ?? null,
        url: `${publicUrl}/bodies/${body.id}`,
      });
    }
  },

  async *divisions(_tx, { directory }) {
    const divisions = [...directory.divisions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
    for (const division of divisions) yield pick(DIVISION_COLUMNS, { ...division });
  },

  async *integrity(tx, { directory }) {
    for await (const { inputs, weights, ...row } of allFigures(tx)) {
      const month = row.month.slice(0, 7);
      const name = row.kind === 'place' ? directory.divisions.get(row.subject) : directory.bodies.get(row.subject);
      const counts = COMPONENTS.flatMap((one) => [
        [`${one}Part`, inputs[one]?.[0] ?? null],
        [`${one}Total`, inputs[one]?.[1] ?? null],
        [`${one}Weight`, weights[one]],
      ]);
      yield pick(INTEGRITY_COLUMNS, {
        ...row,
        ...Object.fromEntries(counts),
        id: `${month}/${row.kind}/${row.subject}`,
        month,
        subjectKind: row.kind,
        name: name?.name ?? null,
      });
    }
  },

  /** Of each its reading on the day of the release: soon due or overdue is derived, so a row may change by the day alone. */
  async *commitments(tx, { directory, publicUrl, today }) {
    const columns = commitmentColumnsNow();
    for await (const row of allCommitments(tx)) {
      if (commitmentVisibleTo({ kind: 'public' }, row) !== 'public') continue;
      const view = publicCommitment(row, today);
      yield pick(columns, {
        ...view,
        owedByName: directory.bodies.get(view.owedById)?.name ?? null,
        divisionName: nameOf(directory, view.division),
        url: `${publicUrl}/commitments/${view.id}`,
      });
    }
  },
};
