import { findKey } from '../../../db/queries/disclosure-rights.ts';
import type { Ctx } from '../context.ts';

/** The name of a file that was sealed with a key of its own, and that key; null where the key is gone and the file with it. */
export async function openFileName(
  ctx: Ctx,
  row: { keyId: string; sealedName: Buffer },
  context: string,
): Promise<{ name: string; key: Buffer } | null> {
  const key = await findKey(ctx.db, row.keyId);
  if (!key?.wrapped) return null;
  const opened = ctx.keys.unwrap(row.keyId, key.wrapped, key.version);
  return { name: ctx.keys.open(opened, row.sealedName, context).toString('utf8'), key: opened };
}
