import type { Sql } from '../client.ts';
import type { DisclosureRow } from './disclosures.ts';
import { COLUMNS } from './word-search.ts';

export interface ListQuestion {
  kind?: string | undefined;
  division?: string | undefined;
  matter?: string | undefined;
  year?: number | undefined;
  outcome?: string | undefined;
  court?: string | undefined;
  bodies?: string[] | undefined;
  after: { sortOn: string; id: string } | null;
  limit: number;
  order?: 'decided' | 'published';
}

function conditions(
  question: ListQuestion,
  arg: (value: string | string[] | number, type: string) => string,
): string[] {
  const found = [`d.state = 'published'`];
  if (question.kind) found.push(`d.kind = ${arg(question.kind, 'text')}`);
  if (question.division) found.push(`d.division like ${arg(`${question.division}%`, 'text')}`);
  if (question.matter) found.push(`d.matter = ${arg(question.matter, 'text')}`);
  if (question.year) found.push(`d.year = ${arg(question.year, 'int')}`);
  if (question.outcome) found.push(`d.outcome = ${arg(question.outcome, 'text')}`);
  if (question.court) found.push(`d.court = ${arg(question.court, 'text')}`);
  if (question.bodies) found.push(`d.body_id = any(${arg(question.bodies, 'uuid[]')})`);
  return found;
}

/** Public records by filters alone, newest first; the partial indexes answer in order. */
export async function listRecords(client: Sql, question: ListQuestion): Promise<DisclosureRow[]> {
  const values: (string | string[] | number)[] = [];
  const arg = (value: string | string[] | number, type: string) => `$${values.push(value)}::${type}`;
  const where = conditions(question, arg);
  if (question.after) {
    where.push(`(d.sort_on, d.id) < (${arg(question.after.sortOn, 'date')}, ${arg(question.after.id, 'uuid')})`);
  }
  return client.unsafe<DisclosureRow[]>(
    `select ${COLUMNS} from disclosure d where ${where.join(' and ')}
     order by ${question.order === 'published' ? 'd.published_at' : 'd.sort_on'} desc, d.id desc limit ${arg(question.limit, 'int')}`,
    values,
    { prepare: true },
  );
}

/** How many match, counted no further than `most + 1`. */
export async function countRecords(client: Sql, question: ListQuestion, most: number): Promise<number> {
  const values: (string | string[] | number)[] = [];
  const arg = (value: string | string[] | number, type: string) => `$${values.push(value)}::${type}`;
  const where = conditions(question, arg);
  const [row] = await client.unsafe<{ n: number }[]>(
    `select count(*)::int as n from (
       select 1 from disclosure d where ${where.join(' and ')} limit ${arg(most + 1, 'int')}) c`,
    values,
    { prepare: true },
  );
  return row?.n ?? 0;
}

/** Changes with every change of what is public: count, versions and ids folded into one text. */
export async function publicState(client: Sql): Promise<string> {
  const [row] = await client<{ state: string }[]>`
    select count(*)::text || '.' || coalesce(bit_xor(hashtextextended(id::text || '.' || version::text, 0)), 0)::text as state
    from disclosure where state = 'published'`;
  return row?.state ?? '';
}
