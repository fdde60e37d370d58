/** An id as an address or a form gives it: only what fits is asked of the database, which refuses any other text as a fault. */
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
