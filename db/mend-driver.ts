/**
 * Mends postgres.js 3.4.9 as it is loaded, until a release does. Where a connection closed under a transaction, the driver
 * threw where nobody can catch, so that the process ended (its issues 1154 and 1208); kept a write that never left, so that the
 * connection could not come back for a minute; left queries unsettled (1186); and sent the rollback of a transaction that was
 * gone to whoever had the connection next. Must be imported before anything that imports `postgres`.
 */
import { registerHooks } from 'node:module';

/** What stands there, and what must stand there instead. */
type Mends = readonly (readonly [found: string, instead: string])[];

const CONNECTION: Mends = [
  // A query for a connection that is gone is told so, and nothing is written.
  [
    "    if (terminated)\n      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n",
    "    if (socket === null) {\n      queryError(q, Errors.connection('CONNECTION_CLOSED', options))\n      return true\n    }\n" +
      "    if (terminated)\n      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))\n",
  ],
  // What waited to be written is forgotten with the connection.
  [
    '    incomings = null\n    clearImmediate(nextWriteTimer)\n',
    '    incomings = null\n    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n',
  ],
  // Queries that came after the error are settled too.
  ['!hadError && (query || sent.length) && error(', ';(query || sent.length) && error('],
];

/** A transaction remembers that its connection is gone: nothing more of it is sent anywhere. */
const TRANSACTION: Mends = [
  ['    let savepoints = 0\n', '    let gone = null\n    let savepoints = 0\n'],
  [
    'new Promise((_, reject) => connection.onclose = reject)',
    'new Promise((_, reject) => connection.onclose = e => {\n' +
      '          gone = e\n          while (queries.length)\n            queries.shift().reject(e)\n          reject(e)\n        })',
  ],
  [
    '        q.catch(e => uncaughtError || (uncaughtError = e))\n',
    '        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (gone)\n          return q.reject(gone)\n',
  ],
];

const mendsOf = (url: string): Mends | null =>
  url.endsWith('/postgres/src/connection.js')
    ? CONNECTION
    : url.endsWith('/postgres/src/index.js')
      ? TRANSACTION
      : null;

/** @throws Error where the driver is another one: whoever takes a new release looks whether it still needs this */
function mend(source: string, mends: Mends): string {
  return mends.reduce((made, [found, instead]) => {
    if (made.split(found).length !== 2) throw new Error('postgres.js has changed: look at db/mend-driver.ts');
    return made.replace(found, () => instead);
  }, source);
}

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const mends = mendsOf(url);
    return mends ? { ...loaded, source: mend(String(loaded.source), mends) } : loaded;
  },
});
