import { z } from 'zod';
import { DisclosureFilters } from './disclosure.ts';
import { email } from './everyday.ts';

/** A selection of records and where to tell of new ones. */
export const Subscribe = DisclosureFilters.extend({ email });
export type Subscribe = z.output<typeof Subscribe>;

/** As it stands in the links of the mails. */
export const SubscriptionToken = z.string().regex(/^[0-9a-f]{32}$/, 'invalid_format');
