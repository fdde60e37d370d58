import { insertFieldSources } from '../../../db/queries/disclosures.ts';
import { DisclosureDraft, DisclosureStep } from '../../contracts/disclosure.ts';
import { parse } from '../../contracts/parse.ts';
import { naturalKey } from '../../domain/disclosure-key.ts';
import type { Ctx } from '../context.ts';
import { changeDisclosure, nameOf } from './change.ts';
import { changedFields, factsOf, factsOfRow, sortOn, sourcesOf } from './facts.ts';

/** Rewrites a draft; the version before is kept. Who edits becomes an author, so the approver is still another person. */
export async function editDisclosure(ctx: Ctx, id: string, step: unknown, input: unknown): Promise<void> {
  const { version } = parse(DisclosureStep, step);
  const facts = factsOf(parse(DisclosureDraft, input));
  await changeDisclosure(ctx, id, version, 'edit', async (record, { now }, tx) => {
    const changed = changedFields(factsOfRow(record), facts);
    await insertFieldSources(tx, sourcesOf(id, facts, nameOf(ctx.actor), now, changed));
    return {
      set: {
        ...facts,
        naturalKey: naturalKey(facts) ?? record.naturalKey,
        sortOn: sortOn(facts),
      },
      event: 'drafted',
      payload: { fields: changed },
      keepVersion: true,
    };
  });
}
