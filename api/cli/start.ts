/**
 * `npm start`: the whole portal with a fictional place, from nothing but npm. Never used in earnest (`npm run serve` is):
 * it makes its own database, secrets and people. Runs as root and as anybody else, again after kill -9, and beside others.
 */
import fs from 'node:fs';
import path from 'node:path';
import { SchemaError } from '../../db/migrate.ts';
import { newestRelease } from '../../db/queries/open-data.ts';
import type { Env } from '../env.ts';
import { createLog } from '../log.ts';
import { type Running, serve } from '../serve.ts';
import { buildNightly } from '../services/open-data/refresh.ts';
import { buildSite } from './build.ts';
import type { SignIns } from './demonstration/people.ts';
import { seedDemonstration } from './demonstration/seed.ts';
import { openDatabase } from './demonstration-database.ts';
import { DATABASE, environment } from './demonstration-env.ts';
import { forgetRunning, noteRunning, openHome, runningAt } from './demonstration-home.ts';
import { freePort } from './free-port.ts';

async function start(): Promise<void> {
  const began = performance.now();
  const say = (text: string) =>
    console.log(`  ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);
  const home = path.resolve(process.env.JIANNUO_HOME ?? '.data');
  const dist = path.resolve(process.env.JIANNUO_DIST ?? '.dist');
  const host = process.env.HOST ?? '127.0.0.1';
  openHome(home);
  const other = await runningAt(home);
  if (other) {
    console.log(`践诺 Jiannuo runs already from this folder: ${other}`);
    return;
  }
  console.log('践诺 Jiannuo · 演示 demonstration');
  const [embedded] = await Promise.all([
    openDatabase(home, say),
    buildSite(dist).then((built) => built && say('网站已构建 · the site is built')),
  ]);
  const port = await freePort(Number(process.env.PORT ?? 4321), host);
  const env = environment(home, embedded, port, host);
  const running = await serve(env, createLog(env.logLevel));
  const signIns = await demonstrate(running, env, embedded.url(DATABASE, 'jiannuo_owner'), say);
  noteRunning(home, env.config.publicUrl);
  await firstRelease(running, say);
  say('已就绪 · ready');
  printAddresses(env);
  printSignIns(signIns);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    forgetRunning(home);
    await running.stop();
    await embedded.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

/** Fictional officials, cases, records and service points, made once. */
async function demonstrate(
  running: Running,
  env: Env,
  ownerUrl: string,
  say: (text: string) => void,
): Promise<SignIns> {
  fs.mkdirSync(path.join(env.home, 'mail'), { recursive: true, mode: 0o700 });
  return seedDemonstration({ ...running.built, say }, env.config, ownerUrl, env.home);
}

/** The page of open data has something to show before the first night. */
async function firstRelease({ built }: Running, say: (text: string) => void): Promise<void> {
  if (await newestRelease(built.deps.db)) return;
  const name = await buildNightly(built.deps, 'manual');
  if (name) say(`开放数据已生成 · open data: ${name}`);
}

/** For the demonstration only: made fresh on this machine, kept in sign-ins.json below its home. */
function printSignIns(signIns: SignIns): void {
  console.log('  演示账号 Sign-ins (password · TOTP secret, time based):');
  for (const s of signIns) {
    console.log(`  ${s.what.padEnd(20)} ${s.email.padEnd(28)} ${s.password}  ${s.totpSecret}`);
  }
  console.log();
}

function printAddresses(env: Env): void {
  const url = env.config.publicUrl;
  console.log(`
  首页 Home           ${url}/
  英文 English        ${url}/en/
  工作人员 Officials  ${url}/officials
  接口 API            ${url}/api/docs
  邮件 Mails          ${path.join(env.home, 'mail')}
`);
}

try {
  await start();
} catch (error) {
  if (error instanceof SchemaError) {
    console.error(
      `${error.message}\nThis folder holds the demonstration of another version. To begin anew: rm -rf .data`,
    );
  } else console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exit(1);
}
