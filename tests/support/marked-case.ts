import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { addDays } from '../../api/domain/calendar.ts';
import type { OfficialRole } from '../../api/domain/official.ts';
import { proposeRule } from '../../api/services/clocks/propose-rule.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { askExplanation } from '../../api/services/complaints/ask-explanation.ts';
import { askOpinion } from '../../api/services/complaints/ask-opinion.ts';
import { attachFile } from '../../api/services/complaints/attach-file.ts';
import { giveOpinion } from '../../api/services/complaints/give-opinion.ts';
import { note } from '../../api/services/complaints/note.ts';
import { write } from '../../api/services/complaints/write.ts';
import { draftDisclosure } from '../../api/services/disclosures/draft.ts';
import { addExplanationFile } from '../../api/services/explanations/explanation-files.ts';
import { giveExplanation } from '../../api/services/explanations/give-explanation.ts';
import { invite } from '../../api/services/invitations/invite.ts';
import { createPoint } from '../../api/services/ratings/create-point.ts';
import { determine } from '../../api/services/resolution/determine.ts';
import { establish } from '../../api/services/resolution/establish.ts';
import { mediate } from '../../api/services/resolution/mediate.ts';
import { makeTemplate } from '../../api/services/templates/save-template.ts';
import { officialOf } from './casework.ts';
import { judgment } from './disclosures.ts';
import { complaint } from './filing.ts';
import type { Site } from './site.ts';

/** Words of one case of which each stands in one place, so that wherever they turn up it is known what leaked. */
export const MARKS = {
  name: '马可辛',
  phone: '13987654321',
  mail: 'marked-person@example.org',
  story: '标记叙述甲乙丙',
  demand: '标记诉求丁戊己',
  message: '标记留言庚辛壬',
  note: '标记备注子丑寅',
  answer: '标记答复卯辰巳',
  file: '标记文件午未申',
  report: '标记报复戌亥',
  question: '标记征询角亢氐',
  opinion: '标记意见房心尾',
  asked: '标记追问箕斗牛',
  explanation: '标记说明女虚危',
  explanationFile: '标记附件室壁奎',
  mediation: '标记调解娄胃昴',
  determination: '标记认定毕觜参',
  document: '标记决定井鬼柳',
};
export type Mark = keyof typeof MARKS | 'number';

/** Who stands how to the case. `superior` is the government of the place: its grants reach down. */
export const RELATIONS = [
  'handler',
  'accepting',
  'watching',
  'former',
  'arbiter',
  'supporting',
  'superior',
  'respondent',
  'unrelated',
  'elsewhere',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** What stands in addresses: of the case, or of the body that handles it. */
export interface Marked {
  caseId: string;
  number: string;
  evidence: string;
  opinion: string;
  /** Its own number, for the body complained of. */
  explanation: string;
  explanationFile: string;
  document: string;
  report: string;
  template: string;
  change: string;
  invitation: string;
  point: string;
  disclosure: string;
}

/** Bodies of the demonstration place, one for each relation. */
export async function markedBodies({ database }: Site): Promise<Record<Relation, string>> {
  const directory = await database.deps.directory();
  const find = (division: string, role: string, kind = 'department') =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? `no ${role}`;
  const bodies: Record<Relation, string> = {
    handler: find('9901', 'commerce'),
    accepting: find('9901', 'industry_it'),
    watching: find('9901', 'statistics'),
    former: find('9901', 'development_reform'),
    arbiter: find('9901', 'justice'),
    supporting: find('9901', 'natural_resources'),
    superior: find('9901', 'government', 'government'),
    respondent: find('990101', 'government', 'government'),
    unrelated: find('9901', 'finance'),
    elsewhere: find('3202', 'commerce'),
  };
  expect(Object.values(bodies).filter((id) => id.startsWith('no '))).toEqual([]);
  expect(new Set(Object.values(bodies)).size).toBe(RELATIONS.length);
  return bodies;
}

/** A case full of marks that has been through everything, answered; and what an officials' page can be about beside it. */
export async function fileMarked(site: Site, bodies: Record<Relation, string>): Promise<Marked> {
  const { database } = site;
  const { owner } = database;
  const { number, queryCode } = await file(site, bodies.respondent);
  const [row] = await owner<{ id: string; today: string }[]>`
    update cases set screening = 'passed', state = 'accepted', accepted_at = now(), handler_id = ${bodies.handler},
      accepting_id = ${bodies.accepting}, watching_id = ${bodies.watching}
    where number = ${number} returning id, (now() at time zone 'Asia/Shanghai')::date::text as today`;
  const { id: caseId = '', today = '' } = row ?? {};
  await owner`update case_assignment set to_at = now() where case_id = ${caseId} and role = 'lead' and to_at is null`;
  const assign = (relation: Relation, role: string, ended = false) => owner`
    insert into case_assignment (id, case_id, body_id, role, to_at, reason_code)
    values (${randomUUID()}, ${caseId}, ${bodies[relation]}, ${role}, case when ${ended} then now() end, 'transferred')`;
  await assign('former', 'lead', true);
  await assign('handler', 'lead');
  // Evidence goes to the two bodies that deal with it; who asks, to the handler.
  await owner`update case_release set body_id = ${bodies.handler} where case_id = ${caseId}`;
  await owner`insert into case_release (id, case_id, body_id, field) values (${randomUUID()}, ${caseId}, ${bodies.accepting}, 'evidence')`;
  await owner`update evidence set scan = 'clean' where case_id = ${caseId}`;

  const as = (relation: Relation, ...roles: OfficialRole[]) => database.ctx(officialOf(bodies[relation], ...roles));
  const desk = as('handler', 'handler');
  const version = async () => {
    const [held] = await owner<{ version: number }[]>`select version from cases where id = ${caseId}`;
    return held?.version ?? 0;
  };
  const found = async (table: string): Promise<Record<string, string>> => {
    const rows = await owner<Record<string, string>[]>`select * from ${owner(table)} where case_id = ${caseId}`;
    expect(rows, table).toHaveLength(1);
    return rows[0] as Record<string, string>;
  };

  const told = await post(site, `/api/v1/cases/${number}/retaliation-reports`, {
    queryCode,
    text: `${MARKS.report}：有人要我撤回。`,
  });
  expect(told.status).toBe(201);
  const report = await found('retaliation_report');
  expect(report.body_id).toBe(bodies.watching); // the nearest body above

  await write(desk, number, { text: MARKS.message });
  await note(desk, number, { text: MARKS.note });
  const dueOn = addDays(today, 5);
  await askOpinion(desk, number, {
    version: await version(),
    bodyIds: [bodies.supporting],
    dueOn,
    text: MARKS.question,
  });
  await giveOpinion(as('supporting', 'handler'), number, { text: MARKS.opinion });
  await askExplanation(desk, number, { version: await version(), dueOn, text: MARKS.asked });
  const { reference = '' } = await found('case_explanation');
  const accused = as('respondent', 'handler');
  const source = Readable.from([Buffer.from('%PDF-1.4\n')]);
  const explained = await addExplanationFile(accused, reference, { name: `${MARKS.explanationFile}.pdf`, source });
  await owner`update evidence set scan = 'clean' where id = ${explained.id}`;
  await giveExplanation(accused, reference, { text: MARKS.explanation });
  await mediate(desk, number, { version: await version(), heldOn: today, parties: '双方', text: MARKS.mediation });
  const debt = { fact: '协议约定返还土地款。', change: 'none', successorText: '认可。' };
  await establish(desk, number, { version: await version(), ...debt });
  // Proposed and not approved, with its document.
  const document = Readable.from([Buffer.from('%PDF-1.4\n')]);
  const attached = await attachFile(desk, number, 'determination', { name: `${MARKS.document}.pdf`, source: document });
  await owner`update evidence set scan = 'clean' where id = ${attached.id}`;
  const finding = { finding: 'established', documentNumber: '样诚认〔2026〕1号', determinedOn: today };
  await determine(desk, number, { version: await version(), ...finding, text: MARKS.determination });
  const change = await proposeRule(as('superior', 'administrator'), 'promise.determine', {
    division: '9901',
    length: 20,
    basis: '样例市人民政府办公室文件第七号',
  });
  const demands = await owner<{ id: string }[]>`select id from case_demand where case_id = ${caseId}`;
  await answer(desk, number, {
    version: await version(),
    answers: demands.map(({ id }) => ({ demandId: id, outcome: 'accepted', text: MARKS.answer })),
  });
  await assign('arbiter', 'arbiter');
  await owner`insert into case_dispute (id, case_id, opened_by_body, arbiter_id, opened_by)
    values (${randomUUID()}, ${caseId}, ${bodies.handler}, ${bodies.arbiter}, 'somebody')`;

  const opinion = await found('case_opinion');
  const [evidence] = await owner<{ id: string }[]>`
    select id from evidence where case_id = ${caseId} and uploaded_by = 'complainant'`;
  const template = await makeTemplate(as('handler', 'approver'), {
    bodyId: bodies.handler,
    title: '通用答复',
    text: '您反映的事项已经办结。',
  });
  const invitation = await invite(as('handler', 'administrator'), {
    name: '被邀请人',
    email: 'invited@example.org',
    grants: [{ role: 'intake', bodyId: bodies.handler }],
  });
  const point = await createPoint(as('handler', 'publisher'), {
    bodyId: bodies.handler,
    kind: 'window',
    channel: 'offline',
    name: '一号窗口',
    placeName: '办事大厅',
  });
  const disclosure = await draftDisclosure(as('handler', 'publisher'), judgment());
  return {
    caseId,
    number,
    evidence: evidence?.id ?? '',
    opinion: opinion.id ?? '',
    explanation: reference,
    explanationFile: explained.id,
    document: attached.id,
    report: report.id ?? '',
    template: template.id,
    change: change.id,
    invitation: invitation.id,
    point: point.id,
    disclosure: disclosure.id,
  };
}

const post = (site: Site, path: string, body: unknown): Promise<Response> =>
  fetch(site.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(body),
  });

async function file(site: Site, respondentId: string): Promise<{ number: string; queryCode: string }> {
  const submissionId = randomUUID();
  const upload = new FormData();
  upload.set('submissionId', submissionId);
  upload.set('file', new File(['%PDF-1.4\n'], `${MARKS.file}.pdf`));
  const kept = await fetch(`${site.url}/api/v1/uploads`, {
    method: 'POST',
    headers: { origin: site.url },
    body: upload,
  });
  expect(kept.status).toBe(201);
  const filed = await post(
    site,
    '/api/v1/cases',
    complaint({
      submissionId,
      respondentId,
      story: `${MARKS.story}：约定返还的土地款至今没有兑现。`,
      demands: [`${MARKS.demand}：兑现土地款返还`],
      complainant: { kind: 'person', name: MARKS.name },
      contact: { phone: MARKS.phone, email: MARKS.mail },
    }),
  );
  expect(filed.status).toBe(201);
  return (await filed.json()) as { number: string; queryCode: string };
}
