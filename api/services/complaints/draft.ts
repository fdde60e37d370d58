import { hkdfSync, randomBytes, randomUUID } from 'node:crypto';
import { deleteDraft, readDraft, writeDraft } from '../../../db/queries/drafts.ts';
import { takeLimit } from '../../../db/queries/limits.ts';
import type { Ctx } from '../context.ts';
import { sha256 } from '../digest.ts';

/** Cookie of the draft: HttpOnly, SameSite=Lax, path "/" (both languages), 24 hours. */
export const DRAFT_COOKIE = 'jn-draft';
export const DRAFT_SECONDS = 24 * 3600;
const LARGEST = 128 * 1024;

/** What was typed so far, as it was typed; the submission id that the uploads and the filing belong to. */
export interface Draft {
  submissionId: string;
  fields: Record<string, unknown>;
}

const TOKEN = /^[\w-]{43}$/;

function secretsOf(token: string): { id: string; key: Buffer } {
  const raw = Buffer.from(token, 'base64url');
  const derived = (purpose: string, length: number) =>
    Buffer.from(hkdfSync('sha256', raw, Buffer.alloc(0), `jiannuo/draft/${purpose}`, length));
  const hex = derived('id', 16).toString('hex');
  return {
    id: `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
    key: derived('key', 32),
  };
}

/** Nothing is written before something is saved. */
export const newDraft = (): { token: string; draft: Draft } => ({
  token: randomBytes(32).toString('base64url'),
  draft: { submissionId: randomUUID(), fields: {} },
});

/** The draft behind a cookie, or null where there is none, it expired or the cookie is not ours. */
export async function openDraft(ctx: Ctx, token: string | undefined): Promise<Draft | null> {
  if (!token || !TOKEN.test(token)) return null;
  const { id, key } = secretsOf(token);
  const sealed = await readDraft(ctx.sql, id);
  if (!sealed) return null;
  try {
    return JSON.parse(ctx.keys.open(key, sealed, `draft/${id}`).toString('utf8')) as Draft;
  } catch {
    return null;
  }
}

/** @throws DomainError request.rate_limited */
export async function saveDraft(ctx: Ctx, token: string, draft: Draft): Promise<void> {
  // Drafts cost disk: one source may save some hundred steps in an hour.
  await takeLimit(ctx.sql, `draft/${ctx.source}`, Math.max(ctx.limits.uploads, ctx.limits.filings) * 20, 3600);
  const plain = JSON.stringify(draft);
  if (plain.length > LARGEST) return;
  const { id, key } = secretsOf(token);
  await writeDraft(ctx.sql, id, ctx.keys.seal(key, plain, `draft/${id}`));
}

export async function dropDraft(ctx: Ctx, token: string | undefined): Promise<void> {
  if (token && TOKEN.test(token)) await deleteDraft(ctx.sql, secretsOf(token).id);
}

/** A name for the browser that is not the submission id: binds the human check to the form. */
export const purposeOf = (draft: Draft): string => sha256(draft.submissionId).toString('hex');
