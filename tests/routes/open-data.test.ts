import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../api/app.ts';
import { buildNightly } from '../../api/services/open-data/refresh.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { ensureMatters, publish, publishers } from '../support/disclosures.ts';
import { end } from '../support/open-data.ts';
import { catalogueFaults, entityFaults, packageFaults } from '../support/validators.ts';

let db: TestDatabase;
let people: Awaited<ReturnType<typeof publishers>>;
beforeAll(async () => {
  db = await testDatabase({ publicUrl: 'https://example.org' });
  await ensureMatters(db);
  people = await publishers(db);
  const [body] = await db.sql<{ id: string; name: string; division: string }[]>`
    select id, name, division from body where division = '9901' and kind = 'department' order by name limit 1`;
  await publish(db, people, { summary: '=1+1', amount: '1234.50', bodyId: body!.id, bodyName: body!.name });
  await buildNightly(db.deps);
  const passing = await publish(db, people);
  await publish(db, people, {
    kind: 'unperformed_judgment',
    conduct: '拒不履行',
    outcome: null,
    publicationClass: 'ordinary',
    decidedOn: '2026-10-01',
  });
  await buildNightly(db.deps);
  await end(db, people, passing, 'withdrawn');
  await buildNightly(db.deps);
}, 90_000);
afterAll(() => db?.end());

const get = (path: string, init: RequestInit = {}) => createApp(() => db.ctx()).request(path, init);
const bytes = async (answer: Response) => Buffer.from(await answer.arrayBuffer());
const sha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');
interface Field {
  name: string;
  type: string;
  title: string;
  delimiter?: string;
  categories?: { value: string }[];
}
interface Resource {
  name: string;
  path: string;
  bytes: number;
  hash: string;
  rows: number;
  contentBytes: number;
  contentHash: string;
  format: string;
  schema?: { fields: Field[] };
}
const described = async (release = 'latest') =>
  (await (await get(`/open-data/${release}/datapackage.json`)).json()) as {
    version: string;
    previous: string;
    resources: Resource[];
  };

/** Whether a cell is what Table Schema calls it. */
const IS: Record<string, RegExp> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
  string: /^[\s\S]*$/,
  list: /^[\s\S]*$/,
  array: /^[\s\S]*$/,
};

describe('the data package', () => {
  test('follows Data Package 2.0 and Table Schema', async () => {
    expect(packageFaults(await described())).toEqual([]);
    expect(packageFaults({ ...(await described()), resources: [{ name: 'A b', path: '/etc/passwd' }] })).not.toEqual(
      [],
    );
  });

  test('tells of each file its bytes, its hash, its rows and its columns as they are', async () => {
    const { resources } = await described();
    expect(resources.map((resource) => resource.path)).toEqual(
      expect.arrayContaining([
        'disclosures.csv.gz',
        'disclosures.delta.ndjson.gz',
        'bodies.csv.gz',
        'divisions.ndjson.gz',
        'entities.ftm.json.gz',
      ]),
    );
    for (const resource of resources) {
      const packed = await bytes(await get(`/open-data/latest/${resource.path}`));
      expect([resource.path, packed.length, `sha256:${sha256(packed)}`]).toEqual([
        resource.path,
        resource.bytes,
        resource.hash,
      ]);
      const plain = gunzipSync(packed);
      expect([plain.length, `sha256:${sha256(plain)}`]).toEqual([resource.contentBytes, resource.contentHash]);
      expect(await bytes(await get(`/open-data/latest/${resource.path.replace(/\.gz$/, '')}`))).toEqual(plain);
      const fields = resource.schema?.fields ?? [];
      const rows =
        resource.format === 'csv'
          ? (parse(plain, { bom: true, columns: true }) as Record<string, unknown>[])
          : plain
              .toString('utf8')
              .split('\n')
              .filter(Boolean)
              .map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(rows).toHaveLength(resource.rows);
      if (fields.length === 0) continue;
      for (const row of rows) expect(Object.keys(row)).toEqual(fields.map((field) => field.name));
      for (const { name, type, categories } of fields) {
        const values = rows.map((row) => row[name]).filter((value) => value !== null && value !== '');
        expect(
          values.filter((value) => !IS[type]?.test(String(value))),
          `${resource.path} ${name}`,
        ).toEqual([]);
        if (resource.format !== 'csv')
          expect(values.every((value) => (type === 'array') === Array.isArray(value))).toBe(true);
        const codes = categories?.map((category) => category.value);
        if (codes) expect(codes, `${resource.path} ${name}`).toEqual(expect.arrayContaining([...new Set(values)]));
      }
    }
  });

  test('gives every column a title in both languages', async () => {
    const fields = (await described()).resources.flatMap((resource) => resource.schema?.fields ?? []);
    expect(fields.filter(({ title }) => !/\p{Script=Han}.* · [A-Z]/u.test(title)).map(({ name }) => name)).toEqual([]);
  });

  test('leads from release to release', async () => {
    const latest = await described();
    const list = (await (await get('/open-data/releases.json')).json()) as {
      items: { name: string; previous: string | null }[];
    };
    expect(list.items[0]?.name).toBe(latest.version);
    for (const [i, release] of list.items.entries()) expect(release.previous).toBe(list.items[i + 1]?.name ?? null);
  });
});

describe('the catalogue', () => {
  test('is DCAT in JSON-LD that needs nothing fetched', async () => {
    const answer = await get('/open-data/catalog.jsonld');
    expect(answer.headers.get('content-type')).toBe('application/ld+json; charset=utf-8');
    const document = (await answer.json()) as { '@graph': { '@type': string }[] };
    expect(await catalogueFaults(document)).toEqual([]);
    expect(document['@graph'].filter((node) => node['@type'] === 'dcat:Dataset')).toHaveLength(5);
    const wrong = {
      ...document,
      '@graph': [...document['@graph'], { '@id': 'https://example.org/x', 'dcat:colour': 'blue' }],
    };
    expect(await catalogueFaults(wrong)).toEqual(['http://www.w3.org/ns/dcat#colour is no term of DCAT']);
  });
});

describe('the entities', () => {
  test('follow the model of FollowTheMoney, and a record under objection says so', async () => {
    const [row] = await db.sql`update disclosure set objection_flag = 'under_objection'
      where id = (select id from disclosure where state = 'published' and kind = 'lost_judgment' limit 1) returning id`;
    await buildNightly(db.deps);
    const text = gunzipSync(await bytes(await get('/open-data/latest/entities.ftm.json.gz'))).toString('utf8');
    const entities = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { id: string; schema: string; properties: Record<string, string[]> });
    expect(entityFaults(entities)).toEqual([]);
    expect(new Set(entities.map((entity) => entity.schema))).toEqual(
      new Set(
        ['PublicBody', 'Succession', 'CourtCase', 'CourtCaseParty', 'Sanction', 'Company'].filter((name) =>
          text.includes(`"${name}"`),
        ),
      ),
    );
    expect(entities.find((entity) => entity.id === `jn-case-${row?.id}`)?.properties.notes?.[0]).toContain('异议');
    expect(entities.filter((entity) => entity.schema === 'Sanction')).toHaveLength(1);
    expect(
      entityFaults([{ id: 'x', schema: 'CourtCaseParty', properties: { case: ['y'], colour: ['blue'] } }]),
    ).toHaveLength(3);
  });
});

describe('a file', () => {
  const packed = '/open-data/latest/disclosures.csv.gz';
  const plain = '/open-data/latest/disclosures.csv';

  test('has a strong ETag for each of its forms, and answers 304 to it', async () => {
    const forms = [get(packed), get(plain), get(plain, { headers: { 'accept-encoding': 'gzip, br' } })];
    const answers = await Promise.all(forms);
    const tags = answers.map((answer) => answer.headers.get('etag') ?? '');
    for (const tag of tags) expect(tag).toMatch(/^"[0-9a-f]{64}(-gzip)?"$/);
    expect(new Set(tags).size).toBe(3);
    expect(answers[2]?.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(await bytes(answers[2]!))).toEqual(await bytes(answers[1]!));
    await answers[0]!.arrayBuffer();
    for (const tag of [tags[0], `W/${tags[0]}`, `"x", ${tags[0]}`, '*']) {
      expect((await get(packed, { headers: { 'if-none-match': tag ?? '' } })).status).toBe(304);
    }
    const other = await get(packed, { headers: { 'if-none-match': tags[1] ?? '' } });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  test('can be fetched on from where the line broke', async () => {
    const whole = await get(packed);
    const all = await bytes(whole);
    const etag = whole.headers.get('etag') ?? '';
    const part = await get(packed, { headers: { range: 'bytes=10-', 'if-range': etag } });
    expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes 10-${all.length - 1}/${all.length}`]);
    expect(await bytes(part)).toEqual(all.subarray(10));
    expect(await bytes(await get(packed, { headers: { range: 'bytes=-5' } }))).toEqual(all.subarray(-5));
    expect(await bytes(await get(packed, { headers: { range: 'bytes=0-0' } }))).toEqual(all.subarray(0, 1));
    expect((await get(packed, { headers: { range: `bytes=${all.length}-` } })).status).toBe(416);
    const changed = await get(packed, { headers: { range: 'bytes=10-', 'if-range': '"other"' } });
    expect(changed.status).toBe(200);
    expect(await bytes(changed)).toEqual(all);
  });

  test('tells its name, its digest and its length, also to HEAD', async () => {
    const head = await get(packed, { method: 'HEAD', headers: { range: 'bytes=0-1' } });
    const all = await bytes(await get(packed));
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe(String(all.length));
    expect(head.headers.get('repr-digest')).toBe(`sha-256=:${createHash('sha256').update(all).digest('base64')}:`);
    expect(head.headers.get('content-disposition')).toMatch(
      /filename="jiannuo-disclosures-\d{4}-\d\d-\d\d(\.\d+)?\.csv\.gz"/,
    );
    expect(head.headers.get('access-control-allow-origin')).toBe('*');
  });

  test('is checked by the list of sums', async () => {
    const sums = await (await get('/open-data/latest/SHA256SUMS')).text();
    for (const line of sums.trim().split('\n')) {
      const [hash = '', name = ''] = line.split('  ');
      if (name.startsWith('jiannuo-')) continue; // below
      const answer = await get(`/open-data/latest/${name}`);
      const content = await bytes(answer);
      expect([name, sha256(content)]).toEqual([name, hash]);
      // Whoever saved it with a browser has it under another name.
      const under = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '';
      expect(sums).toContain(`${hash}  ${under}\n`);
    }
    expect(sums.trim().split('\n').length).toBeGreaterThan(20);
  });

  test('is 404 where there is none, and an index is nobody’s', async () => {
    for (const path of [
      'latest/nothing.csv',
      'latest/disclosures.index.gz',
      '1999-01-01/disclosures.csv',
      'latest/..%2Fx',
      "x'--/disclosures.csv",
    ]) {
      const answer = await get(`/open-data/${path}`);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
    }
  });

  test('is 503 with a time to come back where it is not on the shelf', async () => {
    const { shelf } = db.deps;
    const gone = createApp(() => db.ctx(undefined, { shelf: { ...shelf, open: async () => null } }));
    const answer = await gone.request(packed);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('3600');
    expect(answer.headers.get('etag')).toBeNull();
  });
});
