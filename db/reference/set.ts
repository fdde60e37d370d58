/** Reference data as db/seed.ts loads it: sets of tables, in the order in which they refer to each other. */

export type Cell = string | number | boolean | null | object;
export type Row = Record<string, Cell>;

export interface ReferenceTable {
  table: string;
  key: string[];
  /** Columns that the reference decides; every row has them all. */
  columns: string[];
  rows: Row[];
  /** Has columns origin and reference_hash: a row that was edited locally is left alone. */
  hashed: boolean;
  /** Another row that says the same in these columns wins over the reference (a body that an import made). */
  unlessTaken?: string[];
  /** Rows belong to a row of another table: they are loaded where it is there and was not edited locally. */
  owner?: { table: string; column: string; key: string };
}

export interface ReferenceSet {
  name: string;
  tables(): ReferenceTable[];
}
