/** Officials of the fictional place. Names that nobody bears; addresses in a domain that can never exist (RFC 2606). */
import type { OfficialRole } from '../../../api/domain/official.ts';

/** A body by its name and the code of its division. */
export type BodyKey = readonly [name: string, division: string];

export interface DemoOfficial {
  key: string;
  name: string;
  email: string;
  what: string; // for the terminal, both languages
  grants: readonly (readonly [OfficialRole, BodyKey])[];
}

const CITY: BodyKey = ['样例市人民政府', '9901'];
const ZONE: BodyKey = ['样例市经济开发区管理委员会', '9901'];
const COMMERCE: BodyKey = ['样例市商务局', '9901'];
const REFORM: BodyKey = ['样例市发展和改革委员会', '9901'];

export const PEOPLE: readonly DemoOfficial[] = [
  { key: 'intake', name: '示例收件员', email: 'intake@demo.example', what: '收件 intake', grants: [['intake', CITY]] },
  // The government reaches every department of the city and every district: whatever is filed here can be answered.
  {
    key: 'handler',
    name: '示例承办员',
    email: 'handler@demo.example',
    what: '承办 handler',
    grants: [['handler', CITY]],
  },
  {
    key: 'approver',
    name: '示例审批员',
    email: 'approver@demo.example',
    what: '审批 approver',
    grants: [['approver', CITY]],
  },
  {
    key: 'supervisor',
    name: '示例督办员',
    email: 'supervisor@demo.example',
    what: '督办 supervisor',
    grants: [['supervisor', CITY]],
  },
  {
    key: 'arbiter',
    name: '示例仲裁员',
    email: 'arbiter@demo.example',
    what: '仲裁 arbiter',
    grants: [['arbiter', REFORM]],
  },
  {
    key: 'auditor',
    name: '示例审计员',
    email: 'auditor@demo.example',
    what: '审计 auditor',
    grants: [['auditor', CITY]],
  },
  // The body complained of: it finds what it is asked to explain, and nothing else.
  {
    key: 'respondent',
    name: '示例开发区工作员',
    email: 'zone@demo.example',
    what: '被反映单位 respondent',
    grants: [['handler', ZONE]],
  },
  {
    key: 'publisherA',
    name: '示例发布员甲',
    email: 'publisher-a@demo.example',
    what: '发布甲 publisher',
    grants: [['publisher', REFORM]],
  },
  {
    key: 'publisherB',
    name: '示例发布员乙',
    email: 'publisher-b@demo.example',
    what: '发布乙 publisher',
    grants: [['publisher', REFORM]],
  },
  // Promises are entered and kept by the bodies' own people: two, for one never publishes alone.
  {
    key: 'promiseA',
    name: '示例承诺专员甲',
    email: 'promise-a@demo.example',
    what: '承诺甲 promises',
    grants: [
      ['publisher', COMMERCE],
      ['handler', COMMERCE],
      ['publisher', CITY],
    ],
  },
  {
    key: 'promiseB',
    name: '示例承诺专员乙',
    email: 'promise-b@demo.example',
    what: '承诺乙 promises',
    grants: [
      ['publisher', COMMERCE],
      ['approver', COMMERCE],
      ['publisher', CITY],
    ],
  },
  {
    key: 'administrator',
    name: '示例管理员',
    email: 'administrator@demo.example',
    what: '管理 administrator',
    grants: [
      ['administrator', CITY],
      ['directory_editor', CITY],
    ],
  },
];
