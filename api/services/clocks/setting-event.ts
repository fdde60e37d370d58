import { createHash } from 'node:crypto';
import type { Tx } from '../../../db/client.ts';
import { appendEvent } from '../../../db/queries/events.ts';
import type { EventPayload } from '../../domain/event.ts';
import type { Ctx } from '../context.ts';

/** Every setting has a chain of its own: the same name gives the same id in every database. */
export function settingId(name: string): string {
  const hash = createHash('sha256').update(`jiannuo/setting/${name}`).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x80;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** The caller holds the lock of settings. */
export async function settingEvent(
  tx: Tx,
  ctx: Pick<Ctx, 'actor'>,
  at: Date,
  name: string,
  kind: string,
  payload: EventPayload,
): Promise<void> {
  await appendEvent(tx, {
    subjectKind: 'setting',
    subjectId: settingId(name),
    kind,
    actor: ctx.actor,
    at,
    payload: { setting: name, ...payload },
  });
}
