import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { CaseKind } from '../../api/domain/case.ts';
import type { Db, Tx } from '../client.ts';
import { answerTemplate } from '../schema/answers.ts';

export interface TemplateRow {
  id: string;
  bodyId: string;
  version: number;
  title: string;
  kind: CaseKind | null;
  text: string;
  retired: boolean;
}

const columns = {
  id: answerTemplate.id,
  bodyId: answerTemplate.bodyId,
  version: answerTemplate.version,
  title: answerTemplate.title,
  kind: answerTemplate.kind,
  text: answerTemplate.text,
  retired: sql<boolean>`${answerTemplate.retiredAt} is not null`,
};

export const allTemplates = (db: Db | Tx): Promise<TemplateRow[]> =>
  db.select(columns).from(answerTemplate).orderBy(asc(answerTemplate.title), asc(answerTemplate.id));

export async function templateById(db: Db | Tx, id: string): Promise<TemplateRow | null> {
  const [row] = await db.select(columns).from(answerTemplate).where(eq(answerTemplate.id, id));
  return row ?? null;
}

export type TemplateValues = Pick<TemplateRow, 'id' | 'bodyId' | 'title' | 'kind' | 'text'>;

export async function insertTemplate(tx: Tx, row: TemplateValues, by: string): Promise<void> {
  await tx.insert(answerTemplate).values(row);
  await keepVersion(tx, row.id, by);
}

/** Changes or retires a template where its version still stands. @returns false: somebody was faster, or it is retired */
export async function changeTemplate(
  tx: Tx,
  id: string,
  version: number,
  set: Partial<Pick<TemplateRow, 'title' | 'kind' | 'text'>> & { retire?: boolean },
  by: string,
): Promise<boolean> {
  const { retire, ...values } = set;
  const rows = await tx
    .update(answerTemplate)
    .set({ ...values, version: version + 1, ...(retire ? { retiredAt: sql`now()` } : {}) })
    .where(and(eq(answerTemplate.id, id), eq(answerTemplate.version, version), isNull(answerTemplate.retiredAt)))
    .returning({ id: answerTemplate.id });
  if (rows.length === 0) return false;
  await keepVersion(tx, id, by);
  return true;
}

async function keepVersion(tx: Tx, id: string, by: string): Promise<void> {
  await tx.execute(sql`
    insert into answer_template_version (template_id, version, title, kind, text, retired, changed_by)
    select id, version, title, kind, text, retired_at is not null, ${by} from answer_template where id = ${id}`);
}
