import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { OfficialRole } from '../../api/domain/official.ts';
import type { Sql, Tx } from '../client.ts';
import { cases } from '../schema/cases.ts';
import { authUser, officialGrant } from '../schema/officials.ts';

export interface DeskCase {
  id: string;
  number: string;
  handlerId: string | null;
  acceptingId: string | null;
  watchingId: string | null;
  assignee: string | null;
  now: Date;
}

/** Holds the cases, always in the same order, so that two who assign at once wait for each other and never for ever. */
export async function holdCases(tx: Tx, numbers: readonly string[]): Promise<DeskCase[]> {
  return tx
    .select({
      id: cases.id,
      number: cases.number,
      handlerId: cases.handlerId,
      acceptingId: cases.acceptingId,
      watchingId: cases.watchingId,
      assignee: cases.assignee,
      now: sql<Date>`now()`.mapWith(cases.filedAt),
    })
    .from(cases)
    .where(inArray(cases.number, [...numbers]))
    .orderBy(asc(cases.id))
    .for('update');
}

export async function setAssignee(tx: Tx, caseId: string, assignee: string | null): Promise<void> {
  await tx.update(cases).set({ assignee }).where(eq(cases.id, caseId));
}

/** The grants in force of one official who is not disabled. */
export async function liveGrants(tx: Tx, userId: string): Promise<{ role: OfficialRole; bodyId: string }[]> {
  return tx
    .select({ role: sql<OfficialRole>`${officialGrant.role}`, bodyId: officialGrant.bodyId })
    .from(officialGrant)
    .innerJoin(authUser, eq(authUser.id, officialGrant.userId))
    .where(and(eq(officialGrant.userId, userId), isNull(officialGrant.revokedAt), isNull(authUser.disabledAt)));
}

export interface Colleague {
  id: string;
  name: string;
}

/** Officials who take cases of one of these bodies on their desk. */
export async function colleaguesOf(
  sql: Sql,
  bodies: readonly string[],
  roles: readonly OfficialRole[],
  limit: number,
): Promise<Colleague[]> {
  return sql<Colleague[]>`
    select u.id, u.name from auth_user u
    where u.disabled_at is null and exists (
      select from official_grant g where g.user_id = u.id and g.revoked_at is null
        and g.role = any(${roles as string[]}) and g.body_id = any(${bodies as string[]}::uuid[]))
    order by u.name, u.id limit ${limit}`;
}
