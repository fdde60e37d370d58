import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { withdrawDisclosure } from '../../api/services/disclosures/withdraw.ts';
import { ensureMatters, type Official, publish, publishers } from '../support/disclosures.ts';
import { type Site, startSite } from '../support/site.ts';

vi.setConfig({ testTimeout: 60_000 });
let site: Site;
let people: { author: Official; second: Official };
let id: string;
beforeAll(async () => {
  site = await startSite();
  await ensureMatters(site.database);
  people = await publishers(site.database);
  id = await publish(site.database, people);
}, 240_000);
afterAll(() => site?.stop());

const get = (path: string, cookie = '') =>
  fetch(site.url + path, { redirect: 'manual', headers: cookie ? { cookie } : {} });
const post = (path: string, form: Record<string, string>, cookie = '') =>
  fetch(site.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
    body: new URLSearchParams(form),
  });
const cookieOf = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
/** The form as it stands on the page, so that the id of the submission is the page's own. */
async function opened(path: string): Promise<Record<string, string>> {
  const page = await (await get(path)).text();
  const submissionId = /name="submissionId" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return { submissionId, party: 'interested', name: '示例人', phone: '13800000000', reasons: '金额写错了，请核对。' };
}

describe('an objection without JavaScript', () => {
  test('is filed, confirmed with its code, and followed by it', async () => {
    const form = await opened(`/disclosures/${id}/object`);
    const answer = await post(`/disclosures/${id}/object`, form);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/disclosures/${id}/filed`]);
    const filed = await get(`/disclosures/${id}/filed`, cookieOf(answer));
    expect(filed.headers.get('cache-control')).toContain('no-store');
    const page = await filed.text();
    const code = [...page.matchAll(/<span>([0-9A-Z]{4})<\/span>/g)].map((group) => group[1]).join('-');
    expect(code).toMatch(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/);
    // Nobody vouched for it: an official looks at it first, and the page says so.
    expect(page).toContain('工作人员看过以后再标注');
    // Sent again, the same form leads to the same confirmation.
    const again = await post(`/disclosures/${id}/object`, form);
    expect(await (await get(`/disclosures/${id}/filed`, cookieOf(again))).text()).toContain(code.slice(0, 4));
    const opened_ = await post(`/disclosures/${id}/track`, { queryCode: code.toLowerCase() });
    expect(opened_.status).toBe(303);
    expect(await (await get(`/disclosures/${id}/track`, cookieOf(opened_))).text()).toContain('等待工作人员查看');
    // Without the cookie nothing is shown, and no code stands in an address.
    expect(await (await get(`/disclosures/${id}/filed`)).text()).not.toContain(code.slice(0, 4));
    expect(opened_.headers.get('location')).not.toContain(code.slice(0, 4));
  });

  test('takes files one by one, shows them again, and gives them back to nobody else', async () => {
    const filed = await post(`/disclosures/${id}/object`, await opened(`/disclosures/${id}/object`));
    const cookie = cookieOf(filed);
    expect(await (await get(`/disclosures/${id}/filed`, cookie)).text()).toContain(`/disclosures/${id}/evidence`);
    const send = (name: string, content: string, with_ = cookie, path = '') => {
      const body = new FormData();
      body.append('file', new Blob([content]), name);
      const headers = { origin: site.url, ...(with_ && { cookie: with_ }) };
      return fetch(`${site.url}${path}/disclosures/${id}/evidence`, {
        method: 'POST',
        redirect: 'manual',
        headers,
        body,
      });
    };
    const stored = await send('付款凭证.txt', '二〇二六年一月五日付清。');
    expect([stored.status, stored.headers.get('location')]).toEqual([303, `/disclosures/${id}/evidence`]);
    const page = await (await get(`/disclosures/${id}/track`, cookie)).text();
    expect(page).toContain('付款凭证.txt');
    expect(page).toContain('等待查毒');
    const file = new RegExp(`/disclosures/${id}/evidence/[0-9a-f-]{36}`).exec(page)?.[0] ?? '';
    const back = await get(file, cookie);
    expect([back.status, await back.text()]).toEqual([200, '二〇二六年一月五日付清。']);
    expect(back.headers.get('content-disposition')).toContain('attachment');
    // What is refused is said on the same page, in its own language.
    const refused = await send('页面.html', '<p>一</p>', cookie, '/en');
    expect(refused.status).toBe(415);
    expect(await refused.text()).toContain('error-summary');
    // Without the cookie there is nothing but the way to the code.
    for (const away of [await get(file), await get(`/disclosures/${id}/evidence`), await send('a.txt', 'a', '')])
      expect([away.status, away.headers.get('location')]).toEqual([303, `/disclosures/${id}/track`]);
  });

  test('that lacks something comes back with what was typed', async () => {
    const form = await opened(`/disclosures/${id}/object`);
    const answer = await post(`/disclosures/${id}/object`, { ...form, phone: '', reasons: '写错' });
    expect(answer.status).toBe(400);
    const page = await answer.text();
    expect(page).toContain('error-summary');
    expect(page).toContain('写错');
    expect(page).toContain(form.submissionId);
    expect((await post(`/disclosures/${id}/track`, { queryCode: 'AAAA' })).status).toBe(403);
  });

  test('is for public records only', async () => {
    expect((await get('/disclosures/00000000-0000-4000-8000-000000000000/object')).status).toBe(404);
    expect((await get(`/disclosures/${id}/repair`)).status).toBe(409); // a lost judgment knows no repair
    const gone = await publish(site.database, people);
    await withdrawDisclosure(site.database.ctx(people.author), gone, {
      version: 3,
      reasonClass: 'mistaken',
      reason: 'x',
    });
    const answer = await get(`/disclosures/${gone}/object`);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/disclosures/${gone}`]);
  });

  test('stands in English too', async () => {
    const page = await (await get(`/en/disclosures/${id}/object`)).text();
    expect(page).toContain('Object to this record');
    const answer = await post(`/en/disclosures/${id}/object`, await opened(`/en/disclosures/${id}/object`));
    expect(answer.headers.get('location')).toBe(`/en/disclosures/${id}/filed`);
  });
});
