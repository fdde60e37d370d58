import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accept } from '../../api/services/complaints/accept.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { ask } from '../../api/services/complaints/ask.ts';
import { close } from '../../api/services/complaints/close.ts';
import { note } from '../../api/services/complaints/note.ts';
import { refuse } from '../../api/services/complaints/refuse.ts';
import { returnCase } from '../../api/services/complaints/return.ts';
import { screen } from '../../api/services/complaints/screen.ts';
import { supply } from '../../api/services/complaints/supply.ts';
import { transfer } from '../../api/services/complaints/transfer.ts';
import { write } from '../../api/services/complaints/write.ts';
import { acceptCase, answerCase, answersFor, type Desk, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TEST_BODIES } from '../support/filing.ts';
import { steadyToday } from '../support/legal-day.ts';
import { raceAt } from '../support/race.ts';

let database: TestDatabase;
let today: string;
beforeAll(async () => {
  database = await testDatabase();
  today = await steadyToday(database);
});
afterAll(() => database.end());

const clocks = async (caseId: string) => {
  const rows = await database.owner`
    select step, started_on::text as started, due_on::text as due, ended_on::text as ended from case_clock where case_id = ${caseId}`;
  return Object.fromEntries(rows.map((r) => [r.step, { started: r.started, due: r.due, ended: r.ended }]));
};
const events = async (caseId: string) => {
  const rows = await database.owner`select kind, payload from event where subject_id = ${caseId} order by seq`;
  return rows.map((r) => ({ kind: r.kind as string, payload: JSON.parse(r.payload as string) }));
};
const tasks = async (caseId: string) => {
  const rows = await database.owner`
    select payload->>'template' as template from outbox where payload->>'caseId' = ${caseId} order by id`;
  return rows.map((r) => r.template as string);
};

type Verb = (ctx: Desk['desk'], number: string, raw: unknown) => Promise<unknown>;
const text = '说明理由的一句话。';
/** Every official verb with a good input, a state in which it works, and one in which it does not. */
const VERBS: {
  name: string;
  verb: Verb;
  input: (d: Desk) => Promise<object>;
  ready?: (d: Desk) => Promise<void>;
  spoil: (d: Desk) => Promise<unknown>;
  versioned?: false;
}[] = [
  { name: 'accept', verb: accept, input: async () => ({}), spoil: acceptCase },
  { name: 'refuse', verb: refuse, input: async () => ({ reason: 'not_integrity', text }), spoil: acceptCase },
  {
    name: 'ask',
    verb: ask,
    input: async () => ({ text }),
    spoil: async (d) => ask(d.desk, d.number, { version: await d.version(), text }),
  },
  {
    name: 'answer',
    verb: answer,
    input: async (d) => ({ answers: answersFor(await d.demands()) }),
    ready: acceptCase,
    spoil: answerCase,
  },
  {
    name: 'transfer',
    verb: transfer,
    input: async () => ({ toBodyId: TEST_BODIES.cityCommerce.id, text }),
    spoil: async (d) => refuse(d.desk, d.number, { version: await d.version(), reason: 'insufficient', text }),
  },
  {
    name: 'close',
    verb: close,
    input: async () => ({ bodySays: 'solved' }),
    ready: async (d) => {
      await acceptCase(d);
      await answerCase(d);
    },
    spoil: async (d) => close(d.desk, d.number, { version: await d.version(), bodySays: 'solved' }),
  },
];

describe.each(VERBS)('$name', ({ verb, input, ready, spoil }) => {
  const prepared = async () => {
    const d = await fileAndSit(database);
    await ready?.(d);
    return d;
  };

  it('works for the handler of the body, once per version', async () => {
    const d = await prepared();
    const good = { version: await d.version(), ...(await input(d)) };
    const before = (await events(d.caseId)).length;
    await verb(d.desk, d.number, good);
    expect((await events(d.caseId)).length).toBe(before + 1);
    await expect(verb(await d.as(HANDLER, 'handler'), d.number, good)).rejects.toMatchObject({
      code: expect.stringMatching(/^case\.version_conflict$|^auth\.forbidden$/),
    });
  });

  it('is refused in a state that does not allow it, with the reason', async () => {
    const d = await prepared();
    await spoil(d);
    const good = { version: await d.version(), ...(await input(d)) };
    await expect(verb(d.desk, d.number, good)).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: expect.any(String) },
    });
  });

  it('is refused to those without the role, and does not exist for other bodies', async () => {
    const d = await prepared();
    const good = { version: await d.version(), ...(await input(d)) };
    await expect(verb(await d.as(HANDLER, 'auditor'), d.number, good)).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    for (const stranger of [TEST_BODIES.county.id, TEST_BODIES.countyCommerce.id])
      await expect(verb(await d.as(stranger, 'handler', 'intake'), d.number, good)).rejects.toMatchObject({
        code: 'resource.not_found',
      });
    await expect(verb(d.citizen, d.number, good)).rejects.toMatchObject({ code: 'auth.required' });
  });

  it('names what is wrong with its input, and refuses keys that it does not know', async () => {
    const d = await prepared();
    const good = { version: await d.version(), ...(await input(d)) };
    await expect(verb(d.desk, d.number, { ...good, version: undefined })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(verb(d.desk, d.number, { ...good, state: 'closed' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await expect(verb(d.desk, d.number, { ...good, text: 'x'.repeat(5001) })).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });
});

describe('the clocks of a case', () => {
  it('start with acceptance, end with the answer, and set the date of the lists', async () => {
    const d = await fileAndSit(database);
    expect((await clocks(d.caseId)).accept).toMatchObject({ started: today, ended: null });
    expect((await clocks(d.caseId)).determine).toMatchObject({ started: null });
    await acceptCase(d);
    const accepted = await clocks(d.caseId);
    expect(accepted.accept?.ended).toBe(today);
    expect(accepted.determine?.started).toBe(today);
    expect((await d.row()).due_on).toBe(accepted.determine?.due);
    await answerCase(d);
    expect((await clocks(d.caseId)).determine?.ended).toBe(today);
    expect((await d.row()).due_on).toBeNull();
  });

  it('stand still while one waits for material, and move on by the days of waiting', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const before = (await clocks(d.caseId)).determine?.due as string;
    await ask(d.desk, d.number, { version: await d.version(), text });
    expect((await d.row()).state).toBe('waiting');
    // Accepted six days ago, waiting for four.
    await database.owner`
      update case_clock set started_on = started_on - 6, due_on = due_on - 6 where case_id = ${d.caseId} and step = 'determine'`;
    await database.owner`
      update case_clock_stop set from_on = from_on - 4 where clock_id in (select id from case_clock where case_id = ${d.caseId})`;
    await supply(d.citizen, d.own, { text: '这是补充的合同复印件说明。' });
    expect((await d.row()).state).toBe('accepted');
    const after = (await clocks(d.caseId)).determine?.due as string;
    expect((Date.parse(after) - Date.parse(before)) / 86_400_000).toBe(4 - 6);
    expect((await d.row()).due_on).toBe(after);
  });

  it('go back to the state before acceptance where the material was asked for before it', async () => {
    const d = await fileAndSit(database);
    await ask(d.desk, d.number, { version: await d.version(), text });
    await supply(d.citizen, d.own, { text: '补充说明在这里。' });
    expect((await d.row()).state).toBe('filed');
  });

  it('for arrears count ten working days and thirty days from acceptance, and nothing is left to pass on', async () => {
    const d = await fileAndSit(database, {
      kind: 'arrears',
      matter: 'arrears',
      promised: undefined,
      complainant: {
        kind: 'enterprise',
        enterpriseName: '测试制造有限公司',
        uscc: '91990101MA0000009P',
        enterpriseSize: 'small',
      },
      declaration: true,
    });
    const { handler_id: handler } = await d.row();
    await accept(await d.as(String(handler), 'handler'), d.number, { version: await d.version() });
    const after = await clocks(d.caseId);
    expect(after.transfer?.ended).toBe(after.transfer?.started);
    expect(after.result?.ended).toBeNull();
    expect((await d.row()).due_on).toBe(after.result?.due);
  });
});

describe('answering', () => {
  it('must answer every demand, and says which are missing', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const [first] = await d.demands();
    await expect(
      answer(d.desk, d.number, { version: await d.version(), answers: answersFor([first!]) }),
    ).rejects.toMatchObject({ code: 'case.demands_unanswered', fields: [{ path: 'answers.1.text' }] });
    await expect(
      answer(d.desk, d.number, {
        version: await d.version(),
        answers: answersFor([...(await d.demands()), randomUUID()]),
      }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
    expect((await d.row()).state).toBe('accepted');
  });

  it('lets one of two who answer at the same moment win, and tells the other', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const input = { version: await d.version(), answers: answersFor(await d.demands()) };
    const others = await Promise.all([1, 2].map(() => d.as(HANDLER, 'handler')));
    const results = await raceAt(
      database.owner,
      d.caseId,
      others.map((ctx) => () => answer(ctx, d.number, structuredClone(input))),
    );
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
    expect(results.find((r) => r.status === 'rejected')).toMatchObject({ reason: { code: 'case.version_conflict' } });
    const [count] = await database.owner`select count(*)::int as n from case_answer where case_id = ${d.caseId}`;
    expect(count?.n).toBe(2);
    expect((await events(d.caseId)).filter((e) => e.kind === 'answered')).toHaveLength(1);
  });

  it('refuses a promise for a day that has passed', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    const answers = answersFor(await d.demands()).map((a) => ({ ...a, promisedOn: '2020-01-01' }));
    await expect(answer(d.desk, d.number, { version: await d.version(), answers })).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ code: 'date_past' }, { code: 'date_past' }],
    });
  });
});

describe('passing a case on', () => {
  it('gives it to the other body, keeps it in the sight of the sender, and can be returned once', async () => {
    const d = await fileAndSit(database);
    const to = TEST_BODIES.cityCommerce.id;
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId: to, text });
    const second = await d.as(to, 'handler');
    expect((await d.row()).handler_id).toBe(to);
    await expect(accept(d.desk, d.number, { version: await d.version() })).rejects.toMatchObject({
      code: 'auth.forbidden',
    });
    const released = await database.owner`select body_id, revoked_at from case_release where case_id = ${d.caseId}`;
    expect(released.filter((r) => r.body_id === HANDLER).every((r) => r.revoked_at !== null)).toBe(true);
    expect(released.filter((r) => r.body_id === to && r.revoked_at === null)).toHaveLength(3);

    await returnCase(second, d.number, { version: await d.version(), text });
    expect(await d.row()).toMatchObject({ handler_id: HANDLER, return_used: true });
    await transfer(d.desk, d.number, { version: await d.version(), toBodyId: to, text });
    await expect(returnCase(second, d.number, { version: await d.version(), text })).rejects.toMatchObject({
      code: 'case.return_refused',
      params: { reason: 'return_used' },
    });
  });

  it('never reaches the body complained of nor one below it', async () => {
    const d = await fileAndSit(database);
    for (const accused of [TEST_BODIES.county.id, TEST_BODIES.countyCommerce.id])
      await expect(
        transfer(d.desk, d.number, { version: await d.version(), toBodyId: accused, text }),
      ).rejects.toMatchObject({ code: 'case.transfer_to_respondent' });
  });

  it('names an unknown body and the present one as wrong', async () => {
    const d = await fileAndSit(database);
    for (const toBodyId of [randomUUID(), HANDLER, 'nobody'])
      await expect(transfer(d.desk, d.number, { version: await d.version(), toBodyId, text })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'toBodyId' }],
      });
  });

  it('cannot be undone where routing chose the handler', async () => {
    const d = await fileAndSit(database);
    await expect(returnCase(d.desk, d.number, { version: await d.version(), text })).rejects.toMatchObject({
      code: 'case.return_refused',
      params: { reason: 'no_sender' },
    });
  });
});

describe('a held filing', () => {
  it('can only be let through or rejected, and then goes its way', async () => {
    const d = await fileAndSit(database, { held: true });
    await expect(accept(d.desk, d.number, { version: await d.version() })).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'held' },
    });
    await screen(d.desk, d.number, { version: await d.version(), outcome: 'passed' });
    await acceptCase(d);
    expect((await d.row()).state).toBe('accepted');
  });

  it('once rejected takes no further act and has no running clock', async () => {
    const d = await fileAndSit(database, { held: true });
    await screen(d.desk, d.number, { version: await d.version(), outcome: 'rejected', text: '内容是广告。' });
    expect(await d.row()).toMatchObject({ screening: 'rejected', state: 'filed', due_on: null });
    await expect(accept(d.desk, d.number, { version: await d.version() })).rejects.toMatchObject({
      code: 'case.transition_refused',
      params: { reason: 'rejected' },
    });
  });
});

describe('what is written down', () => {
  it('is one chain of events with ids and codes and no word of anybody', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    await write(d.desk, d.number, { text: '请保持电话畅通，谢谢配合。' });
    await note(d.desk, d.number, { text: '内部：先问财政。' });
    await answerCase(d);
    await close(d.desk, d.number, { version: await d.version(), bodySays: 'solved', text: '已经办结，特此告知。' });
    const chain = await events(d.caseId);
    expect(chain.map((e) => e.kind)).toEqual(['filed', 'accepted', 'messaged', 'answered', 'closed']);
    expect(JSON.stringify(chain)).not.toMatch(/财政|畅通|兑现|告知/);
    expect(await tasks(d.caseId)).toEqual([
      'case.filed',
      'case.accepted',
      'case.written',
      'case.answered',
      'case.callback',
    ]);
    const rows =
      await database.owner`select seq, hash, prev_hash from event where subject_id = ${d.caseId} order by seq`;
    for (const [i, row] of rows.entries()) {
      if (i > 0) expect(Buffer.compare(row.prev_hash as Buffer, rows[i - 1]?.hash as Buffer)).toBe(0);
    }
  });

  it('is all or nothing: where the event cannot be written the case does not change', async () => {
    const d = await fileAndSit(database);
    const calendar = () => Promise.reject(new Error('no calendar'));
    await expect(accept({ ...d.desk, calendar }, d.number, { version: await d.version() })).rejects.toThrow(
      'no calendar',
    );
    expect(await d.row()).toMatchObject({ state: 'filed', version: 1 });
    expect(await events(d.caseId)).toHaveLength(1);
  });
});
