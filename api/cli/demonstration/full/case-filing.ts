import { BODY_SAYS, DOCUMENTS, STORIES } from '../../../../db/reference/demo/full/cases.ts';
import type { FiledKind } from '../../../contracts/complaint.ts';
import { legalDay } from './acts.ts';
import { type Draw, fill } from './draw.ts';
import { contact, enterprise, money, person, project } from './somebody.ts';
import type { World } from './world.ts';

/** What the later steps of a case speak of. */
export interface About {
  body: string;
  wan: string;
  yuan: string;
  demands: number;
  serial: number;
}

/** A complaint of a kind, put together of sentences, with a body that such cases are about. */
export function complaint(
  { base, places }: World,
  d: Draw,
  kind: FiledKind,
  serial: number,
  ago: number,
): { filing: Record<string, unknown>; about: About } {
  const words = d.pick(STORIES[kind]);
  const respondent = places.someBody(d, words.roles);
  const { wan, yuan } = money(d);
  const promisedOn = new Date(base.getTime() - (ago + d.int(200, 1_600)) * 86_400_000);
  const values = {
    place: places.nameOf(respondent.division),
    body: respondent.shortName ?? respondent.name,
    project: project(d),
    year: promisedOn.getUTCFullYear(),
    months: d.int(3, 30),
    wan,
    n: d.int(2, 60),
  };
  const demands = [...new Set([d.pick(words.demands), ...(d.chance(0.4) ? [d.pick(words.demands)] : [])])];
  const about = { body: values.body, wan, yuan, demands: demands.length, serial };
  const company = enterprise(d, places, respondent.division, serial);
  const asCompany = {
    kind: 'enterprise',
    enterpriseName: company.name,
    uscc: company.uscc,
    enterpriseSize: d.pick(['micro', 'small', 'medium'] as const),
    name: person(d),
  };
  const named =
    kind === 'arrears' || (words.matter !== 'township' && d.chance(0.7))
      ? asCompany
      : { kind: 'person', name: person(d) };
  const anonymous = (kind === 'tip_off' || kind === 'other') && d.chance(0.5);
  const promised = {
    promised: fill(d.pick(words.promised ?? ['按合同付款。']), values),
    promiseDocument: `《${values.project}${fill(d.pick(DOCUMENTS), values)}》`,
    promisedOn: legalDay(promisedOn),
    amount: yuan,
    bodySays: d.pick(BODY_SAYS),
  };
  const filing = {
    kind,
    matter: words.matter,
    respondentId: respondent.id,
    story: fill(d.pick(words.stories), values),
    demands: demands.map((one) => fill(one, values)),
    ...(kind === 'promise' || kind === 'old_debt' || kind === 'arrears' ? promised : {}),
    ...(kind === 'old_debt' ? { changeReason: d.pick(['负责人调动', '机构合并', '换届', '职能调整']) } : {}),
    ...(kind === 'arrears' ? { declaration: true } : {}),
    complainant: anonymous ? { kind: 'anonymous' } : named,
    ...(anonymous ? {} : { contact: contact(d) }),
    identityToHandler: !anonymous && d.chance(0.8),
    identityToRespondent: !anonymous && d.chance(0.2),
    publishSummary: d.chance(0.3),
  };
  return { filing, about };
}
