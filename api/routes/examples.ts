/**
 * What the open addresses answer, by operation: shown in the description of the interface. The names are those of the
 * demonstration; the test of the description holds each against its schema.
 */
const BODY = { id: '4d0f9d3f-2f2b-5c3d-9a5e-1f8b0c7d6e5a', name: '样例市商务局', division: '9901' };
const RECORD = {
  id: '0f4b7c1e-9f0a-4a52-8d5c-3a9b6f1d2e10',
  kind: 'lost_judgment',
  title: '样例市商务局：招商引资承诺未兑现被判履行',
  objection: 'none',
  caseNumber: '（2024）苏01行终1号',
  court: '样例市中级人民法院',
  decidedOn: '2024-05-06',
  bodyName: BODY.name,
  publishedAt: '2024-06-01T02:03:04.567Z',
};
const ARREARS = {
  format: 'jiannuo-arrears-1',
  body: { id: BODY.id, name: BODY.name },
  year: 2025,
  asOf: '2025-12-31',
  figures: {
    contracts: 3,
    total: '1060.00',
    paid: '310.00',
    arrears: '750.00',
    contractsInArrears: 1,
    bands: [{ band: 'days_180', debts: 1, amount: '750.00' }],
    lines: [
      {
        id: '5b0c8d2f-3a1b-4c5d-8e6f-7a8b9c0d1e2f',
        title: '样例大道养护合同',
        contractNumber: '样合〔2025〕9号',
        beneficiary: '某养护企业',
        total: '1000.00',
        paid: '250.00',
        arrears: '750.00',
        oldestOn: '2025-06-30',
        daysLate: 184,
      },
    ],
  },
};
const SHA256 = '9e89c200d2616877ea4b2dcdd1bdb1950ff7e81aab637435138d84e46be55714';
const RELEASE = 'https://example.org/open-data/2026-11-21';

export const EXAMPLES: Readonly<Record<string, unknown>> = {
  listDivisions: {
    items: [{ code: '3202', name: '无锡市', nameEn: 'Wuxi', level: 'city', parent: '32' }],
    nextCursor: null,
  },
  listMatters: {
    items: [
      {
        code: 'investment_promotion',
        name: '招商引资',
        nameEn: 'Investment promotion',
        plain: '招商时承诺的政策没有兑现',
        plainEn: 'What was promised to investors was not kept',
        examples: [{ zh: '承诺的奖励三年没有发', en: 'A promised grant was not paid for three years' }],
      },
    ],
    nextCursor: null,
  },
  getBodyRatings: {
    body: BODY,
    figures: {
      total: 412,
      satisfied: 401,
      rate: { value: 0.9733, low: 0.9528, high: 0.985 },
      first: '2026-10-10',
      last: '2026-11-20',
      levels: [
        { level: 5, count: 330 },
        { level: 4, count: 60 },
        { level: 3, count: 11 },
        { level: 2, count: 8 },
        { level: 1, count: 3 },
      ],
      setAside: 1,
      repeated: 4,
      indicators: [{ indicator: 'efficiency', good: 58, bad: 6 }],
      months: [{ month: '2026-11', given: 240, satisfied: 235, setAside: 1 }],
      realNameAnswered: { part: 6, total: 6, value: 1, low: 0.61, high: 1 },
      validPutRight: { part: 9, total: 10, value: 0.9, low: 0.596, high: 0.982 },
      changes: [
        { at: '2026-11-18T02:00:00.000Z', outcome: 'done', text: '午间增加一个窗口，排队超过十人时再加一个。' },
      ],
    },
  },
  findBodies: { items: [{ ...BODY, kind: 'department', place: '样例市', matched: '样例市招商局' }], nextCursor: null },
  getMonthlyReport: {
    format: 'jiannuo-monthly-report/1',
    month: '2026-10',
    place: { code: '9901', name: '样例市' },
    orders: { issued: 3, reported: 1, closed: 2, late: 0 },
  },
  rankIntegrity: {
    place: { code: '99', name: '样例省' },
    here: null,
    rows: [
      {
        kind: 'place',
        id: '9901',
        name: '样例市',
        rank: 1,
        figure: {
          month: '2026-11',
          version: '1',
          weights: 1,
          score: 71.54,
          low: 64.56,
          high: 77.05,
          ranked: true,
          components: [
            {
              component: 'timeliness',
              weight: 20,
              part: 80,
              total: 100,
              value: 0.8,
              low: 0.7112,
              high: 0.8666,
              counted: true,
            },
            {
              component: 'arrears',
              weight: 10,
              part: null,
              total: null,
              value: null,
              low: null,
              high: null,
              counted: false,
            },
          ],
        },
      },
    ],
    more: false,
    countedAt: '2026-11-20T18:10:00.000Z',
  },
  listArrearsReports: { year: 2025, dueOn: '2026-03-31', items: [], nextCursor: null },
  getArrearsReport: ARREARS,
  listDisclosures: { items: [RECORD], nextCursor: null, inFullText: [] },
  getDisclosure: RECORD,
  listOpenDataReleases: {
    items: [
      {
        name: '2026-11-21',
        url: `${RELEASE}/datapackage.json`,
        builtAt: '2026-11-20T18:30:00.000Z',
        previous: '2026-11-20',
        revisedAt: null,
        files: [
          {
            name: 'disclosures.csv.gz',
            url: `${RELEASE}/disclosures.csv.gz`,
            dataset: 'disclosures',
            part: 'full',
            format: 'csv',
            rows: 30,
            bytes: 5901,
            sha256: SHA256,
          },
        ],
      },
    ],
    nextCursor: null,
  },
  getDataPackage: {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'jiannuo-open-data',
    version: '2026-11-21',
    licenses: [{ name: 'CC-BY-4.0', path: 'https://creativecommons.org/licenses/by/4.0/' }],
    resources: [
      { name: 'disclosures-csv', path: 'disclosures.csv.gz', format: 'csv', bytes: 5901, hash: `sha256:${SHA256}` },
    ],
  },
  getCatalogue: {
    '@context': { dcat: 'http://www.w3.org/ns/dcat#' },
    '@graph': [{ '@id': 'https://example.org/open-data', '@type': 'dcat:Catalog' }],
  },
};
