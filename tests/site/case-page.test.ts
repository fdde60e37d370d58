import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Built, buildDeps } from '../../api/deps.ts';
import { createFront, type Front, type SiteHandler } from '../../api/front.ts';
import { createMetrics } from '../../api/metrics.ts';
import { accept } from '../../api/services/complaints/accept.ts';
import { SILENT, type TestDatabase, testDatabase } from '../support/database.ts';
import { complaint } from '../support/filing.ts';
import { seat } from '../support/officials.ts';
import { builtSite } from '../support/site.ts';

let database: TestDatabase;
let built: Built;
let front: Front;
let url: string;
const statements: string[] = [];
const id = { commerce: '', county: '' };

/** The built pages in this process, so that every statement can be heard of. */
beforeAll(async () => {
  const dist = await builtSite();
  database = await testDatabase();
  built = await buildDeps({ ...database.config, onStatement: (statement) => statements.push(statement) }, SILENT);
  process.env.ASTRO_NODE_AUTOSTART = 'disabled';
  const { handler } = (await import(pathToFileURL(path.join(dist, 'server', 'entry.mjs')).href)) as {
    handler: SiteHandler;
  };
  front = createFront({ built, dist, site: handler, trustedProxies: [], metrics: createMetrics(), mailDir: null });
  await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
  const address = front.server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const directory = await database.deps.directory();
  const find = (division: string, role: string, kind: string) =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  id.commerce = find('9901', 'commerce', 'department');
  id.county = find('990101', 'government', 'government');
}, 300_000);
afterAll(async () => {
  front?.server.close();
  front?.server.closeAllConnections();
  await built?.end();
  await database?.end();
});

async function filed(): Promise<string> {
  const answer = await fetch(`${url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(database.config.publicUrl).origin },
    body: JSON.stringify(complaint({ respondentId: id.county })),
  });
  expect(answer.status).toBe(201);
  const { number } = (await answer.json()) as { number: string };
  await database.owner`update cases set screening = 'passed', handler_id = ${id.commerce} where number = ${number}`;
  return number;
}

describe('the page of a case', () => {
  it('costs at most eight statements: session, presence and everything that hangs on the case included', async () => {
    const number = await filed();
    const official = await seat(database, [{ role: 'handler', bodyId: id.commerce }]);
    const actor = {
      kind: 'official' as const,
      id: official.id,
      name: '经办人',
      grants: [{ role: 'handler' as const, bodyId: id.commerce }],
    };
    await accept(database.ctx(actor), number, { version: 1 });
    const open = async () => {
      const page = await fetch(`${url}/officials/cases/${number}`, { headers: { cookie: official.cookie } });
      expect(page.status).toBe(200);
      return page.text();
    };
    // The caches that all requests share ask at most once a second whether they are fresh: the quietest of a few is the page's own.
    const cost = async () => {
      let least: string[] = [];
      for (let i = 0; i < 6; i += 1) {
        statements.length = 0;
        await open();
        if (i === 1 || (i > 1 && statements.length < least.length)) least = [...statements];
      }
      return least;
    };
    expect((await cost()).length).toBeLessThanOrEqual(8);
    // A session that is a minute old is kept alive by the statement that reads it.
    await database.owner`update auth_session set updated_at = now() - interval '2 minutes'`;
    statements.length = 0;
    await open();
    expect(statements.filter((statement) => /auth_session/.test(statement))).toHaveLength(1);
    const [session] = await database.owner`select updated_at > now() - interval '1 minute' as fresh from auth_session`;
    expect(session?.fresh).toBe(true);
  });
});
