import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Embedded, startEmbedded } from '../../db/embedded.ts';
import { crowd, type Sent, send } from '../support/crowd.ts';
import { complaint } from '../support/filing.ts';
import { checkLaw, LONG, PATIENCE, tell } from '../support/law.ts';
import { dataOf, ownCluster, ownerOf, removeCluster, someRespondent } from '../support/own-cluster.ts';
import { type Site, startSite } from '../support/site.ts';
import { noMountBecause, type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { until } from '../support/until.ts';

const FAULT = 'disk of PostgreSQL full';
const MB = 1024 * 1024;
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jiannuo-postgres-full-'));
let embedded: Embedded | undefined;
let site: Site | undefined;
let disk: SmallDisk | undefined;
afterEach(async () => {
  await site?.stop();
  await embedded?.stop();
  disk?.end();
  if (embedded) removeCluster(embedded, home);
});

/** A cluster whose data and log of transactions lie on a disk with `spare` bytes to go. */
async function onSmallDisk(spare: number): Promise<Embedded> {
  const settings = { wal_recycle: 'off', min_wal_size: '32MB', max_wal_size: '32MB' };
  const first = await ownCluster(home, settings);
  embedded = first;
  await first.stop();
  const data = dataOf(first, home);
  const { uid, gid } = fs.statSync(data);
  const used = Number(spawnSync('du', ['-s', '-B1', data], { encoding: 'utf8' }).stdout.split('\t')[0]);
  disk = smallDisk(used + spare);
  const copied = spawnSync('cp', ['-a', `${data}/.`, disk.folder], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.stderr);
  // PostgreSQL runs as somebody else than root and wants the folder for itself.
  fs.chownSync(disk.folder, uid, gid);
  fs.chmodSync(disk.folder, 0o700);
  fs.rmSync(data, { recursive: true });
  fs.symlinkSync(disk.folder, data);
  return startEmbedded({ home, settings });
}

const impossible = noMountBecause();
if (impossible) tell(FAULT, { skipped: impossible });

test.skipIf(impossible)(
  'with the disk of PostgreSQL full, filings hear 503; with room again they are taken, and nothing was lost',
  async () => {
    const cluster = await onSmallDisk(40 * MB);
    embedded = cluster;
    const small = disk as SmallDisk;
    const portal = await startSite({
      env: {
        DATABASE_URL: cluster.url('jiannuo', 'jiannuo_app'),
        REQUEST_DEADLINE: '5000',
        TRUSTED_PROXIES: '127.0.0.1,::1',
      },
    });
    site = portal;
    const owner = ownerOf(cluster);
    const respondentId = await someRespondent(owner);
    const one = () => complaint({ respondentId });
    await until(async () => (await send(portal, one())).status === 201);
    expect((await fetch(`${portal.url}/about`)).status).toBe(200);

    const all: Sent[] = [];
    const rounds = LONG ? 4 : 1;
    let longest = 0;
    let fell = 0;
    for (let round = 0; round < rounds; round += 1) {
      const before = all.length;
      let stopped = false;
      const filing = crowd(
        portal,
        4,
        () => stopped,
        one,
        (sent) => all.push(sent),
      );
      await until(() => all.length > before + 12);
      small.fill();
      const full = Date.now();
      await until(() => all.slice(before).filter((sent) => sent.status === 503).length >= 4);
      stopped = true;
      await filing;
      expect((await fetch(`${portal.url}/about`)).status).toBe(200);
      expect((await fetch(`${portal.url}/healthz`)).status).toBe(200);

      small.enlarge((200 + 100 * round) * MB + fs.statfsSync(small.folder).blocks * fs.statfsSync(small.folder).bsize);
      // Where it could not even write its log it ended, and whoever looks after the machine starts it again.
      embedded = await startEmbedded({ home, port: cluster.port });
      if (embedded.pid !== cluster.pid) fell += 1;
      await until(async () => {
        const sent = await send(portal, one());
        all.push(sent);
        return sent.status === 201;
      }, 120_000);
      longest = Math.max(longest, Date.now() - full);
    }
    const wrong = all.filter((sent) => sent.status !== null && sent.status !== 201 && sent.status !== 503);
    expect(wrong.map((sent) => sent.status)).toEqual([]);
    tell(FAULT, { rounds, fell, awayMs: longest, ...(await checkLaw(portal, owner, all)) });
    await owner.end();
  },
  PATIENCE,
);
