import { sql as raw } from 'drizzle-orm';
import type { AppraisalResults, AppraisalState, Question } from '../../api/domain/appraisal.ts';
import type { Db, Sql, Tx } from '../client.ts';

export interface AppraisalRow {
  id: string;
  division: string;
  bodyId: string;
  title: string;
  state: AppraisalState;
  version: number;
  questions: Question[];
  questionsVersion: number;
  keyId: string;
  closesOn: string;
  createdBy: string;
  openedAt: Date | null;
  closedAt: Date | null;
  publishedAt: Date | null;
  asked: number | null;
  results: (AppraisalResults & { answers: number }) | { answers: number; questions: null } | null;
}
const COLUMNS = (sql: Sql) => sql`id, division, body_id as "bodyId", title, state, version, questions,
  questions_version as "questionsVersion", key_id as "keyId", closes_on::text as "closesOn", created_by as "createdBy",
  opened_at as "openedAt", closed_at as "closedAt", published_at as "publishedAt", asked, results`;

export const appraisalsOf = (sql: Sql, bodies: readonly string[], limit: number) =>
  sql<AppraisalRow[]>`
    select ${COLUMNS(sql)} from appraisal where body_id = any(${bodies as string[]}::uuid[]) order by created_at desc limit ${limit}`;
export const publishedAppraisals = (sql: Sql, division: string | null, limit: number) =>
  sql<AppraisalRow[]>`
    select ${COLUMNS(sql)} from appraisal
    where state = 'published' ${division === null ? sql`` : sql`and division ~>=~ ${division}::text and division ~<~ (${division}::text || ':')`}
    order by published_at desc limit ${limit}`;
export async function appraisalById(sql: Sql, id: string): Promise<AppraisalRow | null> {
  const [row] = await sql<AppraisalRow[]>`select ${COLUMNS(sql)} from appraisal where id = ${id}`;
  return row ?? null;
}

export async function insertAppraisal(
  tx: Tx,
  row: Pick<AppraisalRow, 'id' | 'division' | 'bodyId' | 'title' | 'questions' | 'keyId' | 'closesOn' | 'createdBy'>,
): Promise<void> {
  await tx.execute(raw`
    insert into appraisal (id, division, body_id, title, state, questions, key_id, closes_on, created_by)
    values (${row.id}, ${row.division}, ${row.bodyId}, ${row.title}, 'draft', ${JSON.stringify(row.questions)}::jsonb,
      ${row.keyId}, ${row.closesOn}, ${row.createdBy})`);
}

export type AppraisalStep =
  | { to: 'draft' }
  | { to: 'open'; at: Date }
  | { to: 'closed'; at: Date; asked: number }
  | { to: 'published'; at: Date; by: string };
const BEFORE: Record<AppraisalState, AppraisalState> = {
  draft: 'draft',
  open: 'draft',
  closed: 'open',
  published: 'closed',
};

/** @returns false where somebody changed it meanwhile, or it is in another state */
export async function stepAppraisal(tx: Tx, id: string, version: number, step: AppraisalStep): Promise<boolean> {
  const set =
    step.to === 'open'
      ? raw`, opened_at = ${step.at.toISOString()}`
      : step.to === 'closed'
        ? raw`, closed_at = ${step.at.toISOString()}, asked = ${step.asked}`
        : step.to === 'published'
          ? raw`, published_at = ${step.at.toISOString()}, published_by = ${step.by}`
          : raw``;
  const rows = await tx.execute(raw`
    update appraisal set version = version + 1, state = ${step.to} ${set}
    where id = ${id} and version = ${version} and state = ${BEFORE[step.to]} returning id`);
  return rows.length > 0;
}
export async function keepResults(tx: Tx, id: string, results: NonNullable<AppraisalRow['results']>): Promise<void> {
  await tx.execute(raw`update appraisal set results = ${JSON.stringify(results)}::jsonb where id = ${id}`);
}

export interface Panelist {
  id: string;
  keyId: string;
  sealed: Buffer;
  contactMac: Buffer;
}
/** @returns false: this address is of the panel already, and the key that was made for it is gone again */
export async function insertPanelist(tx: Tx, appraisalId: string, row: Panelist): Promise<boolean> {
  const rows = await tx.execute(raw`
    insert into appraisal_panelist (id, appraisal_id, key_id, sealed, contact_mac)
    values (${row.id}, ${appraisalId}, ${row.keyId}, ${row.sealed}, ${row.contactMac})
    on conflict (appraisal_id, contact_mac) do nothing returning id`);
  if (rows.length === 0) await tx.execute(raw`delete from disclosure_key where id = ${row.keyId}`);
  return rows.length > 0;
}
/** Removes the panel with the keys of the persons. */
export async function erasePanel(tx: Tx, appraisalId: string): Promise<void> {
  const rows = await tx.execute<{ key_id: string }>(raw`
    delete from appraisal_panelist where appraisal_id = ${appraisalId} returning key_id`);
  const keys = rows.map((row) => row.key_id);
  if (keys.length > 0) await tx.execute(raw`delete from disclosure_key where id = any(${raw.param(keys)}::uuid[])`);
}
export async function panelIds(tx: Tx | Db, appraisalId: string): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(raw`
    select id from appraisal_panelist where appraisal_id = ${appraisalId} order by id`);
  return rows.map((row) => row.id);
}
export async function panelCounts(
  sql: Sql,
  appraisalId: string,
): Promise<{ panel: number; sent: number; used: number }> {
  const [row] = await sql<{ panel: number; sent: number; used: number }[]>`
    select count(*)::int as panel, count(l.sent_on)::int as sent, count(*) filter (where l.used)::int as used
    from appraisal_panelist p left join appraisal_link l on l.panelist_id = p.id where p.appraisal_id = ${appraisalId}`;
  return row ?? { panel: 0, sent: 0, used: 0 };
}

export async function insertLink(
  tx: Tx,
  row: { panelistId: string; appraisalId: string; tokenHash: Buffer; keyVersion: number },
): Promise<void> {
  await tx.execute(raw`
    insert into appraisal_link (panelist_id, appraisal_id, token_hash, key_version)
    values (${row.panelistId}, ${row.appraisalId}, ${row.tokenHash}, ${row.keyVersion})`);
}

/** The appraisal behind a link that can still be used; null: there is none, it was used, or time is over. */
export async function appraisalByLink(sql: Sql, tokenHash: Buffer): Promise<AppraisalRow | null> {
  const [row] = await sql<AppraisalRow[]>`
    select ${COLUMNS(sql)} from appraisal where state = 'open' and closes_on >= (now() at time zone 'Asia/Shanghai')::date
      and id = (select appraisal_id from appraisal_link where token_hash = ${tokenHash} and not used)`;
  return row ?? null;
}
/** Uses the link up. @returns false where somebody was faster */
export async function useLink(tx: Tx, tokenHash: Buffer): Promise<boolean> {
  const rows = await tx.execute(raw`
    update appraisal_link l set used = true from appraisal a
    where l.token_hash = ${tokenHash} and not l.used and a.id = l.appraisal_id and a.state = 'open' returning l.appraisal_id`);
  return rows.length > 0;
}
export async function insertAnswer(
  tx: Tx,
  row: {
    id: string;
    appraisalId: string;
    questionsVersion: number;
    levels: Record<string, number>;
    sealedWords: Buffer | null;
  },
): Promise<void> {
  await tx.execute(raw`
    insert into appraisal_answer (id, appraisal_id, questions_version, levels, sealed_words)
    values (${row.id}, ${row.appraisalId}, ${row.questionsVersion}, ${JSON.stringify(row.levels)}::jsonb, ${row.sealedWords})`);
}
export const answersOf = async (tx: Tx, appraisalId: string) =>
  [
    ...(await tx.execute<{ levels: Record<string, number> }>(raw`
      select levels from appraisal_answer where appraisal_id = ${appraisalId} order by id`)),
  ] as { levels: Record<string, number> }[];
export const wordsOf = (sql: Sql, appraisalId: string) =>
  sql<{ id: string; sealedWords: Buffer }[]>`
    select id, sealed_words as "sealedWords" from appraisal_answer
    where appraisal_id = ${appraisalId} and sealed_words is not null order by id`;

/**
 * Wipes what joins an answer to a link in the database: both were written by one transaction, which the rows remember. All
 * are written anew in an order of chance, and the links that remain in one go.
 */
export async function unlinkAnswers(tx: Tx, appraisalId: string): Promise<void> {
  await tx.execute(raw`
    with gone as (delete from appraisal_answer where appraisal_id = ${appraisalId} returning *)
    insert into appraisal_answer (id, appraisal_id, questions_version, levels, sealed_words)
    select gen_random_uuid(), appraisal_id, questions_version, levels, sealed_words from gone order by random()`);
  await tx.execute(raw`update appraisal_link set used = used where appraisal_id = ${appraisalId}`);
}

export const dueToClose = (sql: Sql) =>
  sql<{ id: string; version: number }[]>`
    select id, version from appraisal where state = 'open' and closes_on < (now() at time zone 'Asia/Shanghai')::date`;
/** Links whose owners have not answered `days` before the end and were not reminded. */
export const dueToRemind = (sql: Sql, days: number) =>
  sql<{ panelistId: string }[]>`
    select l.panelist_id as "panelistId" from appraisal_link l join appraisal a on a.id = l.appraisal_id
    where a.state = 'open' and not l.used and l.sent_on < (now() at time zone 'Asia/Shanghai')::date and l.reminded_on is null
      and a.closes_on between (now() at time zone 'Asia/Shanghai')::date and (now() at time zone 'Asia/Shanghai')::date + ${days}::int`;

export interface LinkMail {
  panelistId: string;
  appraisalId: string;
  title: string;
  division: string;
  bodyId: string;
  closesOn: string;
  keyId: string;
  sealed: Buffer;
  keyVersion: number;
  sent: boolean;
  reminded: boolean;
}
/** What the mail of a link needs; null: it was answered, closed or taken away meanwhile. */
export async function linkMail(sql: Sql, panelistId: string): Promise<LinkMail | null> {
  const [row] = await sql<LinkMail[]>`
    select p.id as "panelistId", a.id as "appraisalId", a.title, a.division, a.body_id as "bodyId", a.closes_on::text as "closesOn",
      p.key_id as "keyId", p.sealed, l.key_version as "keyVersion", l.sent_on is not null as sent, l.reminded_on is not null as reminded
    from appraisal_link l join appraisal_panelist p on p.id = l.panelist_id join appraisal a on a.id = l.appraisal_id
    where l.panelist_id = ${panelistId} and a.state = 'open' and not l.used`;
  return row ?? null;
}
export const markSent = (sql: Sql, panelistId: string, reminder: boolean) =>
  reminder
    ? sql`update appraisal_link set reminded_on = (now() at time zone 'Asia/Shanghai')::date where panelist_id = ${panelistId}`
    : sql`update appraisal_link set sent_on = (now() at time zone 'Asia/Shanghai')::date where panelist_id = ${panelistId}`;
