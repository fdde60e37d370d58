import { setFullTexts } from '../../../db/queries/directory.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import { DomainError } from '../../domain/errors.ts';
import { splitPolicy } from '../../domain/policy-text.ts';
import type { Ctx } from '../context.ts';
import { getPolicy, listPolicies } from './policies.ts';

export interface PolicyImport {
  documentId: string;
  title: string;
  /** Places of clauses that have a full text now. */
  loaded: string[];
  /** Clauses of the document that the file does not have. */
  missing: string[];
  /** Clauses of the file that the document does not have. */
  unknown: string[];
}

const LONGEST = 20_000;

/**
 * Loads the full text of a policy document clause by clause under our digests: plain text as published, or JSON
 * `{ "document": "xi-2023-4", "clauses": { "10": "…" } }`. The document is the one named, or the one whose number stands in
 * the text. The caller has authorised the actor: a command of the operator.
 * @throws DomainError resource.not_found (no such document), request.invalid (no clause of it in the file)
 */
export async function importPolicy(
  ctx: Ctx,
  file: string,
  options: { document?: string | undefined; dryRun?: boolean } = {},
): Promise<PolicyImport> {
  const { document, clauses } = readFile(file);
  const policies = await listPolicies(ctx);
  const wanted = options.document ?? document;
  const policy = wanted
    ? policies.find((p) => p.id === wanted || p.number === wanted)
    : policies.find((p) => p.number !== null && file.slice(0, 3000).includes(p.number));
  if (!policy) throw new DomainError('resource.not_found');

  const { clauses: known } = await getPolicy(ctx, policy.id);
  const texts = known.flatMap((c) => {
    const text = clauses.get(c.place)?.slice(0, LONGEST);
    return text ? [{ id: c.id, place: c.place, text }] : [];
  });
  if (texts.length === 0) throw new DomainError('request.invalid', { fields: [{ path: 'clauses', code: 'required' }] });
  if (!options.dryRun) {
    await ctx.db.transaction(async (tx) => {
      await setFullTexts(tx, texts);
      await invalidate(tx, ['policies']);
    });
  }
  const places = new Set(known.map((c) => c.place));
  return {
    documentId: policy.id,
    title: policy.title,
    loaded: texts.map((t) => t.place),
    missing: known.map((c) => c.place).filter((p) => !clauses.has(p)),
    unknown: [...clauses.keys()].filter((p) => !places.has(p)),
  };
}

function readFile(file: string): { document: string | undefined; clauses: Map<string, string> } {
  if (!file.trimStart().startsWith('{')) return { document: undefined, clauses: splitPolicy(file) };
  const json: unknown = JSON.parse(file);
  const { document, clauses } = json as { document?: unknown; clauses?: unknown };
  const entries = Object.entries((clauses ?? {}) as Record<string, unknown>);
  return {
    document: typeof document === 'string' ? document : undefined,
    clauses: new Map(entries.filter((e): e is [string, string] => typeof e[1] === 'string')),
  };
}
