import { expect, test } from 'vitest';
import { citedIn, clausesCited, numeral } from '../../api/domain/citation.ts';
import { referenceDirectory } from '../support/directory.ts';

const { clauses } = referenceDirectory();

test.each([
  ['《保障中小企业款项支付条例》（2025年6月1日起施行）第二十五条', ['sme-payment/第二十五条']],
  [
    'Regulation on Ensuring Payments to Small and Medium-sized Enterprises (in force from 2025-06-01), art. 25',
    ['sme-payment/第二十五条'],
  ],
  ['锡信用办〔2023〕4号第14项；国办发〔2019〕51号', ['xi-2023-4/14']],
  ['国发〔2016〕76号 四（三）', ['gf-2016-76/四（三）']],
  ['苏政发〔2023〕55号 附件6、优化营商环境条例第三十一条', ['su-2023-55/附件6', 'business-environment/第三十一条']],
  ['苏政发〔2023〕55号，另见国发〔2016〕76号 三（二）', ['gf-2016-76/三（二）']],
  ['苏政发〔2023〕55号 附件99', []],
  ['本平台默认规则（未见全国统一规定，各地可调整）', []],
])('%s', (text, cited) => {
  expect(clausesCited(text, clauses)).toEqual(cited);
  expect(
    citedIn(text, clauses)
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text);
});

test('numbers as articles are counted', () => {
  expect([5, 10, 14, 25, 31, 100, 101, 110, 142].map(numeral)).toEqual([
    '五',
    '十',
    '十四',
    '二十五',
    '三十一',
    '一百',
    '一百零一',
    '一百一十',
    '一百四十二',
  ]);
});
