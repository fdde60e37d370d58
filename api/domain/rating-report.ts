/**
 * 好差评 reported upward. 国办发〔2019〕51号 asks that the data of ratings are gathered by the places and by the nation; the items
 * follow GB/T 39734-2020 and GB/T 39735-2020 as far as press reports and local pages tell [report]. The national platform hands out
 * its own interface to those who join it: these columns are ours, each with what it is, to be mapped there. No words of raters, no
 * contact, no number of a transaction and no mark of a device is among them.
 */
export const REPORT_SETS = ['ratings', 'loop'] as const;
export type ReportSet = (typeof REPORT_SETS)[number];
export const REPORT_FORMATS = ['csv', 'ndjson'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** Rows in one message of the push. */
export const REPORT_PART = 1000;

const COMMON = [
  'rating_id',
  'rated_at',
  'division',
  'body',
  'body_uscc',
  'point_id',
  'point_kind',
  'point',
  'place',
  'channel',
  'level',
];
/** `ratings`: given on the day. `loop`: bad ratings of which something was contacted, checked, changed, answered or decided on the day. */
export const REPORT_COLUMNS: Readonly<Record<ReportSet, readonly string[]>> = {
  ratings: [...COMMON, 'indicators', 'named', 'repeated'],
  loop: [
    ...COMMON,
    'contacted_at',
    'finding',
    'rectified_at',
    'measure',
    'answered_at',
    'looked_again',
    'review',
    'review_reason',
    'reviewed_at',
  ],
};

export type ReportRow = Record<string, string | number | boolean | null>;
