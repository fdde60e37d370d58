import { clausesOf, setFullTexts } from '../../../db/queries/directory.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import {
  decidePolicyText,
  type PolicyTextRow,
  policyTextRow,
  policyTexts,
  replaceShown,
} from '../../../db/queries/policy-texts.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { DomainError } from '../../domain/errors.ts';
import { editorOf, requirePortal } from '../clocks/authorise-settings.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Ctx } from '../context.ts';
import { requireRole } from '../officials/authorise.ts';

const LISTED = 50;

/** Texts that were handed in, those that wait first. @throws DomainError auth.* */
export async function listPolicyTexts(ctx: Ctx): Promise<(Omit<PolicyTextRow, 'clauses'> & { count: number })[]> {
  await requireRole(ctx, ['administrator'], null);
  return (await policyTexts(ctx.db, LISTED)).map(({ clauses, ...row }) => ({
    ...row,
    count: Object.keys(clauses).length,
  }));
}

/** One text beside what the document has of it now, clause by clause. @throws DomainError auth.* | resource.not_found */
export async function viewPolicyText(ctx: Ctx, id: string) {
  await requireRole(ctx, ['administrator'], null);
  const row = await rowOf(ctx, id);
  const clauses = await clausesOf(ctx.db, row.documentId);
  return {
    row,
    clauses: clauses.map(({ place, heading, fullText }) => ({
      place,
      heading,
      now: fullText,
      text: row.clauses[place] ?? null,
    })),
  };
}

/**
 * The second person: either the text shows from now on, in place of the one before, or it never does.
 * @throws DomainError auth.* | resource.not_found | import.second_person_required | setting.change_refused
 */
export async function decidePolicy(ctx: Ctx, id: string, decision: 'shown' | 'refused'): Promise<void> {
  await requirePortal(ctx);
  const row = await rowOf(ctx, id);
  const by = editorOf(ctx);
  if (row.proposedBy === by) throw new DomainError('import.second_person_required');
  await ctx.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    if (decision === 'shown') await replaceShown(tx, row.documentId);
    if (!(await decidePolicyText(tx, id, decision, by))) throw new DomainError('setting.change_refused');
    if (decision === 'shown') {
      const texts = Object.entries(row.clauses).map(([place, text]) => ({ id: `${row.documentId}/${place}`, text }));
      await setFullTexts(tx, texts);
      // The directory holds the clauses that words are looked for in.
      await invalidate(tx, ['policies', 'directory']);
    }
    await settingEvent(tx, ctx, now, `policy_text/${row.documentId}`, `policy_text_${decision}`, {
      id,
      sha256: row.sha256,
    });
  });
}

async function rowOf(ctx: Ctx, id: string): Promise<PolicyTextRow> {
  const row = /^[0-9a-f-]{36}$/.test(id) ? await policyTextRow(ctx.db, id) : null;
  if (!row) throw new DomainError('resource.not_found');
  return row;
}
