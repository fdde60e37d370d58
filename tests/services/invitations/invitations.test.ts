import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Mail } from '../../../api/adapters/ports.ts';
import type { DomainError } from '../../../api/domain/errors.ts';
import type { OfficialRole } from '../../../api/domain/official.ts';
import { beginInvitation, completeInvitation, openInvitation } from '../../../api/services/invitations/accept.ts';
import { changeInvitation } from '../../../api/services/invitations/change.ts';
import { invite } from '../../../api/services/invitations/invite.ts';
import { listInvitations } from '../../../api/services/invitations/list.ts';
import { sendInvitation } from '../../../api/services/invitations/send.ts';
import { createOfficial } from '../../../api/services/officials/create-official.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let db: TestDatabase;
const id = { city: '', commerce: '', elsewhere: '' };
let n = 0;

beforeAll(async () => {
  db = await testDatabase();
  const directory = await db.deps.directory();
  const find = (division: string, kind: string, role: string) =>
    directory.bodiesIn(division).find((b) => b.kind === kind && b.role === role)?.id ?? '';
  id.city = find('9901', 'government', 'government');
  id.commerce = find('9901', 'department', 'commerce');
  id.elsewhere = find('3202', 'government', 'government');
});
afterAll(() => db.end());

const as = (role: OfficialRole, bodyId: string, factorAge = 0) =>
  db.ctx({ kind: 'official', id: 'admin', name: '管理员', grants: [{ role, bodyId }], factorAge });
const administrator = () => as('administrator', id.city);
const person = (bodyId = id.commerce) => ({
  name: '孙新',
  email: `invited-${n++}@example.org`,
  grants: [{ role: 'handler', bodyId }],
});
const refusal = (promise: Promise<unknown>): Promise<DomainError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error) => error,
  );

/** Does what the queue would do, and gives the token out of the mail. */
async function mailed(invitationId: string, sending = 1): Promise<string | null> {
  const sent: Mail[] = [];
  const mailer = { send: async (mail: Mail) => void sent.push(mail), verify: async () => {} };
  await sendInvitation(db.deps, mailer, { invitationId, sending });
  return /invitation\/([\w-]+)/.exec(sent[0]?.text ?? '')?.[1] ?? null;
}
const stateOf = async (invitationId: string) =>
  (await listInvitations(administrator())).find((row) => row.id === invitationId)?.state;

/** The whole way of the invited person. */
async function enrolled(token: string) {
  const { cookies } = await beginInvitation(db.ctx(), db.signIn, token);
  const visitor = { source: `invited-${n}`, cookie: cookies.map((line) => line.split(';')[0]).join('; ') };
  const offered = await db.signIn.enrolment(visitor.cookie);
  const code = new TOTP({ secret: Secret.fromBase32(offered?.totpSecret ?? '') }).generate();
  const done = await db.signIn.enrol(visitor, { password: 'correct horse battery', code });
  const completed = await completeInvitation(db.ctx(), done.userId);
  return { ...done, ...completed, cookie: done.cookies.map((line) => line.split(';')[0]).join('; ') };
}

describe('an invitation', () => {
  it('makes an official with its roles only when the invited person has enrolled, and works once', async () => {
    const made = await invite(administrator(), person());
    const token = (await mailed(made.id)) ?? '';
    expect(await mailed(made.id)).toBeNull(); // sent once
    expect(await stateOf(made.id)).toBe('waiting');
    expect(await openInvitation(db.ctx(), token)).toMatchObject({ name: '孙新', email: made.email });
    const { cookies } = await beginInvitation(db.ctx(), db.signIn, token);
    expect(await stateOf(made.id)).toBe('opened');
    expect(await db.signIn.resolve(cookies[0] ?? null)).toBeNull();
    expect(await db.sql`select 1 from official_grant where user_id = ${made.id}`).toHaveLength(0);

    const official = await enrolled(token); // begun anew: the first attempt was abandoned
    expect(official.accepted).toBe(true);
    const actor = await db.signIn.resolve(official.cookie);
    expect(actor).toMatchObject({ id: made.id, grants: [{ role: 'handler', bodyId: id.commerce }] });
    expect(await stateOf(made.id)).toBe('accepted');
    expect((await refusal(openInvitation(db.ctx(), token))).code).toBe('resource.gone');
    expect((await refusal(beginInvitation(db.ctx(), db.signIn, token))).code).toBe('resource.gone');
    expect(await completeInvitation(db.ctx(), made.id)).toEqual({ accepted: false });
    const kinds = await db.sql`select kind from event where subject_id = ${made.id} order by seq`;
    expect(kinds.map((row) => row.kind)).toEqual(['invited', 'invitation_accepted']);
  });

  it('keeps no token: the table has its hash, the outbox an id, the event neither', async () => {
    const made = await invite(administrator(), person());
    const token = (await mailed(made.id)) ?? '';
    const [dump] = await db.owner`
      select (select jsonb_agg(o) from outbox o)::text || (select jsonb_agg(i) from official_invitation i)::text
        || (select jsonb_agg(e) from event e)::text as text`;
    expect(token.length).toBeGreaterThan(40);
    expect(String(dump?.text)).toContain(made.id);
    expect(String(dump?.text)).not.toContain(token);
  });

  it('is sent again with a new link, and the former link is dead', async () => {
    const made = await invite(administrator(), person());
    const first = (await mailed(made.id)) ?? '';
    await changeInvitation(administrator(), { invitationId: made.id, change: 'resend' });
    expect(await mailed(made.id, 1)).toBeNull();
    const second = (await mailed(made.id, 2)) ?? '';
    expect((await refusal(openInvitation(db.ctx(), first))).code).toBe('resource.not_found');
    expect((await enrolled(second)).accepted).toBe(true);
    const late = changeInvitation(administrator(), { invitationId: made.id, change: 'withdraw' });
    expect((await refusal(late)).code).toBe('resource.gone');
  });

  it('ends after 72 hours, and can be sent again then', async () => {
    const made = await invite(administrator(), person());
    const token = (await mailed(made.id)) ?? '';
    const [row] = await db.sql`
      select extract(epoch from expires_at - created_at) / 3600 as hours from official_invitation where id = ${made.id}`;
    expect(Number(row?.hours)).toBe(72);
    await db.sql`update official_invitation set expires_at = now() where id = ${made.id}`;
    expect(await stateOf(made.id)).toBe('expired');
    expect((await refusal(beginInvitation(db.ctx(), db.signIn, token))).code).toBe('resource.gone');
    await changeInvitation(administrator(), { invitationId: made.id, change: 'resend' });
    expect(await stateOf(made.id)).toBe('waiting');
  });

  it('is withdrawn with whoever began to accept it, and the address may be invited again', async () => {
    const input = person();
    const made = await invite(administrator(), input);
    const { cookies } = await beginInvitation(db.ctx(), db.signIn, (await mailed(made.id)) ?? '');
    await changeInvitation(administrator(), { invitationId: made.id, change: 'withdraw' });
    expect(await db.signIn.enrolment(cookies[0]?.split(';')[0] ?? null)).toBeNull();
    expect(await stateOf(made.id)).toBe('withdrawn');
    expect((await invite(administrator(), input)).id).not.toBe(made.id);
  });

  it('is refused to others: not signed in, no administrator, another place, an old code, a taken address', async () => {
    const made = await invite(administrator(), person());
    const change = { invitationId: made.id, change: 'withdraw' };
    const codes = async (call: (ctx: ReturnType<typeof db.ctx>) => Promise<unknown>) => [
      (await refusal(call(db.ctx()))).code,
      (await refusal(call(as('handler', id.city)))).code,
      (await refusal(call(as('administrator', id.elsewhere)))).code,
      (await refusal(call(as('administrator', id.city, 301)))).code,
    ];
    const expected = ['auth.required', 'auth.forbidden', 'auth.forbidden', 'auth.step_up'];
    expect(await codes((ctx) => invite(ctx, person()))).toEqual(expected);
    expect(await codes((ctx) => changeInvitation(ctx, change))).toEqual(expected);
    expect((await listInvitations(as('administrator', id.elsewhere))).map((row) => row.id)).not.toContain(made.id);
    expect((await refusal(listInvitations(as('auditor', id.city)))).code).toBe('auth.forbidden');
    const existing = await createOfficial(db.ctx({ kind: 'system' }), db.signIn, {
      ...person(),
      grants: [],
    });
    const taken = await refusal(invite(administrator(), { ...person(), email: existing.email.toUpperCase() }));
    expect(taken.fields).toEqual([{ path: 'email', code: 'email_taken' }]);
    const twice = await refusal(invite(administrator(), { ...person(), email: made.email }));
    expect(twice.fields).toEqual([{ path: 'email', code: 'invitation_open' }]);
    expect((await refusal(invite(administrator(), { ...person(), grants: [] }))).code).toBe('request.invalid');
    const unknown = { invitationId: '00000000-0000-4000-8000-000000000000', change: 'resend' };
    expect((await refusal(changeInvitation(administrator(), unknown))).code).toBe('resource.not_found');
    expect((await refusal(openInvitation(db.ctx(), '1guess'))).code).toBe('resource.not_found');
  });
});
