import { findCommitment } from '../../../../db/queries/commitments.ts';
import { DISPUTE_REASON } from '../../../../db/reference/demo/full/commitments.ts';
import { actOnCommitment } from '../../../services/commitments/by-form.ts';
import { registerPromise } from '../../../services/commitments/register.ts';
import { demoId } from '../ratings.ts';
import { type Act, dayAgo, moment } from './acts.ts';
import { draw } from './draw.ts';
import { contact, enterprise, money, person, project } from './somebody.ts';
import { asPublic, type World } from './world.ts';

/** Promises that enterprises say were made to them: some wait for the body, some are disputed. One for each twenty others. */
export function registrationActs(world: World): Act[] {
  const { base, ctx, places } = world;
  const owner = world.as('promiseA', [['publisher', places.province.id]]);
  return Array.from({ length: Math.ceil(world.counts.commitments / 20) }, (_, i): Act[] => {
    const d = draw(`registration ${i}`);
    const body = places.someBody(d, ['government', 'commerce', 'housing']);
    const company = enterprise(d, places, body.division, 800_000 + i);
    const name = project(d);
    const ago = d.int(5, 60);
    const made = d.int(200, 900);
    const day = (n: number) => dayAgo(base, n);
    const form = {
      submissionId: demoId(`full registration ${i}`),
      kind: d.pick(['investment_policy', 'contract', 'payment'] as const),
      bodyName: body.name,
      title: `${name}约定事项`,
      text: `书面约定${name}投产后给予支持，至今没有办理。`,
      documentNumber: `示例协议〔示例〕${2_000 + i}号`,
      madeOn: day(made),
      dueOn: day(made - 180),
      amount: money(d).yuan,
      enterpriseName: company.name,
      uscc: company.uscc,
      contactName: person(d),
      ...contact(d),
    };
    let id = '';
    const register = async () => {
      id ||= (await registerPromise(asPublic(ctx), form)).id;
      return id;
    };
    const subject = `registration ${i}`;
    const at = d.next() * 0.9;
    const acts: Act[] = [{ at: moment(base, ago, at), subject, run: register }];
    if (i % 3 === 1)
      acts.push({
        at: moment(base, Math.max(1, ago - 4), at),
        subject,
        run: async () => {
          const row = await findCommitment(ctx.db, await register());
          return (
            row && actOnCommitment(owner, row.id, { action: 'dispute', version: row.version, reason: DISPUTE_REASON })
          );
        },
      });
    return acts;
  }).flat();
}
