import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DISCLOSURE_KINDS, type DisclosureKind } from '../../api/domain/disclosure.ts';
import { KINDS } from '../../api/domain/disclosure-kinds.ts';
import { approveDisclosure } from '../../api/services/disclosures/approve.ts';
import { actOnDisclosure } from '../../api/services/disclosures/by-form.ts';
import { draftDisclosure } from '../../api/services/disclosures/draft.ts';
import { expireDisclosures } from '../../api/services/disclosures/expire.ts';
import { fileRequest } from '../../api/services/disclosures/rights/file.ts';
import { submitDisclosure } from '../../api/services/disclosures/submit.ts';
import { putText } from '../../api/services/judgment-texts/put.ts';
import { takesText } from '../../api/services/judgment-texts/record.ts';
import { reviewText } from '../../api/services/judgment-texts/review.ts';
import { buildNightly } from '../../api/services/open-data/refresh.ts';
import { ensureMatters, type Official, publishers, repair, request, versionOf } from '../support/disclosures.ts';
import { publicAddresses } from '../support/public-addresses.ts';
import { type Site, startSite } from '../support/site.ts';

// Some hundreds of addresses are asked five times.
vi.setConfig({ testTimeout: 240_000 });
/** Stands in every record and in no other text: what is looked for. */
const COMMON = '赑屃';
/** One mark for each kind, in what it shows. */
const MARKS = [...'饕餮貔貅狴犴睚眦螭魍魉魑魅'];
const markOf = (kind: DisclosureKind): string => `〖${MARKS[DISCLOSURE_KINDS.indexOf(kind)]}〗`;
/** Stands in what nobody outside may ever read: reasons of officials, words and names of those who object. */
const SECRET = '黼黻';
/** Stands in the full texts of judgments alone, which are on the page of the record and in its data, and nowhere else. */
const FULL_TEXT = '罘罳';
/** Long enough ago for a repair, not so long that the portal's own job ends it while the test runs. */
const DECIDED = new Date(Date.now() - 400 * 86_400_000).toISOString().slice(0, 10);
let site: Site;
let people: { author: Official; second: Official; third: Official };
let body: { id: string; name: string };
const records = new Map<DisclosureKind, string>();

beforeAll(async () => {
  site = await startSite();
  await ensureMatters(site.database);
  people = await publishers(site.database);
  const [row] = await site.database.sql<(typeof body)[]>`
    select id, name from body where division = '9901' and kind = 'department' order by name desc limit 1`;
  if (!row) throw new Error('no body');
  body = row;
}, 240_000);
afterAll(() => site?.stop());

/** Every fact that a kind shows, with its mark in all that is text. */
function draftOf(kind: DisclosureKind): Record<string, unknown> {
  const mark = markOf(kind);
  const all: Record<string, unknown> = {
    bodyId: body.id,
    bodyName: body.name,
    division: '9901',
    matter: 'other',
    summary: `${COMMON}，${mark}。`,
    source: `来源${mark}`,
    decidedOn: DECIDED,
    caseNumber: `（2020）苏01行终${DISCLOSURE_KINDS.indexOf(kind) + 1}号`,
    court: `法院${mark}`,
    outcome: 'ordered_to_perform',
    amount: '1.00',
    requiredAction: `要求${mark}`,
    performed: `履行${mark}`,
    performedOn: '2020-02-01',
    conduct: `行为${mark}`,
    documentNumber: `文号${mark}`,
    decidingBody: `认定${mark}`,
    subKind: 'accountability',
    clause: `条款${mark}`,
    warningLevel: 'red',
    dueOn: '2020-03-01',
    period: `时段${mark}`,
    score: `评分${mark}`,
    proposalKind: 'conference',
    proposalAnswer: 'planned',
    subjectCode: '113417230032535729',
    publicationClass: KINDS[kind].classed ? 'serious' : undefined,
  };
  const own = KINDS[kind].shows as readonly string[];
  const facts = Object.entries(all).filter(([field]) => own.includes(field));
  return { ...Object.fromEntries(facts), kind, title: `标题${mark}` };
}

/** A judgment that names somebody: hidden in what the public reads, and sealed as it came. */
const judgmentOf = (kind: DisclosureKind) =>
  `本院认为，${FULL_TEXT}${markOf(kind)}有理，${SECRET}作证。判决如下：\n被告履行。`;
const TEXTS = DISCLOSURE_KINDS.filter((kind) => takesText({ kind, state: 'draft' }));

interface Shown {
  address: string;
  text: string;
}
const addresses = () => publicAddresses({ records: [...records.values()], body: body.id, words: COMMON });
async function crawl(): Promise<Shown[]> {
  const waiting = addresses();
  const shown: Shown[] = [];
  const worker = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const answer = await fetch(site.url + address, { redirect: 'manual' });
      if (answer.status >= 500) throw new Error(`${address} answered ${answer.status}`);
      shown.push({ address, text: await answer.text() });
    }
  };
  await Promise.all(Array.from({ length: 6 }, worker));
  return shown;
}
/** Where a record can be seen: its mark anywhere, or its id at another address than its own and the list of what is gone. */
function seenAt(shown: readonly Shown[], kind: DisclosureKind): string[] {
  const id = records.get(kind) ?? 'none';
  return shown
    .filter(
      ({ address, text }) =>
        text.includes(markOf(kind)) ||
        (text.includes(id) && !address.includes(id) && !address.startsWith('/sitemap-withdrawn')),
    )
    .map(({ address }) => address);
}
const leaks = (shown: readonly Shown[]) =>
  DISCLOSURE_KINDS.flatMap((kind) => seenAt(shown, kind).map((address) => `${kind}: ${address}`));
const secrets = (shown: readonly Shown[]) =>
  shown.filter(({ text }) => text.includes(SECRET)).map(({ address }) => address);
const act = async (who: Official, id: string, action: string, input: Record<string, unknown> = {}) =>
  actOnDisclosure(site.database.ctx(who), id, action, { version: await versionOf(site.database, id), ...input });
/** As somebody who passed the human check. */
const person = () => {
  const ctx = site.database.ctx();
  return { ...ctx, humanCheck: { ...ctx.humanCheck, verify: async () => 'passed' as const } };
};
const of = (kind: DisclosureKind): string => records.get(kind) as string;

test('a record of no kind is anywhere as a draft or in review', async () => {
  const { database } = site;
  for (const kind of DISCLOSURE_KINDS) {
    const { id } = await draftDisclosure(database.ctx(people.author), draftOf(kind));
    records.set(kind, id);
    if (TEXTS.includes(kind)) await putText(database.ctx(people.author), id, { text: judgmentOf(kind), names: SECRET });
  }
  expect(TEXTS.length).toBeGreaterThan(1);
  expect(leaks(await crawl())).toEqual([]);
  for (const kind of DISCLOSURE_KINDS) {
    await submitDisclosure(database.ctx(people.author), of(kind), { version: 1 });
    await act(people.second, of(kind), 'return', { reason: `退回${SECRET}` });
    await act(people.author, of(kind), 'submit');
  }
  const shown = await crawl();
  expect(leaks(shown)).toEqual([]);
  expect(secrets(shown)).toEqual([]);
});

test('a record of every kind is found where it should be once it is approved, and its flag beside it', async () => {
  const { database } = site;
  for (const kind of DISCLOSURE_KINDS) {
    const reader = database.ctx({ ...people.second, factorAge: 0 });
    const read = TEXTS.includes(kind) ? await reviewText(reader, of(kind), { why: SECRET }) : undefined;
    const version = await versionOf(database, of(kind));
    await approveDisclosure(reader, of(kind), { version, textSha256: read?.textSha256 });
    await act(people.second, of(kind), 'order_rectification', { required: '请整改。', dueOn: '2099-01-01' });
    await fileRequest(person(), of(kind), 'objection', request({ name: SECRET, reasons: `${SECRET}不对，请复核。` }));
    // Nobody vouches for this one: it waits and is not told of.
    await fileRequest(database.ctx(), of(kind), 'objection', request({ name: SECRET, reasons: `${SECRET}也不对。` }));
  }
  await buildNightly(database.deps);
  await delay(1_000); // the caches hear of it within this time
  await crawl();
  // From here on it comes out of the caches.
  const shown = await crawl();
  for (const kind of DISCLOSURE_KINDS) {
    const id = of(kind);
    const own = ['', '/en'].map((language) => `${language}/disclosures/${id}`);
    const files = ['/api/v1/disclosures.csv', '/feeds/disclosures.atom', '/sitemap.xml', `/api/v1/disclosures/${id}`];
    files.push(
      ...['disclosures.csv', 'disclosures.ndjson', 'entities.ftm.json'].map((name) => `/open-data/latest/${name}`),
    );
    expect(seenAt(shown, kind), kind).toEqual(expect.arrayContaining([...own, ...files]));
    const page = shown.find(({ address }) => address === own[0])?.text ?? '';
    expect(page).toContain('异议处理中');
    expect(page).toContain('整改中');
    // Beside its title wherever the title stands, in any form.
    const without = shown.filter(
      ({ text }) => text.includes(`标题${markOf(kind)}`) && !/异议处理中|Under objection|under_objection/.test(text),
    );
    // Forms about the record show its title as what they are about, after its page.
    expect(without.map(({ address }) => address).filter((a) => !/\/(object|repair)$/.test(a))).toEqual([]);
  }
  expect(secrets(shown)).toEqual([]);
  // The full text: on the record's own page and in its data, in both languages, and in no list, feed or file.
  const own = TEXTS.flatMap((kind) => ['', '/en', '/api/v1'].map((front) => `${front}/disclosures/${of(kind)}`));
  const holding = shown.filter(({ text }) => text.includes(FULL_TEXT)).map(({ address }) => address.split('?')[0]);
  expect([...new Set(holding)].sort()).toEqual(own.sort());
});

test('a record of every kind is nowhere soon after it has ended, however it ended', async () => {
  const { database } = site;
  const ended: Record<DisclosureKind, string> = Object.fromEntries(DISCLOSURE_KINDS.map((k) => [k, ''])) as never;
  for (const [i, kind] of DISCLOSURE_KINDS.entries()) {
    const id = of(kind);
    if (kind === 'unperformed_judgment') {
      await repair(database, people, id, `修复${markOf(kind)}`);
      ended[kind] = 'repaired';
    } else if (kind === 'dishonesty_record') {
      await database.owner`update disclosure set publish_until = '2021-01-01' where id = ${id}`;
      ended[kind] = 'expired'; // by the job below
    } else if (i % 3 === 0) {
      const decision = { documentNumber: '样容1号', decidingBody: '样例市', decidedOn: '2026-01-05', clause: '第三条' };
      await act(people.author, id, 'propose_exemption', { ...decision, reason: SECRET });
      await act(people.third, id, 'exempt');
      ended[kind] = 'exempted';
    } else {
      await act(people.author, id, 'withdraw', { reasonClass: 'mistaken', reason: SECRET });
      ended[kind] = 'withdrawn';
    }
  }
  await expireDisclosures(database.deps);
  const began = Date.now();
  let shown = await crawl();
  // Cached pages go within a second of the commit; the rule is a minute.
  while (leaks(shown).length > 0 && Date.now() - began < 60_000) shown = await crawl();
  expect(leaks(shown)).toEqual([]);
  expect(Date.now() - began).toBeLessThan(60_000);
  expect(secrets(shown)).toEqual([]);
  expect(shown.filter(({ text }) => text.includes(FULL_TEXT)).map(({ address }) => address)).toEqual([]);
  const gone = shown.find(({ address }) => address === '/sitemap-withdrawn.xml')?.text ?? '';
  for (const kind of DISCLOSURE_KINDS) {
    const id = of(kind);
    const [page, data] = await Promise.all([
      fetch(`${site.url}/disclosures/${id}`),
      fetch(`${site.url}/api/v1/disclosures/${id}`),
    ]);
    expect([page.status, data.status], kind).toEqual([410, 410]);
    expect(await data.json()).toMatchObject({ kind, state: ended[kind] });
    expect(await page.text()).not.toContain(body.name);
    expect(gone).toContain(id);
  }
});
