import path from 'node:path';
import { parseArgs } from 'node:util';
import { PROVINCE_SETS } from '../../../../db/reference/demo/full/sets.ts';
import type { Log } from '../../../adapters/ports.ts';
import { buildDeps } from '../../../deps.ts';
import { openDatabase } from '../../demonstration-database.ts';
import { DATABASE, environment } from '../../demonstration-env.ts';
import { noteFullSize, openHome, runningAt } from '../../demonstration-home.ts';
import { seedPeople } from '../people.ts';
import { seedDemonstration } from '../seed.ts';
import { createProgress } from './progress.ts';
import { seedFull } from './seed.ts';

const SILENT: Log = { debug() {}, info() {}, warn() {}, error() {} };
const USAGE = `npm run demo -- --size full [--home .data]
  full   示例省全省：200 项承诺、2000 件诉求、500 条公示、一百万条评价；中断后可以接着做
         the whole fictional province; a run that was cut off goes on where it was
  small  第一次 npm start 时自动写入的数据（默认）· what the first npm start makes (default)`;

/** `npm run demo`. @returns the exit code */
export async function demoCommand(args: string[]): Promise<number> {
  let values: { size?: string; home?: string; scale?: string };
  try {
    const options = { size: { type: 'string' }, home: { type: 'string' }, scale: { type: 'string' } } as const;
    ({ values } = parseArgs({ args, options }));
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    return 2;
  }
  const size = values.size ?? 'small';
  const scale = Number(values.scale ?? 1);
  if (!['small', 'full'].includes(size) || !(scale > 0 && scale <= 1)) {
    console.error(USAGE);
    return 2;
  }
  const home = path.resolve(values.home ?? process.env.JIANNUO_HOME ?? '.data');
  openHome(home);
  const running = await runningAt(home);
  if (running) {
    console.error(`门户正在这个目录运行（${running}），请先停止它再写入演示数据。
The portal runs from this folder (${running}): stop it first, then fill the demonstration.`);
    return 1;
  }
  await fill(home, size === 'full', scale);
  return 0;
}

async function fill(home: string, full: boolean, scale: number): Promise<void> {
  const began = performance.now();
  const seconds = () => ((performance.now() - began) / 1000).toFixed(1);
  const say = (text: string) => console.log(`  ${seconds().padStart(5)} s  ${text}`);
  if (full) noteFullSize(home);
  const embedded = await openDatabase(home, say, full ? PROVINCE_SETS : []);
  try {
    const { config } = environment(home, embedded, 4321, '127.0.0.1');
    const ownerUrl = embedded.url(DATABASE, 'jiannuo_owner');
    const built = await buildDeps(config, SILENT);
    try {
      await seedDemonstration({ ...built, say }, config, ownerUrl, home);
      if (!full) return say('小型演示数据已经齐全 · the small demonstration is complete');
      const ctx = {
        ...built.deps,
        actor: { kind: 'system' },
        locale: 'zh-CN',
        requestId: 'demo',
        source: 'demonstration',
      } as const;
      const { actors } = await seedPeople(ctx, built.signIn, home);
      const done = await seedFull(built.deps, config, ownerUrl, actors, {
        scale,
        progress: createProgress(process.stdout),
      });
      say(
        done
          ? '全省演示数据已写入 · the full demonstration is complete'
          : '没有要做的：数据已经齐全 · nothing to do: it is complete',
      );
    } finally {
      await built.end();
    }
  } finally {
    await embedded.stop();
  }
}
