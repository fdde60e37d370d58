import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decidePolicy, viewPolicyText } from '../../../api/services/directory/check-policy-text.ts';
import { importDirectoryBodies } from '../../../api/services/directory/import-bodies.ts';
import { importPolicy } from '../../../api/services/directory/import-policy.ts';
import { getPolicy } from '../../../api/services/directory/policies.ts';
import { loadReference } from '../../../db/seed.ts';
import { officialOf } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db?.end());

const system = () => db.ctx({ kind: 'system' });
const csv = (text: string) => ({ name: 'bodies.csv', open: () => Readable.from([Buffer.from(text)]) });

const file = (text: string) => ({ text, name: 'text.txt', sha256: createHash('sha256').update(text).digest('hex') });
const FROM = { source: 'https://example.gov.cn/notice' };
const portal = async () => {
  const [government] = await db.sql<
    { id: string }[]
  >`select id from body where division = '9901' and kind = 'government'`;
  return db.ctx(officialOf(government?.id ?? '', 'administrator'));
};

test('a full text shows once a second person has checked it, and survives an upgrade of the reference', async () => {
  const text = '锡信用办〔2023〕4号\n一、标题\n9、第九条的文字。\n10、第十条\n的文字。\n99、没有这一条。';
  expect(await importPolicy(system(), file(text), { ...FROM, dryRun: true })).toMatchObject({ id: null });
  const report = await importPolicy(system(), file(text), FROM);
  expect(report).toMatchObject({ documentId: 'xi-2023-4', loaded: ['9', '10'], unknown: ['99'] });
  expect(report.missing).toContain('21');
  expect((await importPolicy(system(), file(text), FROM)).id, 'the same file again').toBe(report.id);
  const id = report.id ?? '';
  const before = await getPolicy(system(), 'xi-2023-4');
  expect(before.text).toBeNull();
  expect(before.clauses.every((c) => c.fullText === null)).toBe(true);

  await expect(decidePolicy(system(), id, 'shown')).rejects.toThrow('import.second_person_required');
  const administrator = await portal();
  expect((await viewPolicyText(administrator, id)).clauses.find((c) => c.place === '10')?.text).toBe(
    '10、第十条的文字。',
  );
  await decidePolicy(administrator, id, 'shown');
  await expect(decidePolicy(administrator, id, 'refused')).rejects.toThrow('setting.change_refused');
  await db.owner`update reference_load set hash = 'older'`;
  await loadReference(db.owner);
  const { clauses, text: shown } = await getPolicy(system(), 'xi-2023-4');
  expect(clauses.find((c) => c.place === '10')?.fullText).toBe('10、第十条的文字。');
  expect(clauses.find((c) => c.place === '11')?.fullText).toBeNull();
  expect(shown).toMatchObject({ source: FROM.source, sha256: file(text).sha256 });
});

test('a later text takes the place of the one that shows, whole', async () => {
  const later = await importPolicy(system(), file('锡信用办〔2023〕4号\n11、另一条。'), FROM);
  await decidePolicy(await portal(), later.id ?? '', 'shown');
  const { clauses } = await getPolicy(system(), 'xi-2023-4');
  expect(clauses.filter((c) => c.fullText !== null).map((c) => c.place)).toEqual(['11']);
});

test('JSON names its document; an unknown document, a text without its clauses and one without a source are refused', async () => {
  const json = JSON.stringify({ document: 'su-2023-55', clauses: { 附件12: '一行' } });
  expect((await importPolicy(system(), file(json), FROM)).loaded).toEqual(['附件12']);
  await expect(importPolicy(system(), file('一、没有文号'), FROM)).rejects.toThrow('resource.not_found');
  const named = { ...FROM, document: 'su-2023-55' };
  await expect(importPolicy(system(), file('没有条款'), named)).rejects.toThrow('request.invalid');
  await expect(importPolicy(system(), file(json), { source: ' ' })).rejects.toThrow('request.invalid');
});

test('a saved page of a regulation is cut into its articles', async () => {
  const html =
    '<!doctype html><html><head><title>x</title></head><body><h2>第一章　总则</h2><p>第五条　甲部门&nbsp;负责。</p><p>（一）一项；</p><script>alert(1)</script><p>第六条　乙。</p></body></html>';
  const handed = await importPolicy(system(), file(html), { ...FROM, document: 'sme-payment' });
  expect(handed).toMatchObject({ loaded: ['第五条'], unknown: ['第六条'] });
  const { clauses } = await viewPolicyText(await portal(), handed.id ?? '');
  expect(clauses.find((c) => c.place === '第五条')?.text).toBe('第五条 甲部门 负责。（一）一项；');
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
