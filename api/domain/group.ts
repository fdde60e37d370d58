/** Cases that belong together without being one: two that are alike, or a mass complaint with the case that leads it. */
export const LINK_KINDS = ['duplicate', 'member'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** A mass complaint is answered in one go of the page up to here; larger ones go on where the last go ended. */
export const REPLY_BATCH = 100;
/** Members of one mass complaint. */
export const MOST_MEMBERS = 2000;
