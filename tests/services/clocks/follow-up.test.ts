import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '../../../api/domain/calendar.ts';
import type { FollowUpKind } from '../../../api/domain/follow-up.ts';
import {
  cancelFollowUp,
  planFollowUp,
  resumeFollowUp,
  settleFollowUp,
} from '../../../api/services/clocks/follow-up.ts';
import { acceptCase, answerCase, type Desk, fileAndSit } from '../../support/casework.ts';
import { type TestDatabase, testDatabase } from '../../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.end());

const TODAY = '2026-11-21';
async function plan(d: Desk, kind: FollowUpKind, dueOn: string, subjectId: string = randomUUID()): Promise<string> {
  await d.desk.db.transaction((tx) =>
    planFollowUp(tx, {
      caseId: d.caseId,
      kind,
      subjectId,
      startedOn: TODAY,
      dueOn,
      basis: '单位在答复中的承诺',
      certainty: 'local',
    }),
  );
  return subjectId;
}
const dueOn = async (d: Desk) => (await d.row()).due_on;

describe('a follow-up', () => {
  it('moves the date of the case where the handling body must see it done, and gives it back once it is', async () => {
    const d = await fileAndSit(database);
    await acceptCase(d);
    await answerCase(d);
    expect(await dueOn(d)).toBeNull();
    const late = await plan(d, 'promised_date', '2027-03-01');
    expect(await dueOn(d)).toBe('2027-03-01');
    const early = await plan(d, 'instalment', '2027-02-01');
    expect(await dueOn(d)).toBe('2027-02-01');
    await d.desk.db.transaction((tx) =>
      settleFollowUp(tx, { kind: 'instalment', subjectId: early, endedOn: '2027-01-30' }),
    );
    expect(await dueOn(d)).toBe('2027-03-01');
    await d.desk.db.transaction((tx) =>
      cancelFollowUp(tx, { kind: 'promised_date', subjectId: late, cancelledOn: '2027-02-28' }),
    );
    expect(await dueOn(d)).toBeNull();
    await d.desk.db.transaction((tx) => resumeFollowUp(tx, { kind: 'instalment', subjectId: early }));
    expect(await dueOn(d)).toBe('2027-02-01');
  });

  it('leaves the date of the case where another body owes it', async () => {
    const d = await fileAndSit(database);
    const before = await dueOn(d);
    await plan(d, 'opinion', addDays(TODAY, 1));
    await plan(d, 'explanation', addDays(TODAY, 1));
    expect(await dueOn(d)).toBe(before);
  });

  it('is planned once for its subject: again, it moves, and what is done stays done', async () => {
    const d = await fileAndSit(database);
    const id = await plan(d, 'order', '2027-02-01');
    await plan(d, 'order', '2027-02-10', id);
    const rows = () =>
      database.owner`select due_on::text as due, ended_on::text as ended from case_follow_up where case_id = ${d.caseId}`;
    expect(await rows()).toMatchObject([{ due: '2027-02-10', ended: null }]);
    await d.desk.db.transaction((tx) => settleFollowUp(tx, { kind: 'order', subjectId: id, endedOn: '2027-02-11' }));
    await plan(d, 'order', '2027-03-10', id);
    expect(await rows()).toMatchObject([{ due: '2027-02-10', ended: '2027-02-11' }]);
  });

  it('is warned of anew when its date moves', async () => {
    const d = await fileAndSit(database);
    const id = await plan(d, 'order', '2027-02-01');
    await database.owner`update case_follow_up set warned = 3 where subject_id = ${id}`;
    await plan(d, 'order', '2027-02-02', id);
    const [row] = await database.owner`select warned from case_follow_up where subject_id = ${id}`;
    expect(row?.warned).toBe(0);
  });

  it('cannot be due before it starts', async () => {
    const d = await fileAndSit(database);
    await expect(plan(d, 'order', '2026-11-20')).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
