import { randomUUID } from 'node:crypto';
import type { Actor, OfficialRole } from '../../api/domain/official.ts';
import { accept } from '../../api/services/complaints/accept.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { close } from '../../api/services/complaints/close.ts';
import { type OwnCase, openCase } from '../../api/services/complaints/open-case.ts';
import type { Ctx } from '../../api/services/context.ts';
import type { TestDatabase } from './database.ts';
import { fileTestCase, filingCtx, TEST_BODIES } from './filing.ts';

export const HANDLER = TEST_BODIES.cityDevelopmentReform.id;

export const officialOf = (bodyId: string, ...roles: OfficialRole[]): Actor => ({
  kind: 'official',
  id: randomUUID(),
  name: '经办人',
  factorAge: 0,
  grants: (roles.length > 0 ? roles : (['handler'] as const)).map((role) => ({ role, bodyId })),
});

/** A filed case with its complainant and an official of the handling body. */
export interface Desk {
  number: string;
  caseId: string;
  code: string;
  own: OwnCase;
  /** The complainant's context. */
  citizen: Ctx;
  /** The handler's context. */
  desk: Ctx;
  /** The context of any other official. */
  as(bodyId: string, ...roles: OfficialRole[]): Promise<Ctx>;
  version(): Promise<number>;
  row(): Promise<Record<string, unknown>>;
  demands(): Promise<string[]>;
}

export async function fileAndSit(
  database: TestDatabase,
  overrides: Parameters<typeof fileTestCase>[1] = {},
  options: Parameters<typeof fileTestCase>[2] = {},
): Promise<Desk> {
  const { caseId, answer: filed } = await fileTestCase(database, overrides, options);
  const citizen = await filingCtx(database, { source: randomUUID() });
  const as = (bodyId: string, ...roles: OfficialRole[]) => filingCtx(database, { actor: officialOf(bodyId, ...roles) });
  const row = async () => {
    const [found] = await database.owner`select *, due_on::text as due_on from cases where id = ${caseId}`;
    return found as Record<string, unknown>;
  };
  return {
    number: filed.number,
    caseId,
    code: filed.queryCode,
    own: await openCase(citizen, filed.number, filed.queryCode),
    citizen,
    desk: await as(HANDLER, 'handler'),
    as,
    row,
    version: async () => Number((await row()).version),
    async demands() {
      const rows = await database.owner`select id from case_demand where case_id = ${caseId} order by position`;
      return rows.map((r) => String(r.id));
    },
  };
}

export const answersFor = (demands: string[], text = '已安排兑现，详见附件说明。') =>
  demands.map((demandId) => ({ demandId, outcome: 'accepted', text }));

export async function acceptCase(d: Desk): Promise<void> {
  await accept(d.desk, d.number, { version: await d.version() });
}
export async function answerCase(d: Desk): Promise<void> {
  await answer(d.desk, d.number, { version: await d.version(), answers: answersFor(await d.demands()) });
}
export async function closeCase(d: Desk, bodySays: 'solved' | 'partly' | 'not_solved' = 'solved'): Promise<void> {
  await close(d.desk, d.number, { version: await d.version(), bodySays });
}
/** The official of the government above the handling body who supervises it. */
export const superiorOf = (d: Desk): Promise<Ctx> => d.as(TEST_BODIES.cityGovernment.id, 'supervisor');
