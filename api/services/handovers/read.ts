import {
  findHandover,
  type HandoverItemRow,
  type HandoverRow,
  handoverItems,
  handoversOf,
} from '../../../db/queries/handover.ts';
import { COMMITMENT_READERS } from '../../domain/commitment.ts';
import type { Ctx } from '../context.ts';
import { bodiesOf, hasRole, requireRole } from '../officials/authorise.ts';
import type { HandoverDocument } from './make.ts';
import { HANDING_OVER } from './roles.ts';
import { seenHandover, takesOver } from './sign.ts';

export interface HandoverView {
  row: Pick<HandoverRow, 'id' | 'madeAt' | 'signedAt' | 'reason'>;
  document: HandoverDocument;
  sha256: string;
  items: Pick<HandoverItemRow, 'position' | 'state' | 'reason' | 'answeredAt'>[];
  /** The reader speaks for the incoming side and the list is not signed. */
  mine: boolean;
}

/** A list with what was answered to each line, for both sides and those above. @throws DomainError auth.* | resource.not_found */
export async function readHandover(ctx: Ctx, id: string): Promise<HandoverView> {
  const row = await seenHandover(ctx, ctx.db, id);
  const items = await handoverItems(ctx.db, id);
  const { madeAt, signedAt, reason } = row;
  return {
    row: { id, madeAt, signedAt, reason },
    document: JSON.parse(row.document) as HandoverDocument,
    sha256: row.sha256.toString('hex'),
    items: items.map(({ position, state, reason: why, answeredAt }) => ({ position, state, reason: why, answeredAt })),
    mine: !row.signedAt && takesOver(ctx, row),
  };
}

export interface HandoverList {
  items: {
    id: string;
    body: string;
    incoming: string;
    reason: HandoverRow['reason'];
    madeAt: Date;
    signedAt: Date | null;
  }[];
  /** The reader may make one. */
  makes: boolean;
}

export async function listHandovers(ctx: Ctx): Promise<HandoverList> {
  await requireRole(ctx, COMMITMENT_READERS, null);
  const [bodies, directory, makes] = await Promise.all([
    bodiesOf(ctx, COMMITMENT_READERS),
    ctx.directory(),
    hasRole(ctx, HANDING_OVER, null),
  ]);
  const rows = await handoversOf(ctx.db, [...bodies], 100);
  const name = (id: string) => directory.bodies.get(id)?.name ?? '—';
  const items = rows.map(({ id, bodyId, incomingId, reason, madeAt, signedAt }) => ({
    id,
    body: name(bodyId),
    incoming: name(incomingId),
    reason,
    madeAt,
    signedAt,
  }));
  return { items, makes };
}

/** The list as it is kept, byte for byte: its hash is that of the page. @throws DomainError auth.* | resource.not_found */
export async function handoverDocument(ctx: Ctx, id: string): Promise<string> {
  await seenHandover(ctx, ctx.db, id);
  return (await findHandover(ctx.db, id))?.document ?? '';
}
