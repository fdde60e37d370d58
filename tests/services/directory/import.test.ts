import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importDirectoryBodies } from '../../../api/services/directory/import-bodies.ts';
import { importPolicy } from '../../../api/services/directory/import-policy.ts';
import { getPolicy } from '../../../api/services/directory/policies.ts';
import { loadReference } from '../../../db/seed.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db?.end());

const system = () => db.ctx({ kind: 'system' });
const csv = (text: string) => ({ name: 'bodies.csv', open: () => Readable.from([Buffer.from(text)]) });

test('a full text shows under the digest, clause by clause, and survives an upgrade of the reference', async () => {
  const text = '锡信用办〔2023〕4号\n一、标题\n9、第九条的文字。\n10、第十条\n的文字。\n99、没有这一条。';
  const report = await importPolicy(system(), text);
  expect(report).toMatchObject({ documentId: 'xi-2023-4', loaded: ['9', '10'], unknown: ['99'] });
  expect(report.missing).toContain('21');
  await db.owner`update reference_load set hash = 'older'`;
  await loadReference(db.owner);
  const { clauses } = await getPolicy(system(), 'xi-2023-4');
  expect(clauses.find((c) => c.place === '10')?.fullText).toBe('10、第十条的文字。');
  expect(clauses.find((c) => c.place === '11')?.fullText).toBeNull();
});

test('JSON names its document; an unknown document and a text without its clauses are refused', async () => {
  const json = JSON.stringify({ document: 'su-2023-55', clauses: { 附件12: '一行' } });
  expect((await importPolicy(system(), json)).loaded).toEqual(['附件12']);
  await expect(importPolicy(system(), '一、没有文号')).rejects.toThrow('resource.not_found');
  await expect(importPolicy(system(), '没有条款', { document: 'su-2023-55' })).rejects.toThrow('request.invalid');
});

test('bodies are imported, found at once, and again without change', async () => {
  const file = csv(
    'name,division,uscc,short_name,superior\n滨湖区某某管理中心,320211,,某某中心,无锡市滨湖区人民政府\n某某村村民委员会,320211,,,\n',
  );
  expect(await importDirectoryBodies(system(), file)).toMatchObject({ rows: 2, made: 2, faults: [] });
  expect(await importDirectoryBodies(system(), file)).toMatchObject({ made: 0, changed: 0 });
  const [village] = await db.sql`select kind, origin from body where name = '某某村村民委员会'`;
  expect(village).toMatchObject({ kind: 'grassroots', origin: 'import' });
});

test('one bad row and nothing is imported; each fault has its line and column', async () => {
  const report = await importDirectoryBodies(
    system(),
    csv('name,division,uscc\n好的中心,320211,\n坏的中心,999999,\n又一个中心,320211,113417230032535728\n'),
  );
  expect(report.made).toBe(0);
  expect(report.faults.map((f) => [f.line, f.column, f.code])).toEqual([
    [3, 'division', 'division_unknown'],
    [4, 'uscc', 'uscc'],
  ]);
});
