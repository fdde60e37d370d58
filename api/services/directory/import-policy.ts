import { randomUUID } from 'node:crypto';
import { insertPolicyText, samePolicyText } from '../../../db/queries/policy-texts.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { DomainError } from '../../domain/errors.ts';
import { looksLikeHtml, textOfHtml } from '../../domain/policy-html.ts';
import { splitPolicy } from '../../domain/policy-text.ts';
import { editorOf } from '../clocks/authorise-settings.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx } from '../context.ts';
import { getPolicy, listPolicies } from './policies.ts';

export interface PolicyImport {
  /** Null in a dry run; the id of the one that is there, where the same file was handed in before. */
  id: string | null;
  documentId: string;
  title: string;
  /** Places of clauses that the file has a text for. */
  loaded: string[];
  /** Clauses of the document that the file does not have. */
  missing: string[];
  /** Clauses of the file that the document does not have. */
  unknown: string[];
}

const LONGEST = 20_000;

export interface PolicyFile {
  /** Text, HTML or JSON, decoded. */
  text: string;
  name: string;
  /** SHA-256 of its bytes, hexadecimal. */
  sha256: string;
}

/**
 * Hands in the full text of a policy document: plain text as published, a saved page, or JSON
 * `{ "document": "xi-2023-4", "clauses": { "10": "…" } }`. The document is the one named, or the one whose number stands in
 * the text. Nothing shows before a second person has compared it with its source (check-policy-text.ts). The caller has
 * authorised the actor: a command of the operator.
 * @throws DomainError resource.not_found (no such document), request.invalid (no clause of it in the file, or no source)
 */
export async function importPolicy(
  ctx: Ctx,
  file: PolicyFile,
  options: { source: string; document?: string | undefined; dryRun?: boolean },
): Promise<PolicyImport> {
  const text = looksLikeHtml(file.text) ? textOfHtml(file.text) : file.text;
  const { document, clauses } = readFile(text);
  const policies = await listPolicies(ctx);
  const wanted = options.document ?? document;
  const policy = wanted
    ? policies.find((p) => p.id === wanted || p.number === wanted)
    : policies.find((p) => p.number !== null && text.slice(0, 3000).includes(p.number));
  if (!policy) throw new DomainError('resource.not_found');

  const { clauses: known } = await getPolicy(ctx, policy.id);
  const texts = known.flatMap((c): [string, string][] => {
    const found = clauses.get(c.place)?.slice(0, LONGEST);
    return found ? [[c.place, found]] : [];
  });
  if (texts.length === 0) throw new DomainError('request.invalid', { fields: [{ path: 'clauses', code: 'required' }] });
  const source = options.source.trim().slice(0, 500);
  if (source === '') throw new DomainError('request.invalid', { fields: [{ path: 'source', code: 'required' }] });
  const places = new Set(known.map((c) => c.place));
  return {
    id: options.dryRun ? null : await propose(ctx, policy.id, file, source, Object.fromEntries(texts)),
    documentId: policy.id,
    title: policy.title,
    loaded: texts.map(([place]) => place),
    missing: known.map((c) => c.place).filter((p) => !clauses.has(p)),
    unknown: [...clauses.keys()].filter((p) => !places.has(p)),
  };
}

/** The same file again is the proposal that is there already. */
const propose = (ctx: Ctx, documentId: string, file: PolicyFile, source: string, clauses: Record<string, string>) =>
  ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    const same = await samePolicyText(tx, documentId, file.sha256);
    if (same) return same.id;
    const id = randomUUID();
    const { sha256, name: fileName } = file;
    await insertPolicyText(tx, { id, documentId, source, fileName, sha256, clauses, proposedBy: editorOf(ctx) });
    await settingEvent(tx, ctx, now, `policy_text/${documentId}`, 'policy_text_proposed', { id, sha256 });
    return id;
  });

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
