/** What may go along with a request for a written explanation (书面说明原因), beside the handler's own words. */
export const EXPLANATION_RELEASES = ['demands', 'narrative'] as const;
export type ExplanationRelease = (typeof EXPLANATION_RELEASES)[number];

/**
 * What the body complained of may read of the complaint. The words of a complaint tell who wrote them: whoever hides the
 * identity from the respondent (条例 arts 20, 35: no retaliation) hides the words too, unless they were released to that
 * very body. `released`: releases in force, so that a revoked one counts no more.
 */
export function releasable(
  respondentIds: readonly string[],
  released: readonly { bodyId: string; field: string }[],
): ExplanationRelease[] {
  const known = released.some(
    ({ bodyId, field }) => respondentIds.includes(bodyId) && (field === 'identity' || field === 'narrative'),
  );
  return known ? [...EXPLANATION_RELEASES] : [];
}

/** A number of its own: it is drawn, so that it tells nothing of the case. */
export const EXPLANATION_REFERENCE = /^SM-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;
export const explanationReference = (random: string): string => `SM-${random.slice(0, 4)}-${random.slice(4, 8)}`;
