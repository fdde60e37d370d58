import path from 'node:path';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { type Env, EnvError, readEnv } from '../env.ts';
import { isFullSize, openHome, runningAt } from './demonstration-home.ts';

export const DATABASE = 'jiannuo';

/** What the demonstration runs with: its own database, secrets and folders below `home`. */
export function environment(home: string, embedded: Embedded, port: number, host: string): Env {
  const { masterKeys, authSecret } = openHome(home);
  return readEnv({
    PUBLIC_URL: `http://localhost:${port}`,
    PLACE_DIVISION: '9901',
    PLACE_AREA: isFullSize(home) ? '99,32' : '9901,32',
    PLACE_NAME: '样例市',
    PLACE_NAME_EN: 'Sample City',
    LOG_LEVEL: 'warn',
    ...process.env,
    // What follows is the demonstration's own, whatever a shell may hold for a real portal.
    NODE_ENV: 'production',
    DATABASE_URL: embedded.url(DATABASE, 'jiannuo_app'),
    MIGRATION_DATABASE_URL: embedded.url(DATABASE, 'jiannuo_owner'),
    MASTER_KEYS: masterKeys,
    AUTH_SECRET: authSecret,
    EVIDENCE_DIR: path.join(home, 'evidence'),
    OPEN_DATA_DIR: path.join(home, 'open-data'),
    ERASURE_LIST: path.join(home, 'erasures.jsonl'),
    S3_ENDPOINT: '',
    MAIL_DIR: path.join(home, 'mail'),
    SMTP_URL: '',
    JIANNUO_HOME: home,
    JIANNUO_DEMONSTRATION: '1',
    PORT: String(port),
    HOST: host,
  });
}

/**
 * The environment of a command: that of the shell, or of the demonstration that runs from this folder where the shell
 * names no database. @throws EnvError where there is neither
 */
export async function commandEnv(): Promise<Env> {
  if (process.env.DATABASE_URL) return readEnv();
  const home = path.resolve(process.env.JIANNUO_HOME ?? '.data');
  const url = await runningAt(home);
  if (!url) {
    throw new EnvError('DATABASE_URL is missing. For the demonstration, run npm start in another terminal first.');
  }
  // The server is up: this finds it and starts none.
  return environment(home, await startEmbedded({ home }), Number(new URL(url).port || 80), '127.0.0.1');
}
