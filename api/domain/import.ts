/** Imports of records: a file waits, is checked, then applied part by part; a check may block it. */
export const IMPORT_STATES = ['waiting', 'checked', 'blocked', 'applying', 'finished', 'abandoned'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const IMPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** `all`: one bad row and nothing is imported; `partial`: the good rows are. */
export const IMPORT_MODES = ['all', 'partial'] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** One press that publishes a whole batch. `stopped`: whoever pressed may no longer publish. */
export const PUBLICATION_STATES = ['running', 'done', 'cancelled', 'stopped'] as const;
export type PublicationState = (typeof PUBLICATION_STATES)[number];
