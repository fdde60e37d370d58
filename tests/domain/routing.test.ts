import { describe, expect, test } from 'vitest';
import type { CaseKind } from '../../api/domain/case.ts';
import type { Matter } from '../../api/domain/matter.ts';
import { route } from '../../api/domain/routing.ts';
import { bodyNamed, referenceDirectory } from '../support/directory.ts';

const ON = '2026-11-21';
const ask = (name: string, matter: Matter, kind: CaseKind = 'promise', on = ON) =>
  route(referenceDirectory(), { respondentId: bodyNamed(name).id, matter, kind, on });
const places = (name: string, matter: Matter) => ask(name, matter).basis.map((c) => `${c.documentNumber}, ${c.place}`);

describe('the examples of the issue', () => {
  test.each<[string, Matter, string, string]>([
    ['无锡市滨湖区人民政府', 'investment_promotion', '无锡市商务局', '锡信用办〔2023〕4号, 10'],
    ['南京市江宁区人民政府', 'bidding', '南京市发展和改革委员会', '宁政传〔2018〕96号, 三（三）'],
    ['苏州市吴中区人民政府', 'investment_promotion', '苏州市发展和改革委员会', '苏政发〔2023〕55号, 附件12'],
    ['无锡市财政局', 'government_procurement', '江苏省财政厅', '苏政发〔2023〕55号, 附件9'],
    ['南京市人民政府', 'ppp', '江苏省财政厅', '苏政发〔2023〕55号, 附件10'],
  ])('%s, %s → %s (%s)', (respondent, matter, handler, clause) => {
    expect(ask(respondent, matter).handler?.name).toBe(handler);
    expect(places(respondent, matter)).toContain(clause);
  });

  test('a sub-district of 滨湖区 is handled by the district government, whatever the matter', () => {
    for (const matter of ['arrears', 'bidding', 'other', 'township'] as const)
      expect(ask('无锡市滨湖区河埒街道办事处', matter).handler?.name).toBe('无锡市滨湖区人民政府');
  });

  test('丰县人民政府 and arrears: 徐州市工业和信息化局 accepts and handles', () => {
    const answer = ask('丰县人民政府', 'arrears', 'arrears');
    expect(answer.accepting?.name).toBe('徐州市工业和信息化局');
    expect(answer.handler?.name).toBe('徐州市工业和信息化局');
    expect(answer.basis.map((c) => c.id)).toContain('sme-payment/第五条');
  });
});

test('rule 1: a merged bureau is answered for by its successor, and the answer says so', () => {
  const answer = ask('南京市国土资源局', 'contract_performance');
  expect(answer.respondent.name).toBe('南京市国土资源局');
  expect(answer.respondentNow.name).toBe('南京市规划和自然资源局');
  expect(answer.steps[0]).toMatchObject({ code: 'successor', params: { certainty: 'report' } });
  expect(ask('南京市国土资源局', 'other', 'promise', '2018-06-01').respondentNow.name).toBe('南京市国土资源局');
});

test('rule 1 holds for the bodies of a clause too: 市政务办 of 2018 is 南京市数据局 today', () => {
  const answer = ask('南京市江宁区人民政府', 'bidding');
  expect(answer.supporting.map((b) => b.name)).toEqual([
    '南京市数据局',
    '南京市城乡建设委员会',
    '南京市交通运输局',
    '南京市水务局',
    '南京市规划和自然资源局',
  ]);
});

test('rule 2: a zone committee is handled one level above it', () => {
  expect(ask('无锡经济开发区管理委员会', 'investment_promotion').handler?.name).toBe('无锡市商务局');
  expect(ask('苏州工业园区管理委员会', 'government_debt').handler?.name).toBe('苏州市财政局');
});

test('rule 2: a department is handled in its own place', () => {
  expect(ask('无锡市滨湖区商务局', 'government_procurement').handler?.name).toBe('无锡市滨湖区财政局');
});

test('rule 3: a place without any table falls to its development and reform body', () => {
  const answer = ask('样例市示范区人民政府', 'investment_promotion');
  expect(answer.handler?.name).toBe('样例市发展和改革委员会');
  expect(answer.steps.map((s) => s.code)).toContain('table_none');
});

test('rule 4: whole governments and their zones are never leads', () => {
  const answer = ask('无锡市滨湖区人民政府', 'township');
  expect(answer.handler?.name).toBe('无锡市发展和改革委员会');
  expect(answer.steps.filter((s) => s.code === 'lead_passed_over')).toHaveLength(2);
});

test('rule 4: judgments and compensation go to development and reform, courts beside', () => {
  for (const matter of ['unperformed_judgment', 'compensation'] as const) {
    const answer = ask('无锡市滨湖区人民政府', matter);
    expect(answer.handler?.name).toBe('无锡市发展和改革委员会');
    expect(answer.supporting.map((b) => b.name)).toContain('无锡市中级人民法院');
    expect(places('无锡市滨湖区人民政府', matter)[0]).toBe('苏政发〔2023〕55号, 附件6');
  }
});

test('rule 5: the accused lead goes one place up by that place’s table', () => {
  expect(ask('无锡市商务局', 'investment_promotion').handler?.name).toBe('江苏省发展和改革委员会');
  expect(ask('无锡市工业和信息化局', 'arrears', 'arrears')).toMatchObject({
    handler: { name: '江苏省工业和信息化厅' },
    accepting: { name: '江苏省工业和信息化厅' },
  });
});

test('rule 6: at the top', () => {
  expect(ask('江苏省财政厅', 'government_procurement').handler?.name).toBe('江苏省发展和改革委员会');
  expect(ask('江苏省发展和改革委员会', 'bidding').handler?.name).toBe('江苏省人民政府办公厅');
  const top = ask('江苏省人民政府', 'bidding');
  expect(top.handler).toBeNull();
  expect(top.steps.map((s) => s.code)).toContain('top_government');
});

test('rule 7: a bad rating goes to the serving body, its superior watches', () => {
  const answer = ask('无锡市行政审批局', 'government_services', 'service');
  expect(answer.handler?.name).toBe('无锡市行政审批局');
  expect(answer.watching?.name).toBe('无锡市人民政府');
  expect(answer.basis.map((c) => c.id)).toContain('xi-2023-4/14');
});

test('arrears of a sub-district: the county’s industry body accepts, the county government handles', () => {
  const answer = ask('无锡市滨湖区河埒街道办事处', 'arrears', 'arrears');
  expect(answer.handler?.name).toBe('无锡市滨湖区人民政府');
  expect(answer.accepting?.name).toBe('无锡市滨湖区工业和信息化局');
});

test('a plan of a past year and a notice whose basis is repealed are said to be so', () => {
  const status = (name: string, matter: Matter) =>
    ask(name, matter).steps.find((s) => s.code === 'document_status')?.params.status;
  expect(status('无锡市滨湖区人民政府', 'investment_promotion')).toBe('period_ended');
  expect(status('南京市江宁区人民政府', 'bidding')).toBe('basis_repealed');
  expect(status('苏州市吴中区人民政府', 'bidding')).toBeUndefined();
});

test('an unknown respondent is refused by code', () => {
  expect(() => route(referenceDirectory(), { respondentId: 'x', matter: 'other', kind: 'other', on: ON })).toThrow(
    'routing.unknown_respondent',
  );
});
