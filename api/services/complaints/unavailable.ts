import { DomainError } from '../../domain/errors.ts';

const PATIENCE = 15_000; // a query of a connection that died may never settle (postgres.js issue 1186)
const RETRY_AFTER = 5;

interface Fault {
  code?: string;
  constraint_name?: string;
}

/** Another transaction wrote the same submission first. */
export function isTwin(error: unknown): boolean {
  const fault = error as Fault | null;
  return (
    fault?.code === '23505' &&
    ['case_submission_pkey', 'case_key_submission_hash_key'].includes(fault.constraint_name ?? '')
  );
}

/** The connection or the server failed, so that it is unknown whether anything was written. */
export function isBroken(error: unknown): boolean {
  const code = String((error as Fault | null)?.code ?? '');
  return (
    /^(?:CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ENOENT|ETIMEDOUT)/.test(code) || /^(?:08|57P|53)/.test(code) // lost connection, shutdown, out of connections, disk or memory
  );
}

const unavailable = () => new DomainError('service.unavailable', { params: { retryAfter: RETRY_AFTER } });

/**
 * Runs work that may be repeated: once more where the connection broke, because the submission id tells what became of the
 * first attempt; then says that the service is busy. Nothing here waits without end.
 */
export async function onConnection<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable()), PATIENCE);
  });
  const attempt = async (): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (!isBroken(error)) throw error;
      return await work();
    }
  };
  try {
    return await Promise.race([attempt(), deadline]);
  } catch (error) {
    throw isBroken(error) ? unavailable() : error;
  } finally {
    clearTimeout(timer);
  }
}
