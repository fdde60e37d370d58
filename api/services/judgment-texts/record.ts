import type { Tx } from '../../../db/client.ts';
import { type DisclosureRow, findDisclosure } from '../../../db/queries/disclosures.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import { type JudgmentTextRow, updateText } from '../../../db/queries/judgment-texts.ts';
import { invalidate } from '../../../db/queries/outbox.ts';
import type { DisclosureState } from '../../domain/disclosure.ts';
import { visibleTo } from '../../domain/disclosure.ts';
import { KINDS } from '../../domain/disclosure-kinds.ts';
import { DomainError } from '../../domain/errors.ts';
import type { OfficialRole } from '../../domain/official.ts';
import type { Ctx } from '../context.ts';
import { reachesOf, syncPublic, tagsOf } from '../disclosures/change.ts';
import { type Official, requireRole } from '../officials/authorise.ts';
import { UUID } from '../uuid.ts';

const OPEN: readonly DisclosureState[] = ['draft', 'in_review', 'published'];

/** Whether a record can have a text: its kind comes from a court, and it is not at its end. */
export const takesText = (record: Pick<DisclosureRow, 'kind' | 'state'>): boolean =>
  KINDS[record.kind].shows.includes('court') && OPEN.includes(record.state);

/** @throws DomainError auth.required | auth.forbidden | resource.not_found where the official does not see the whole record */
export async function recordFor(
  ctx: Ctx,
  tx: Tx | Ctx['db'],
  id: string,
  roles: readonly OfficialRole[],
  { lock = false } = {},
): Promise<{ official: Official; record: DisclosureRow }> {
  const record = UUID.test(id) ? await findDisclosure(tx, id, { lock }) : null;
  if (!record || visibleTo(ctx.actor, record, await reachesOf(ctx)) !== 'all') {
    throw new DomainError(ctx.actor.kind === 'public' ? 'auth.required' : 'resource.not_found');
  }
  return { official: await requireRole(ctx, roles, record.publisherId), record };
}

/** The event, and whatever shows the record, in the transaction that changed its text. The event holds the hash, never words. */
export async function textChanged(
  ctx: Ctx,
  tx: Tx,
  record: DisclosureRow,
  event: { kind: string; at: Date; textSha256: Buffer | null },
): Promise<void> {
  await appendEvent(tx, {
    subjectKind: 'disclosure',
    subjectId: record.id,
    kind: event.kind,
    actor: ctx.actor,
    bodyId: record.publisherId,
    at: event.at,
    payload: { textSha256: event.textSha256?.toString('hex') ?? null },
  });
  await syncPublic(tx, record);
  if (record.state === 'published') await invalidate(tx, tagsOf(record));
}

/** Somebody read the text as it is beside the original: what an approval is measured by. Not after it, nor by who put it. */
export async function markShown(tx: Tx, row: JudgmentTextRow, reader: string, at: Date): Promise<void> {
  if (row.approvedAt || row.putBy === reader) return;
  await updateText(tx, row.disclosureId, { shownSha256: row.publicSha256, shownTo: reader, shownAt: at });
}
