/** Events that later commit to a public log: payloads hold ids, codes, dates and salted commitments, never prose. */
export const EVENT_SUBJECTS = [
  'case',
  'disclosure',
  'rating',
  'body',
  'official',
  'setting',
  'report',
  'sharing',
  'credit_check',
  'commitment',
  'handover',
] as const;
export type EventSubject = (typeof EVENT_SUBJECTS)[number];
/** Events of a case that are the bodies' own business until they come to something: the complainant's timeline has none of them. */
export const INTERNAL_EVENTS: readonly string[] = [
  'answer_proposed',
  'answer_returned',
  'assigned',
  'linked',
  'unlinked',
  'mediated',
  'determination_proposed',
  'determination_returned',
  'extension_asked',
  'extension_refused',
  'rating_review_asked',
  'rating_review_refused',
];
export type EventPayload = {
  [key: string]: string | number | boolean | null | EventPayload | readonly (string | number)[];
};
