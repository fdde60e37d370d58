import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explain, runAdmin } from '../../../api/cli/admin-commands.ts';
import { DomainError } from '../../../api/domain/errors.ts';
import type { Grant } from '../../../api/domain/official.ts';
import { administerByForm } from '../../../api/services/officials/administer-form.ts';
import { changeGrant } from '../../../api/services/officials/change-grant.ts';
import { createOfficial } from '../../../api/services/officials/create-official.ts';
import { disableOfficial } from '../../../api/services/officials/disable-official.ts';
import { listOfficials } from '../../../api/services/officials/list-officials.ts';
import { resetOfficial } from '../../../api/services/officials/reset-official.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
let city = '';
let commerce = '';
let otherCity = '';
let n = 0;

beforeAll(async () => {
  db = await testDatabase();
  const directory = await db.deps.directory();
  const find = (division: string, kind: string, role: string) =>
    directory.bodiesIn(division).find((b) => b.kind === kind && b.role === role)?.id ?? '';
  city = find('9901', 'government', 'government');
  commerce = find('9901', 'department', 'commerce');
  otherCity = find('3202', 'government', 'government');
  expect([city, commerce, otherCity].every(Boolean)).toBe(true);
});
afterAll(() => db.end());

const system = () => db.ctx({ kind: 'system' });
const administrator = (bodyId = city) =>
  db.ctx({ kind: 'official', id: 'admin', name: '管理员', grants: [{ role: 'administrator', bodyId }], factorAge: 0 });
const person = (...grants: Grant[]) => ({ name: '李测试', email: `official-${n++}@example.org`, grants });
const refusal = (promise: Promise<unknown>): Promise<DomainError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error) => error,
  );
const events = async (id: string) =>
  (await db.sql`select kind from event where subject_kind = 'official' and subject_id = ${id} order by seq`).map(
    (row) => row.kind,
  );

describe('an official', () => {
  it('is made by an administrator for bodies in reach, with a one-time password and an event', async () => {
    const input = person({ role: 'handler', bodyId: commerce });
    const made = await createOfficial(administrator(), db.signIn, input);
    expect(made.password).toMatch(/^[0-9A-Z]{5}(-[0-9A-Z]{5}){3}$/);
    const first = await db.signIn.signInPassword({ source: 'a', cookie: null }, made);
    expect(first.next).toBe('enrol');
    expect(await events(made.id)).toEqual(['created']);
    const listed = (await listOfficials(administrator())).find((row) => row.id === made.id);
    expect(listed).toMatchObject({ name: '李测试', enrolled: false, disabledAt: null, grants: input.grants });
  });

  it('cannot be made for a body outside the reach, by a handler, or twice with one address', async () => {
    const outside = person({ role: 'handler', bodyId: otherCity });
    expect((await refusal(createOfficial(administrator(), db.signIn, outside))).code).toBe('auth.forbidden');
    const handler = db.ctx({ kind: 'official', id: 'h', name: 'H', grants: [{ role: 'handler', bodyId: city }] });
    expect((await refusal(createOfficial(handler, db.signIn, person()))).code).toBe('auth.forbidden');
    expect((await refusal(createOfficial(db.ctx(), db.signIn, person()))).code).toBe('auth.required');
    const input = person();
    await createOfficial(administrator(), db.signIn, input);
    const twice = await refusal(
      createOfficial(administrator(), db.signIn, { ...input, email: input.email.toUpperCase() }),
    );
    expect(twice.fields).toEqual([{ path: 'email', code: 'email_taken' }]);
    const unknown = person({ role: 'handler', bodyId: '00000000-0000-4000-8000-000000000000' });
    expect((await refusal(createOfficial(system(), db.signIn, unknown))).code).toBe('request.invalid');
    expect((await refusal(createOfficial(system(), db.signIn, { ...person(), role: 'administrator' }))).code).toBe(
      'request.invalid',
    );
  });

  it('is shut out at once, and only by an administrator of all its bodies, never by himself', async () => {
    const input = person({ role: 'handler', bodyId: commerce });
    const made = await createOfficial(system(), db.signIn, input, {
      password: 'correct horse battery',
      enrolled: true,
    });
    const visitor = { source: 'b', cookie: null };
    const first = await db.signIn.signInPassword(visitor, { email: input.email, password: 'correct horse battery' });
    const cookie = first.cookies[0]?.split(';')[0] ?? '';
    const secret = Secret.fromBase32(made.secondFactor?.totpSecret ?? '');
    const second = await db.signIn.signInTotp({ source: 'b', cookie }, { code: new TOTP({ secret }).generate() });
    const session = second.cookies.map((line) => line.split(';')[0]).join('; ');
    expect((await db.signIn.resolve(session))?.id).toBe(made.id);
    const disable = { officialId: made.id, disabled: true };
    expect((await refusal(disableOfficial(administrator(otherCity), disable))).code).toBe('auth.forbidden');
    expect(await disableOfficial(administrator(), disable)).toEqual({ changed: true });
    expect(await db.signIn.resolve(session)).toBeNull();
    expect(await disableOfficial(administrator(), disable)).toEqual({ changed: false });
    await disableOfficial(administrator(), { ...disable, disabled: false });
    expect(await events(made.id)).toEqual(['created', 'disabled', 'enabled']);
    const grants: Grant[] = [{ role: 'administrator', bodyId: city }];
    const self = db.ctx({ kind: 'official', id: made.id, name: '自己', grants, factorAge: 0 });
    expect((await refusal(disableOfficial(self, disable))).code).toBe('auth.forbidden');
  });

  it('is given and loses a role, each once', async () => {
    const made = await createOfficial(system(), db.signIn, person());
    const grant = { officialId: made.id, role: 'approver', bodyId: commerce };
    expect(await changeGrant(administrator(), { ...grant, change: 'grant' })).toEqual({ changed: true });
    expect(await changeGrant(administrator(), { ...grant, change: 'grant' })).toEqual({ changed: false });
    expect((await refusal(changeGrant(administrator(otherCity), { ...grant, change: 'revoke' }))).code).toBe(
      'auth.forbidden',
    );
    expect(await changeGrant(administrator(), { ...grant, change: 'revoke' })).toEqual({ changed: true });
    expect(await changeGrant(administrator(), { ...grant, change: 'revoke' })).toEqual({ changed: false });
    expect(await events(made.id)).toEqual(['created', 'granted', 'revoked']);
    const missing = { ...grant, officialId: '00000000-0000-4000-8000-000000000000', change: 'grant' };
    expect((await refusal(changeGrant(administrator(), missing))).code).toBe('resource.not_found');
  });

  it('starts anew after a reset: new password, new enrolment, no session', async () => {
    const made = await createOfficial(system(), db.signIn, person(), { enrolled: true });
    const reset = await resetOfficial(administrator(), db.signIn, { officialId: made.id });
    expect(reset.password).not.toBe(made.password);
    const visitor = { source: 'c', cookie: null };
    expect((await refusal(db.signIn.signInPassword(visitor, made))).code).toBe('auth.failed');
    expect((await db.signIn.signInPassword(visitor, reset)).next).toBe('enrol');
  });

  it('is administered by forms that name the body in words', async () => {
    const made = await createOfficial(system(), db.signIn, person());
    const form = { action: 'grant', officialId: made.id, role: 'handler' };
    const send = (more: Record<string, unknown>) =>
      administerByForm(administrator(), db.signIn, null, { ...form, ...more });
    expect(await send({ bodyIdText: '样例市商务局' })).toEqual({ kind: 'done', changed: true });
    expect(await send({ bodyId: commerce, bodyIdText: '什么都行' })).toEqual({ kind: 'done', changed: false });
    expect((await refusal(send({ bodyIdText: '没有这个局' }))).fields).toEqual([
      { path: 'bodyIdText', code: 'body_unknown' },
    ]);
    expect((await refusal(send({ action: 'drop' }))).code).toBe('request.malformed');
  });

  it('is changed only by who gave a code of the authenticator a moment ago', async () => {
    const made = await createOfficial(system(), db.signIn, person());
    const grants: Grant[] = [{ role: 'administrator', bodyId: city }];
    const change = { officialId: made.id, role: 'handler', bodyId: commerce, change: 'grant' };
    for (const factorAge of [undefined, 301]) {
      const stale = db.ctx({ kind: 'official', id: 'admin', name: '管理员', grants, ...(factorAge && { factorAge }) });
      const codes = [
        await refusal(changeGrant(stale, change)),
        await refusal(disableOfficial(stale, { officialId: made.id, disabled: true })),
        await refusal(resetOfficial(stale, db.signIn, { officialId: made.id })),
        await refusal(createOfficial(stale, db.signIn, person())),
      ].map((error) => error.code);
      expect(new Set(codes)).toEqual(new Set(['auth.step_up']));
    }
    const fresh = db.ctx({ kind: 'official', id: 'admin', name: '管理员', grants, factorAge: 300 });
    expect(await changeGrant(fresh, change)).toEqual({ changed: true });
  });
});

describe('npm run admin', () => {
  const run = async (...argv: string[]) => {
    const lines: string[] = [];
    const io = { print: (line: string) => lines.push(line), password: async () => 'from standard input\n' };
    await runAdmin(argv, system(), db.signIn, io);
    return lines.join('\n');
  };

  it('makes the first administrator, of the government of the place, and prints the password once', async () => {
    const out = await run('create-administrator', '--name', '首位管理员', '--email', 'First@Example.org');
    const password = /Password, shown this once: (\S+)/.exec(out)?.[1] ?? '';
    const step = await db.signIn.signInPassword(
      { source: 'd', cookie: null },
      { email: 'first@example.org', password },
    );
    expect(step.next).toBe('enrol');
    expect(await run('list-officials')).toContain('administrator@样例市人民政府');
  });

  it('takes the password from standard input and enrols the second factor on demand', async () => {
    const out = await run(
      'create-administrator',
      '--name',
      '甲',
      '--email',
      'a@example.org',
      '--password-stdin',
      '--totp',
    );
    expect(out).not.toContain('from standard input');
    expect(out).toContain('otpauth://totp/');
    const input = { email: 'a@example.org', password: 'from standard input' };
    expect((await db.signIn.signInPassword({ source: 'e', cookie: null }, input)).next).toBe('code');
  });

  it('grants, revokes, disables and resets by address', async () => {
    await run('create-administrator', '--name', '乙', '--email', 'b@example.org', '--body', '样例市商务局');
    const role = ['--email', 'b@example.org', '--role', 'handler', '--body', '样例市财政局'];
    expect(await run('grant', ...role)).toBe('done');
    expect(await run('revoke', ...role)).toBe('done');
    expect(await run('revoke', ...role)).toBe('nothing to change');
    expect(await run('disable-official', '--email', 'b@example.org')).toBe('done');
    expect(await run('list-officials')).toContain('b@example.org\t乙\tdisabled');
    expect(await run('enable-official', '--email', 'b@example.org')).toBe('done');
    expect(await run('reset-official', '--email', 'b@example.org')).toMatch(/one-time password/);
  });

  it('says what is wrong and how to do it', async () => {
    for (const argv of [[], ['dance'], ['create-administrator', '--name', 'x'], ['grant', '--colour', 'red']]) {
      const error = await refusal(run(...argv));
      expect(explain(error)).toContain('Usage: npm run admin');
    }
    const bad = await refusal(run('create-administrator', '--name', 'x', '--email', 'no address'));
    expect(bad).toBeInstanceOf(DomainError);
    expect(explain(bad)).toContain('email: email');
    expect(
      explain(
        await refusal(run('grant', '--email', 'nobody@example.org', '--role', 'handler', '--body', '样例市商务局')),
      ),
    ).toContain('no official has the address');
  });
});
