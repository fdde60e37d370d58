import { bodiesWith, SIGHTS, type SightHead } from './sight.ts';

/**
 * What a complainant released, to which body. Pure: the one rule by which pages, forms, files and the interface decide what
 * of a person a body may read (个人信息保护法 art. 15: consent can be withdrawn; art. 23: named recipient, named purpose).
 */
export const RELEASE_FIELDS = ['identity', 'contact', 'evidence', 'narrative'] as const;
export type ReleaseField = (typeof RELEASE_FIELDS)[number];

/** A release in force; one that was revoked is not in the list. */
export interface Release {
  bodyId: string;
  field: string;
}

/**
 * Whether a body must read a field to do what the law asks of it: the story, where it has any sight of the case. An arbiter can
 * only say who is competent, and a supporting body what it thinks, by knowing what it is about. Everything else is the
 * complainant's to give. The body complained of, and one that stands beside a case unasked, read nothing by duty.
 */
export const byDuty = (field: ReleaseField, bodyId: string, head: SightHead): boolean =>
  field === 'narrative' && SIGHTS.some((sight) => bodiesWith(sight, head).includes(bodyId));

/** Whether a body may read a field of a case now: by duty, or because it was released to it. */
export const mayRead = (field: ReleaseField, bodyId: string, releases: readonly Release[], head: SightHead): boolean =>
  byDuty(field, bodyId, head) || releases.some((release) => release.bodyId === bodyId && release.field === field);

/** What a filing says about sharing, as the first rows of release. */
export interface FirstReleases {
  handlerId: string;
  acceptingId: string | null;
  respondentId: string;
  identityToHandler: boolean;
  identityToRespondent: boolean;
  /** The parts that there are: a tip-off may have neither. */
  has: { identity: boolean; contact: boolean };
}

/**
 * The rows of release that a new case begins with. Evidence goes to the bodies that deal with it (the form says so); who asks
 * goes there only where that was allowed; the body complained of learns at most the name, never the telephone.
 */
export function firstReleases(filing: FirstReleases): { bodyId: string; field: ReleaseField }[] {
  const { handlerId, acceptingId, respondentId, has } = filing;
  const dealing = [handlerId, ...(acceptingId && acceptingId !== handlerId ? [acceptingId] : [])];
  const rows: { bodyId: string; field: ReleaseField }[] = [];
  for (const bodyId of dealing) {
    if (filing.identityToHandler && has.identity) rows.push({ bodyId, field: 'identity' });
    if (filing.identityToHandler && has.contact) rows.push({ bodyId, field: 'contact' });
    rows.push({ bodyId, field: 'evidence' });
  }
  const known = rows.some((row) => row.bodyId === respondentId && row.field === 'identity');
  if (filing.identityToRespondent && has.identity && !known) rows.push({ bodyId: respondentId, field: 'identity' });
  return rows;
}

/** Why an official read something of a person; words beside it stay in the log. */
export const READING_REASONS = ['verify', 'contact', 'handle', 'pay', 'supervise', 'law', 'other'] as const;
export type ReadingReason = (typeof READING_REASONS)[number];
