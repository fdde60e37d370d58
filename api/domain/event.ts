/** Events that later commit to a public log: payloads hold ids, codes, dates and salted commitments, never prose. */
export const EVENT_SUBJECTS = ['case', 'disclosure', 'rating', 'body', 'official', 'setting'] as const;
export type EventSubject = (typeof EVENT_SUBJECTS)[number];
export type EventPayload = {
  [key: string]: string | number | boolean | null | EventPayload | readonly (string | number)[];
};
