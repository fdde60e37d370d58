import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../api/cli/free-port.ts';
import { createOfficial } from '../../api/services/officials/create-official.ts';
import { CLIENT, type IdentityProvider, startIdentityProvider } from '../support/identity-provider.ts';
import { type Site, startSite } from '../support/site.ts';
import { Visitor } from '../support/visitor.ts';

const PASSWORD = 'correct horse battery';
let site: Site;
let port: number;
let provider: IdentityProvider | null = null;

beforeAll(async () => {
  port = await freePort(18_000 + Math.floor(Math.random() * 2000), '127.0.0.1');
  site = await startSite({
    env: {
      OIDC_ISSUER: `http://127.0.0.1:${port}`,
      OIDC_CLIENT_ID: CLIENT.clientId,
      OIDC_CLIENT_SECRET: CLIENT.clientSecret,
      OIDC_NAME: '测试认证',
    },
  });
}, 300_000);
afterAll(async () => {
  await provider?.stop();
  await site?.stop();
});

let n = 0;
async function official() {
  const { database } = site;
  const input = { name: `吴测试${n}`, email: `sso-page-${n++}@example.org`, grants: [] };
  const made = await createOfficial(database.ctx({ kind: 'system' }), database.signIn, input, {
    password: PASSWORD,
    enrolled: true,
  });
  const code = () => new TOTP({ secret: Secret.fromBase32(made.secondFactor?.totpSecret ?? '') }).generate();
  return { ...made, ...input, code };
}
async function signedIn(who: Awaited<ReturnType<typeof official>>): Promise<Visitor> {
  const visitor = new Visitor(site.url);
  await visitor.get('/officials/sign-in');
  await visitor.post({ email: who.email, password: PASSWORD });
  expect((await visitor.post({ code: who.code() })).path).toBe('/officials');
  return visitor;
}
/** Follows a link to the provider and what it answers, in the same browser. */
async function through(visitor: Visitor, link: string) {
  const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const away = await fetch(site.url + link, { redirect: 'manual', headers: { cookie } });
  for (const line of away.headers.getSetCookie()) {
    const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
    visitor.cookies.set(name, value);
  }
  const back = await provider?.visit(away.headers.get('location') ?? '');
  return visitor.get(`${back?.pathname}${back?.search}`);
}

describe('signing in through the identity provider on the pages', () => {
  it('says when the provider does not answer, and the password still works', async () => {
    const who = await official();
    const visitor = new Visitor(site.url);
    expect((await visitor.get('/officials/sign-in')).text).toContain('用测试认证登录');
    const down = await visitor.get('/officials/sso');
    expect(down.path).toContain('/officials/sign-in?sso=auth.provider_unavailable');
    expect(down.text).toContain('统一身份认证暂时连不上');
    await signedIn(who);
  });

  it('is bound under “my account”, signs in from then on, and is written down', async () => {
    provider = await startIdentityProvider(`${site.url}/officials/sso/callback`, port);
    const who = await official();
    provider.somebody = { sub: 'wu', email: 'elsewhere@example.org', verified: true, amr: ['mfa'] };
    expect((await through(new Visitor(site.url), '/officials/sso')).text).toContain('还没有绑定工作人员账号');
    // What fails on the way back is said in the language of the way out.
    expect((await through(new Visitor(site.url), '/en/officials/sso')).path).toBe(
      '/en/officials/sign-in?sso=auth.not_bound',
    );
    const visitor = await signedIn(who);
    await visitor.get('/officials/account');
    const ready = await visitor.post({ action: 'bind' });
    const link = /\/officials\/sso\?bind=[\w-]+/.exec(ready.html)?.[0] ?? '';
    expect((await through(visitor, link)).text).toContain('已经绑定，下次可以直接登录');
    const later = new Visitor(site.url);
    const inside = await through(later, '/officials/sso?to=%2Fofficials%2Fnotices');
    expect([inside.path, inside.text.includes(who.name)]).toEqual(['/officials/notices', true]);
    const out = await later.post({}, '/officials/sign-out');
    expect(out.html).toContain(`${provider.issuer}/session/end`);
    expect((await later.get('/officials')).path).toContain('/officials/sign-in');
    expect((await new Visitor(site.url).get('/officials/sso/callback?code=x&state=y')).text).toContain('没有通过');
    expect(site.output()).not.toContain('code=');
  });

  it('shows new recovery codes once; the former ones are void', async () => {
    const who = await official();
    const visitor = await signedIn(who);
    await visitor.get('/officials/account');
    const made = await visitor.post({ action: 'codes' });
    const codes = [...made.html.matchAll(/<li>([0-9A-Z]{5}-[0-9A-Z]{5})<\/li>/g)].map((match) => match[1] ?? '');
    expect(codes).toHaveLength(10);
    expect((await visitor.get('/officials/account')).html).not.toContain(codes[0]);
    const recovering = new Visitor(site.url);
    await recovering.get('/officials/sign-in');
    await recovering.post({ email: who.email, password: PASSWORD });
    const old = await recovering.post({ recovery: who.secondFactor?.recoveryCodes[0] ?? '' });
    expect(old.status).toBe(401);
    expect((await recovering.post({ recovery: codes[0] ?? '' })).path).toBe('/officials');
  });
});
