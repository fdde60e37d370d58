/** 失信惩戒措施 taken because of a record, and the monthly list of what is open (失信治理名单). */
export const MEASURE_STATES = ['imposed', 'mitigated', 'lifted'] as const;
export type MeasureState = (typeof MEASURE_STATES)[number];

/** What the responsible body says of an entry of the list. */
export const PROGRESS = ['planned', 'performing', 'done', 'contested'] as const;
export type Progress = (typeof PROGRESS)[number];

/** Kinds that stand on the list while they are public: unperformed judgments and determined breaches (清存量、防增量). */
export const GOVERNED = ['unperformed_judgment', 'dishonesty_record'] as const;

/** The first day of the month of a legal date. */
export const monthOf = (date: string): string => `${date.slice(0, 7)}-01`;
