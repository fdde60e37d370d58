import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import { CASE_STATES, type CaseAction, type CaseState } from '../../api/domain/case.ts';
import { type CaseFacts, refusal } from '../../api/domain/case-life.ts';
import { transitionOf } from '../../api/domain/case-transitions.ts';
import { OFFICIAL_ROLES, type OfficialRole } from '../../api/domain/official.ts';
import type { Ctx } from '../../api/services/context.ts';
import { ACTS } from '../../api/services/officials/acts.ts';
import { type Desk, fileAndSit, HANDLER } from '../support/casework.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { TEST_BODIES } from '../support/filing.ts';

/**
 * Walks every state with every action of officials in every role through the API, and compares each answer with what the
 * table of the state machine says. What is not possible answers 409 (403 for a missing role) and changes nothing.
 */
let database: TestDatabase;
let d: Desk;
const desks = new Map<OfficialRole, Ctx>();
/** The same roles at the government above: what a superior does is none of the body's own acts. */
const above = new Map<OfficialRole, Ctx>();

beforeAll(async () => {
  database = await testDatabase();
  d = await fileAndSit(database);
  for (const role of OFFICIAL_ROLES) {
    desks.set(role, await d.as(HANDLER, role));
    above.set(role, await d.as(TEST_BODIES.cityGovernment.id, role));
  }
});
afterAll(() => database?.end());

/** Puts the case into a state, as if it had come there by itself. */
async function put(state: CaseState): Promise<void> {
  await database.owner`delete from case_dispute where case_id = ${d.caseId}`;
  await database.owner`delete from case_assignment where case_id = ${d.caseId} and role = 'arbiter'`;
  const accepted = state !== 'filed';
  const { owner } = database;
  await owner`delete from case_order_entry`;
  for (const table of ['case_order', 'case_follow_up', 'case_instalment', 'case_settlement', 'case_debt', 'case_deed'])
    await owner`delete from ${owner(table)}`;
  await owner`
    update cases set state = ${state}, version = 1, screening = 'passed', handler_id = ${HANDLER}, verdict = null,
      verdict_at = null, accepted_at = case when ${accepted} then now() end, return_used = false, designated = false,
      answered_at = case when ${['answered', 'closed'].includes(state)} then now() end, instance = 'first'
    where id = ${d.caseId}`;
}

/** Facts of that case for the table: nobody passed it on, nothing was asked or promised before. */
const facts = (state: CaseState): CaseFacts =>
  ({
    state,
    screening: 'passed',
    accepted: state !== 'filed',
    returnUsed: false,
    designated: false,
    sender: false,
    reopened: false,
    verdict: null,
    kind: 'promise',
    instance: 'first',
  }) as CaseFacts;

async function act(role: OfficialRole, action: CaseAction) {
  const body = { ...ACTS[action]?.example, ...('version' in (ACTS[action]?.example ?? {}) ? { version: 1 } : {}) };
  const response = await createApp(() => (transitionOf(action).superior ? above : desks).get(role) as Ctx).request(
    `/api/v1/officials/cases/${d.number}/${action}`,
    { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
  );
  return { status: response.status, body: (await response.json()) as { code?: string } };
}

const ACTIONS = Object.keys(ACTS) as CaseAction[];
/** Possible by the table, but the example names a body, a demand or a request that this case does not have. */
const GOOD = [200, 400, 404];

describe.each(CASE_STATES)('a case that is %s', (state) => {
  it.each(OFFICIAL_ROLES)(
    'lets the role %s do what the table says, and answers 409 or 403 to all else',
    async (role) => {
      await put(state);
      for (const action of ACTIONS) {
        const expected = refusal(action, facts(state), { side: 'official', roles: new Set([role]) });
        const { status, body } = await act(role, action);
        const said = `${role} does ${action} while ${state}: ${status} ${body.code ?? ''}, the table says ${expected}`;
        // A role that reads no cases does not even learn that there is one.
        if (status === 404 && expected === 'role') continue;
        if (expected === null) expect(GOOD, said).toContain(status);
        else expect(status, said).toBe(expected === 'role' || expected === 'not_yours' ? 403 : 409);
        if (expected !== null) expect(await d.version(), said).toBe(1);
        else await put(state);
      }
    },
  );
});
