import { DisclosureWithdraw } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure } from './change.ts';

/** Takes a record off with a reason: at once and by one person, for a wrong record harms while it stands. */
export async function withdrawDisclosure(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, reasonClass, reason } = parse(DisclosureWithdraw, input);
  await changeDisclosure(ctx, id, version, 'withdraw', () => ({
    set: { withdrawReason: reasonClass },
    event: 'withdrawn',
    payload: { reasonClass },
    reason,
    keepVersion: true,
  }));
}
