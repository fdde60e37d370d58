/** Mails of a subscription: the question whether it is wanted, and the digest of a day. */
export const SUBSCRIPTION_MAILS = ['question', 'digest'] as const;
export type SubscriptionMail = (typeof SUBSCRIPTION_MAILS)[number];

/** Hours after which a subscription that nobody confirmed is forgotten with its address. */
export const CONFIRM_HOURS = 48;
/** Questions that one address is sent in a day, whoever asks for them. */
export const QUESTIONS_A_DAY = 3;
/** Records named in one digest; the list has the rest. */
export const DIGEST_LINES = 50;
