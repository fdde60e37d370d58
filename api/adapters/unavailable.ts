const DOWN = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  '57P01', // terminated by an administrator
  '57P02', // crash of another backend
  '57P03', // starting up
  '57014', // statement timeout
  '53100', // disk full
  '53300', // too many connections
  '08006',
]);

/** Whether PostgreSQL is down, starting, full or out of connections, wherever the error is wrapped. */
export function isUnavailable(error: unknown): boolean {
  let e = error;
  for (let depth = 0; e && depth < 5; depth += 1) {
    const { code, cause } = e as { code?: unknown; cause?: unknown };
    if (typeof code === 'string' && DOWN.has(code)) return true;
    e = cause;
  }
  return false;
}
