import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBodies } from '../../../api/services/directory/find-bodies.ts';
import { loadReference } from '../../../db/seed.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.end());

const ON = '2026-11-21';

test('all of Jiangsu is there: 13 cities, every county, 1,487 townships', async () => {
  const directory = await db.deps.directory();
  expect(directory.childrenOf('32')).toHaveLength(13);
  const townships = [...directory.divisions.values()].filter((d) => d.level === 'township' && d.code.startsWith('32'));
  expect(townships).toHaveLength(1487);
  expect(directory.divisions.get('320321')?.name).toBe('丰县');
  for (const code of ['3603', '52', '520403', '211402', '640104', '371623'])
    expect(directory.divisions.has(code), code).toBe(true);
});

test('names follow the rule: a district carries its city, a county and a county-level city do not', async () => {
  const names = new Set([...(await db.deps.directory()).bodies.values()].map((b) => b.name));
  for (const name of ['无锡市滨湖区商务局', '丰县人民政府', '江阴市商务局', '无锡经济开发区管理委员会', '江苏省财政厅'])
    expect(names.has(name), name).toBe(true);
  expect(names.has('无锡市江阴市商务局')).toBe(false);
});

test('no body has an invented credit code', async () => {
  for (const body of (await db.deps.directory()).bodies.values()) expect(body.uscc).toBeNull();
});

test.each([
  ['滨湖区政府', '无锡市滨湖区人民政府'],
  ['无锡发改委', '无锡市发展和改革委员会'],
  ['滨湖 商务', '无锡市滨湖区商务局'],
  ['南京市国土资源局', '南京市规划和自然资源局'],
  ['市法制办', '南京市司法局'],
  ['省政务办', '江苏省数据局'],
  ['无锡市行政审批局', '无锡市行政审批局'],
  ['无锡经开区管委会', '无锡经济开发区管理委员会'],
  ['南京市建委', '南京市城乡建设委员会'],
])('searching %s finds %s first', async (q, name) => {
  const found = findBodies(await db.deps.directory(), { q, on: ON, division: '32' });
  expect(found[0]?.body.name).toBe(name);
});

test('a second load changes nothing, and an upgrade leaves a local edit alone', async () => {
  expect(await loadReference(db.owner)).toEqual([]);
  await db.owner`update body set short_name = '本地简称' where name = '丰县人民政府'`;
  await db.owner`update reference_load set hash = 'older'`;
  await loadReference(db.owner);
  const [row] = await db.owner`select short_name from body where name = '丰县人民政府'`;
  expect(row?.short_name).toBe('本地简称');
});

test('the directory in memory follows a change that was announced', async () => {
  const before = await db.deps.directory();
  await db.owner`insert into cache_invalidation (tags) values (array['directory'])`;
  await expect.poll(async () => (await db.deps.directory()).version, { timeout: 3000 }).not.toBe(before.version);
});
