import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE_STATES, type CaseAction, type CaseState } from '../../api/domain/case.ts';
import { type CaseFacts, refusal } from '../../api/domain/case-life.ts';
import { TRANSITIONS } from '../../api/domain/case-transitions.ts';
import { DomainError } from '../../api/domain/errors.ts';
import { STATUS } from '../../api/routes/errors.ts';
import { askReview } from '../../api/services/complaints/ask-review.ts';
import { denyPerformance } from '../../api/services/complaints/deny-performance.ts';
import { message } from '../../api/services/complaints/message.ts';
import type { OwnCase } from '../../api/services/complaints/open-case.ts';
import { supply } from '../../api/services/complaints/supply.ts';
import { verdict } from '../../api/services/complaints/verdict.ts';
import { withdraw } from '../../api/services/complaints/withdraw.ts';
import type { Ctx } from '../../api/services/context.ts';
import { askErasure } from '../../api/services/erasure/ask-erasure.ts';
import { agree } from '../../api/services/resolution/agree.ts';
import { confirm } from '../../api/services/resolution/confirm.ts';
import { type Desk, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

/** Every state with every act of the complainant, as tests/routes/case-walk.test.ts does for officials. */
type Verb = (ctx: Ctx, own: OwnCase, input: unknown) => Promise<unknown>;
const text = '请尽快办理，谢谢。';
const OWN: Partial<Record<CaseAction, { verb: Verb; input: object }>> = {
  supply: { verb: supply, input: { text } },
  message: { verb: message, input: { text } },
  withdraw: { verb: withdraw, input: {} },
  verdict: { verb: verdict, input: { verdict: 'solved' } },
  reopen: { verb: verdict, input: { verdict: 'not_solved', reopen: 'yes', text } },
  deny_performance: { verb: denyPerformance, input: { answerId: randomUUID(), text } },
  agree: { verb: agree, input: { decision: 'agreed' } },
  confirm: { verb: confirm, input: { instalmentId: randomUUID(), received: 'yes' } },
  ask_review: { verb: askReview, input: { text } },
  ask_erasure: { verb: askErasure, input: {} },
};
/** A file needs a stream (tests/routes/uploads.test.ts); a recheck is asked like a review, of a case that had one. */
const ELSEWHERE: readonly CaseAction[] = ['evidence', 'ask_recheck'];

let database: TestDatabase;
let d: Desk;
beforeAll(async () => {
  database = await testDatabase();
  d = await fileAndSit(database);
});
afterAll(() => database?.end());

async function put(state: CaseState): Promise<void> {
  await database.owner`
    update cases set state = ${state}, version = 1, screening = 'passed', handler_id = ${HANDLER}, verdict = null,
      verdict_at = null, reopened = false, instance = 'first', accepted_at = case when ${state !== 'filed'} then now() end,
      answered_at = case when ${['answered', 'closed'].includes(state)} then now() end
    where id = ${d.caseId}`;
  await database.owner`delete from erasure_request where case_id = ${d.caseId}`;
}
const facts = (state: CaseState): CaseFacts => ({
  state,
  kind: 'promise',
  instance: 'first',
  screening: 'passed',
  accepted: state !== 'filed',
  returnUsed: false,
  designated: false,
  sender: false,
  reopened: false,
  verdict: null,
});

it('knows every act of a complainant', () => {
  const acts = TRANSITIONS.filter(({ by }) => by.includes('complainant')).map(({ action }) => action);
  expect(acts.filter((action) => !OWN[action] && !ELSEWHERE.includes(action))).toEqual([]);
});

describe.each(CASE_STATES)('the complainant of a case that is %s', (state) => {
  it.each(Object.keys(OWN) as CaseAction[])(
    'can %s where the table says so, and is answered 409 elsewhere',
    async (action) => {
      await put(state);
      const { verb, input } = OWN[action] as { verb: Verb; input: object };
      const expected = refusal(action, facts(state), { side: 'complainant' });
      const thrown = await verb(d.citizen, d.own, input).then(
        () => null,
        (error: unknown) => error,
      );
      if (expected === null) expect(thrown).toBeNull();
      else {
        expect(thrown).toBeInstanceOf(DomainError);
        expect(STATUS[(thrown as DomainError).code], (thrown as DomainError).code).toBe(409);
      }
      const [row] = await database.owner`select state, version from cases where id = ${d.caseId}`;
      if (expected !== null) expect(row).toMatchObject({ state, version: 1 });
    },
  );
});
