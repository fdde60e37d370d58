import { failedEnforcement } from './import-failed-enforcement.ts';
import { judgments } from './import-judgments.ts';
import { recordKinds } from './import-records.ts';
import type { RowKind } from './import-row.ts';

/** All tables that can be imported, by the word of the command. */
export const IMPORT_KINDS: ReadonlyMap<string, RowKind> = new Map(
  [judgments, failedEnforcement, ...recordKinds].map((kind) => [kind.kind, kind]),
);
