import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FiledAnswer } from '../../api/contracts/complaint.ts';
import type { Body, Division } from '../../api/domain/directory.ts';
import type { Directory } from '../../api/domain/routing.ts';
import { type FileOptions, file } from '../../api/services/complaints/file.ts';
import { upload } from '../../api/services/complaints/upload.ts';
import type { Ctx } from '../../api/services/context.ts';
import type { TestDatabase } from './database.ts';

const id = (n: number) => `00000000-0000-4000-8000-0000000098${String(n).padStart(2, '0')}`;
const body = (n: number, name: string, kind: Body['kind'], role: Body['role'], division: string): Body => ({
  id: id(n),
  name,
  nameEn: null,
  shortName: null,
  kind,
  role,
  division,
  parent: null,
  uscc: null,
  validFrom: null,
  validTo: null,
});
const DIVISIONS: Division[] = [
  { code: '98', name: '测试省', nameEn: null, level: 'province', parent: null },
  { code: '9801', name: '测试市', nameEn: null, level: 'city', parent: '98' },
  { code: '980101', name: '测试区', nameEn: null, level: 'county', parent: '9801' },
];
/** A small place of its own, so that a test of cases needs no reference data. */
export const TEST_BODIES = {
  cityDevelopmentReform: body(1, '测试市发展和改革委员会', 'department', 'development_reform', '9801'),
  cityCommerce: body(2, '测试市商务局', 'department', 'commerce', '9801'),
  cityIndustry: body(3, '测试市工业和信息化局', 'department', 'industry_it', '9801'),
  cityGovernment: body(4, '测试市人民政府', 'government', 'government', '9801'),
  county: body(5, '测试市测试区人民政府', 'government', 'government', '980101'),
  countyCommerce: body(6, '测试市测试区商务局', 'department', 'commerce', '980101'),
  provinceDevelopmentReform: body(7, '测试省发展和改革委员会', 'department', 'development_reform', '98'),
};

const prepared = new WeakMap<TestDatabase, Promise<Directory>>();

async function prepare(database: TestDatabase): Promise<Directory> {
  const sql = database.owner;
  for (const d of DIVISIONS)
    await sql`insert into division ${sql({ ...d, nameEn: undefined } as never, 'code', 'name', 'level', 'parent')} on conflict do nothing`;
  for (const b of Object.values(TEST_BODIES))
    await sql`insert into body ${sql(b, 'id', 'name', 'kind', 'role', 'division')} on conflict do nothing`;
  await sql`
    insert into matter (code, position, name, name_en, plain, plain_en)
    select code, 1, code, code, code, code from unnest(array['investment_promotion', 'contract_performance', 'arrears', 'other']) code
    on conflict do nothing`;
  await database.deps.directory().catch(() => null);
  const bodies = new Map(Object.values(TEST_BODIES).map((b) => [b.id, b]));
  return {
    version: 'test',
    divisions: new Map(DIVISIONS.map((d) => [d.code, d])),
    childrenOf: (code) => DIVISIONS.filter((d) => d.parent === code),
    bodies,
    bodiesIn: (division) => [...bodies.values()].filter((b) => b.division === division),
    namesOf: () => [],
    successionsFrom: () => [],
    successionsTo: () => [],
    clauses: new Map(),
    matters: [],
    responsibilities: () => [],
    responsibilitiesOf: () => [],
    duties: [],
    dutyOf: () => null,
  };
}

/** The context of a request in which the small test place is the whole directory. */
export async function filingCtx(database: TestDatabase, changes: Partial<Ctx> = {}): Promise<Ctx> {
  let directory = prepared.get(database);
  if (!directory) {
    directory = prepare(database);
    prepared.set(database, directory);
  }
  const loaded = await directory;
  const calendar = { holidays: new Set<string>(), workdays: new Set<string>(), years: new Set<number>() };
  return database.ctx(
    { kind: 'public' },
    {
      directory: async () => loaded,
      calendar: () => database.deps.calendar().catch(() => calendar),
      clockRules: () => database.deps.clockRules().catch(() => []),
      ...changes,
    },
  );
}

/** A filing that passes every check; `overrides` replaces top-level fields. */
export function complaint(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    submissionId: randomUUID(),
    kind: 'promise',
    respondentId: TEST_BODIES.county.id,
    matter: 'investment_promotion',
    story: '二〇二一年招商时约定返还土地款，企业已按约投产，至今没有兑现。',
    promised: '投产后三个月内返还土地出让金的百分之三十。',
    promiseDocument: '招商引资协议书第七条',
    promisedOn: '2021-03-01',
    amount: '1200000.00',
    bodySays: '财政困难，再等等。',
    demands: ['兑现土地款返还', '书面说明延误的原因'],
    complainant: { kind: 'person', name: '测试人甲' },
    contact: { phone: '13800138000', email: 'jia@example.org' },
    identityToHandler: true,
    identityToRespondent: false,
    publishSummary: true,
    ...overrides,
  };
}

export interface TestCase {
  caseId: string;
  submissionId: string;
  answer: FiledAnswer;
}

/** Files a case in the test place and releases it from screening (`held: true` leaves it held). */
export async function fileTestCase(
  database: TestDatabase,
  overrides: Record<string, unknown> & { held?: boolean } = {},
  options: FileOptions & { ctx?: Partial<Ctx>; files?: { name: string; content: Buffer }[] } = {},
): Promise<TestCase> {
  const { held, ...fields } = overrides;
  const screening = held ? 'failed' : 'passed';
  const ctx = await filingCtx(database, {
    humanCheck: { ...database.deps.humanCheck, verify: async () => screening },
    ...options.ctx,
  });
  const input = complaint(fields);
  for (const f of options.files ?? [])
    await upload(ctx, input.submissionId, { name: f.name, source: Readable.from([f.content]) });
  const { caseId, answer } = await file(ctx, input, options);
  return { caseId, submissionId: String(input.submissionId), answer };
}
