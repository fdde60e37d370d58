/** `npm run doctor`: says what is well and what is not; ends with 1 where something is not. Changes nothing but a canary. */
import { checkSchema, checkServer } from '../../db/migrate.ts';
import { clockSkew, mayRewriteHistory } from '../../db/queries/canary.ts';
import { lastErasure } from '../../db/queries/erasure.ts';
import { queueFigures } from '../../db/queries/system.ts';
import { readErasureList } from '../adapters/erasure-list.ts';
import { createMailer } from '../adapters/mailer.ts';
import { buildDeps } from '../deps.ts';
import type { Env } from '../env.ts';
import { checkKeys } from '../services/check-keys.ts';
import { keyStatus } from '../services/keys/status.ts';
import { commandEnv } from './demonstration-env.ts';

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** Each check answers with what it found, or throws what is wrong. */
export async function examine(env: Env, say: (name: string, well: boolean, words: string) => void): Promise<boolean> {
  const built = await buildDeps({ ...env.config, poolSize: 2 }, silent);
  const { sql } = built.pools;
  const checks: Record<string, () => Promise<string>> = {
    async database() {
      await checkServer(sql);
      const [row] = await sql`select current_setting('server_version') as version`;
      return `PostgreSQL ${row?.version}, UTF-8, Chinese`;
    },
    async schema() {
      await checkSchema(sql);
      if (await mayRewriteHistory(sql)) {
        throw new Error('DATABASE_URL may change or delete events: it must be another role than the owner');
      }
      return 'known; the application cannot rewrite history';
    },
    async keys() {
      const wrong = await checkKeys(built.deps, 'first');
      if (wrong.length > 0) throw new Error(wrong.join('; '));
      const { newest, versions } = await keyStatus(built.deps);
      const old = versions
        .filter(({ version }) => version < newest)
        .map(({ version, caseKeys, removable }) =>
          removable
            ? `version ${version} is no longer needed (npm run keys -- retire ${version})`
            : caseKeys > 0
              ? `${caseKeys} case keys wait for npm run keys -- rotate`
              : `version ${version} is still needed (npm run keys -- status)`,
        );
      return [`version ${newest} opens what it sealed`, ...old].join('; ');
    },
    storage: () => built.deps.evidence.check(),
    'open data': () => built.deps.shelf.check(),
    async scanner() {
      const { scanner } = built.deps;
      return scanner ? await scanner.check() : 'none: files of complainants are held as unscanned (CLAMD_HOST)';
    },
    async erasures() {
      const list = await readErasureList(env.erasureList, built.deps.keys);
      const last = await lastErasure(sql);
      if (!list && last > 0)
        throw new Error(`there is no list of erasures at ${env.erasureList}: start the portal once`);
      if (list && list.last > last) {
        throw new Error('the list knows erasures that the database does not: npm run restore -- --replay');
      }
      return `${list?.entries.length ?? 0} in the list, whole`;
    },
    async mail() {
      await createMailer({ ...env, from: env.mailFrom, patience: 10_000 }).verify();
      return env.mailDir ? 'written to files (demonstration)' : 'the server takes mails';
    },
    async outbox() {
      const { waiting, age } = await queueFigures(sql);
      if (age > 900) throw new Error(`${waiting} tasks wait, the oldest for ${Math.round(age / 60)} minutes`);
      return waiting === 0 ? 'nothing waits' : `${waiting} tasks wait`;
    },
    async clock() {
      const skew = Math.round(await clockSkew(sql));
      if (Math.abs(skew) > 5_000) throw new Error(`this machine and the database differ by ${skew} ms`);
      return `${Math.abs(skew)} ms from the database`;
    },
  };
  let well = true;
  try {
    for (const [name, check] of Object.entries(checks)) {
      try {
        say(name, true, await check());
      } catch (error) {
        well = false;
        const { message, code } = error as { message?: string; code?: string };
        say(name, false, message || code || String(error));
      }
    }
  } finally {
    await built.end();
  }
  return well;
}

if (process.argv[1] === import.meta.filename) {
  try {
    const well = await examine(await commandEnv(), (name, fine, words) =>
      console.log(`${fine ? 'ok    ' : 'FAILED'}  ${name.padEnd(9)} ${words}`),
    );
    process.exitCode = well ? 0 : 1;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
