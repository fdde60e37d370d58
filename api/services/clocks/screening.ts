/** A held filing is screened on the next working day at the latest: what the complainant is told, and what is watched. */
export const SCREENING_DAYS = 1;
