import { DisclosureReturn } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure } from './change.ts';

/** Sends a record in review back to its author with a reason, which stays in the version list for officials. */
export async function returnDisclosure(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version, reason } = parse(DisclosureReturn, input);
  await changeDisclosure(ctx, id, version, 'return', () => ({
    set: {},
    event: 'returned',
    reason,
    keepVersion: true,
  }));
}
