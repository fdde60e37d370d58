import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../api/app.ts';
import type { CaseAction } from '../../api/domain/case.ts';
import { OFFICIAL_ROLES, type OfficialRole } from '../../api/domain/official.ts';
import { answer } from '../../api/services/complaints/answer.ts';
import { note } from '../../api/services/complaints/note.ts';
import { write } from '../../api/services/complaints/write.ts';
import { ACTS } from '../../api/services/officials/acts.ts';
import { officialOf } from '../support/casework.ts';
import { complaint } from '../support/filing.ts';
import { type Seat, seat } from '../support/officials.ts';
import { officialPages } from '../support/page-list.ts';
import { type Site, startSite } from '../support/site.ts';

/**
 * Body A × body B × role × route: one case full of marked words, an official of every role at every body that has some
 * relation to it (or none), and every officials' page and answer of the API looked through for the marks.
 */
const MARKS = {
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
};
type Mark = keyof typeof MARKS | 'number';

const PLACE = { division: '9901', area: ['9901', '32'], name: '样例市', nameEn: 'Sample City' };
/** Who stands how to the case. `superior` is the government of the place: its grants reach down. */
const RELATIONS = [
  'handler',
  'accepting',
  'watching',
  'former',
  'superior',
  'respondent',
  'unrelated',
  'elsewhere',
] as const;
type Relation = (typeof RELATIONS)[number];

/** The rule, said once more and without the code: which roles read a case, and what each relation opens. */
const READERS: readonly OfficialRole[] = ['intake', 'handler', 'approver', 'supervisor', 'arbiter', 'auditor'];
const WORDS: readonly Mark[] = ['story', 'demand', 'message', 'answer', 'file', 'number'];
const OPENS: Record<Relation, readonly Mark[]> = {
  handler: [...WORDS, 'note'],
  superior: [...WORDS, 'note'],
  accepting: WORDS,
  watching: WORDS,
  former: WORDS,
  respondent: [],
  unrelated: [],
  elsewhere: [],
};

let site: Site;
let number = '';
let caseId = '';
const bodies = {} as Record<Relation, string>;
const seats = new Map<string, Seat>();
const pages = () => officialPages().map((path) => path.replace('[number]', number).replace('[id]', randomUUID()));
const API = () => ['/api/v1/officials/cases', `/api/v1/officials/cases/${number}`];

beforeAll(async () => {
  // Not as a demonstration: there the administrator reads the mails that a real portal sends.
  site = await startSite({ config: { place: { ...PLACE, demonstration: false } } });
  const { database } = site;
  const directory = await database.deps.directory();
  const find = (division: string, role: string, kind = 'department') =>
    directory.bodiesIn(division).find((b) => b.role === role && b.kind === kind)?.id ?? '';
  Object.assign(bodies, {
    handler: find('9901', 'commerce'),
    accepting: find('9901', 'industry_it'),
    watching: find('9901', 'statistics'),
    former: find('9901', 'development_reform'),
    superior: find('9901', 'government', 'government'),
    respondent: find('990101', 'government', 'government'),
    unrelated: find('9901', 'finance'),
    elsewhere: find('3202', 'commerce'),
  } satisfies Record<Relation, string>);
  expect(Object.values(bodies).filter((id) => id === '')).toEqual([]);
  expect(new Set(Object.values(bodies)).size).toBe(RELATIONS.length);
  await fileMarked();
  for (const relation of RELATIONS)
    for (const role of OFFICIAL_ROLES)
      seats.set(`${relation} ${role}`, await seat(database, [{ role, bodyId: bodies[relation] }]));
}, 300_000);
afterAll(() => site?.stop());

async function fileMarked(): Promise<void> {
  const { database } = site;
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
  const filed = await fetch(`${site.url}/api/v1/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify(
      complaint({
        submissionId,
        respondentId: bodies.respondent,
        story: `${MARKS.story}：约定返还的土地款至今没有兑现。`,
        demands: [`${MARKS.demand}：兑现土地款返还`],
        complainant: { kind: 'person', name: MARKS.name },
        contact: { phone: MARKS.phone, email: MARKS.mail },
      }),
    ),
  });
  expect(filed.status).toBe(201);
  const { queryCode, ...answered } = (await filed.json()) as { number: string; queryCode: string };
  ({ number } = answered);
  const [row] = await database.owner<{ id: string }[]>`
    update cases set screening = 'passed', state = 'accepted', accepted_at = now(), handler_id = ${bodies.handler},
      accepting_id = ${bodies.accepting}, watching_id = ${bodies.watching}
    where number = ${number} returning id`;
  caseId = row?.id ?? '';
  await database.owner`update case_assignment set to_at = now() where case_id = ${caseId} and role = 'lead' and to_at is null`;
  for (const [relation, ended] of [
    ['former', true],
    ['handler', false],
  ] as const)
    await database.owner`
      insert into case_assignment (id, case_id, body_id, role, to_at, reason_code)
      values (${randomUUID()}, ${caseId}, ${bodies[relation]}, 'lead', case when ${ended} then now() end, 'transferred')`;
  // Told to a superior alone: no page that has the case in it may show it, whoever looks.
  const told = await fetch(`${site.url}/api/v1/cases/${number}/retaliation-reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: site.url },
    body: JSON.stringify({ queryCode, text: `${MARKS.report}：有人要我撤回。` }),
  });
  expect(told.status).toBe(201);
  const desk = database.ctx(officialOf(bodies.handler, 'handler'));
  await write(desk, number, { text: MARKS.message });
  await note(desk, number, { text: MARKS.note });
  const demands = await database.owner<{ id: string }[]>`select id from case_demand where case_id = ${caseId}`;
  const [{ version = 0 } = {}] = await database.owner<
    { version: number }[]
  >`select version from cases where id = ${caseId}`;
  await answer(desk, number, {
    version,
    answers: demands.map(({ id }) => ({ demandId: id, outcome: 'accepted', text: MARKS.answer })),
  });
}

async function marksIn(path: string, { cookie }: Seat): Promise<{ status: number; found: Set<Mark> }> {
  const response = await fetch(site.url + path, { headers: { cookie }, redirect: 'manual' });
  const text = await response.text();
  // The address itself holds the number: what counts is whether the answer knows it.
  const known = response.status < 400 && text.replaceAll(`/officials/cases/${number}`, '').includes(number);
  const found = (Object.keys(MARKS) as Mark[]).filter((mark) => text.includes(MARKS[mark as keyof typeof MARKS]));
  return { status: response.status, found: new Set<Mark>(known ? [...found, 'number'] : found) };
}

describe.each(RELATIONS)('an official of the body that is %s', (relation) => {
  it.each(OFFICIAL_ROLES)('as %s finds on all pages what the rule allows and nothing more', async (role) => {
    const who = seats.get(`${relation} ${role}`) as Seat;
    const allowed = new Set<Mark>(READERS.includes(role) ? OPENS[relation] : []);
    const seen = new Set<Mark>();
    const wrong: string[] = [];
    for (const path of [...pages(), ...API()]) {
      const { status, found } = await marksIn(path, who);
      if (status >= 500) wrong.push(`${path}: ${status}`);
      for (const mark of found) {
        seen.add(mark);
        if (!allowed.has(mark)) wrong.push(`${path}: ${mark}`);
      }
    }
    expect(wrong).toEqual([]);
    // Whoever may read it does find it: otherwise this test would pass on empty pages.
    expect([...seen].sort()).toEqual([...allowed].sort());
  });

  it('does with it only what the rule allows', async () => {
    if (relation === 'handler' || relation === 'superior') return; // walked in tests/routes/case-walk.test.ts
    const ctx = site.database.ctx(officialOf(bodies[relation], ...OFFICIAL_ROLES));
    for (const [action, act] of Object.entries(ACTS) as [CaseAction, { example: object }][]) {
      const response = await createApp(() => ctx).request(`/api/v1/officials/cases/${number}/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(act.example),
      });
      const stranger = OPENS[relation].length === 0;
      const said = `${relation} ${action}: ${response.status}`;
      if (stranger) expect(response.status, said).toBe(404);
      else expect([200, 400, 403, 404, 409], said).toContain(response.status);
    }
  });
});
