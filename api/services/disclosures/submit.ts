import { DisclosureStep } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure, nameOf } from './change.ts';

/** Hands a draft in for review by a second person. */
export async function submitDisclosure(ctx: Ctx, id: string, input: unknown): Promise<void> {
  const { version } = parse(DisclosureStep, input);
  await changeDisclosure(ctx, id, version, 'submit', () => ({
    set: { submittedBy: nameOf(ctx.actor) },
    event: 'submitted',
  }));
}
