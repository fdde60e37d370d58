import { expect, test } from 'vitest';
import { rankMatters } from '../../../api/services/directory/suggest-matters.ts';
import { referenceDirectory } from '../../support/directory.ts';

const { matters } = referenceDirectory();
const first = (text: string) => rankMatters(matters, text)[0]?.code;

test.each([
  ['区里招商引资请我们来办厂，答应投产后返还土地款，换了领导就不认了', 'investment_promotion'],
  ['我们公司中标了学校的政府采购项目，设备验收半年了还不付款', 'government_procurement'],
  ['投标保证金交了，废标以后一直不退', 'bidding'],
  ['污水处理厂特许经营，政府可行性缺口补助两年没有给', 'ppp'],
  ['城投公司借款到期不还，还说是隐性债务', 'government_debt'],
  ['街道让我们虚报产值，统计造假', 'statistics'],
  ['外地企业不让进，搞地方保护', 'market_regulation'],
  ['窗口办证跑了六趟，态度很差', 'government_services'],
  ['镇政府公开承诺年底修路，村里到现在没动静', 'township'],
  ['签了土地出让合同，一直不交地，说以前的协议不算数', 'contract_performance'],
  ['给镇里修路，工程款拖欠了八十万，尾款没给', 'arrears'],
  ['法院判决生效一年了，局里拒不履行', 'unperformed_judgment'],
  ['规划调整要拆迁，补偿款没有给', 'compensation'],
  ['the county owes us 800,000 yuan, the invoice is unpaid', 'arrears'],
])('%s → %s', (text, code) => {
  expect(first(text)).toBe(code);
});

test('says which words spoke, and a word inside a longer one does not speak twice', () => {
  const [best] = rankMatters(matters, '政府采购');
  expect(best).toMatchObject({ code: 'government_procurement', words: ['政府采购'] });
});

test('where no word speaks only “other” is offered', () => {
  expect(rankMatters(matters, '今天天气很好').map((m) => m.code)).toEqual(['other']);
  expect(rankMatters(matters, 'it is forbidden').map((m) => m.code)).toEqual(['other']);
});

test('full width, capitals and spaces do not hide a word', () => {
  expect(first('ＰＰＰ项目')).toBe('ppp');
});
