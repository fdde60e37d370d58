import type { Body } from '../../api/domain/directory.ts';
import type { Directory } from '../../api/domain/duty.ts';
import { buildDirectory } from '../../api/services/directory/load.ts';
import type { WholeDirectory } from '../../db/queries/directory.ts';
import type { Row } from '../../db/reference/set.ts';
import { SETS } from '../../db/reference/sets.ts';

const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
const camelRow = (row: Row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [camel(k), v]));

let built: Directory | undefined;
/** The whole reference directory without a database. */
export function referenceDirectory(): Directory {
  if (built) return built;
  const tables = new Map(SETS.flatMap((set) => set.tables()).map((t) => [t.table, t.rows.map(camelRow)]));
  const rows = (table: string) => tables.get(table) ?? [];
  const whole = {
    divisions: rows('division'),
    bodies: rows('body').map((b) => ({ ...b, uscc: null })),
    names: rows('body_name'),
    successions: rows('succession'),
    documents: rows('policy_document'),
    clauses: rows('policy_clause'),
    matters: rows('matter'),
    responsibilities: rows('responsibility'),
    parts: rows('responsibility_body'),
  };
  built = buildDirectory(whole as unknown as WholeDirectory, 'reference');
  return built;
}

export function bodyNamed(name: string, directory = referenceDirectory()): Body {
  for (const body of directory.bodies.values()) if (body.name === name) return body;
  throw new Error(`no body ${name}`);
}
