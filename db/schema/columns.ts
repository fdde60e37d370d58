import { customType } from 'drizzle-orm/pg-core';

/** bytea as Buffer. */
export const bytea = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** tsvector is only written through array_to_tsvector(); read it never. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });
