import { pino } from 'pino';
import type { Log } from './adapters/ports.ts';

/** JSON lines. Fields that could hold a person, an address or a secret are removed wherever a caller forgot. */
export function createLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        'email',
        'to',
        'phone',
        'name',
        'password',
        'code',
        'queryCode',
        'cookie',
        'authorization',
        'address',
        'url',
      ],
      remove: true,
    },
  });
}
