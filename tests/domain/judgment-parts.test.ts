import { expect, it } from 'vitest';
import { judgmentParts } from '../../api/domain/judgment-parts.ts';
import { handWritten } from './redaction-corpus/hand.ts';

const beginnings = (text: string) =>
  judgmentParts(text).flatMap(({ begins, text: line }) => (begins ? [[begins, line.slice(0, 8)]] : []));
const text = (name: string) => {
  const found = [...handWritten('fresh'), ...handWritten('hard')].find((one) => one.title.includes(name));
  if (!found) throw new Error(`no text ${name}`);
  return found.text;
};

it('a judgment of first instance has its head and its parts in order', () => {
  const paragraphs = judgmentParts(text('12-subsidy'));
  expect(paragraphs.slice(0, 3).map(({ set }) => set)).toEqual(['court', 'court', 'number']);
  expect(paragraphs.flatMap(({ begins }) => begins ?? [])).toEqual([
    'parties',
    'procedure',
    'claims',
    'defence',
    'facts',
    'reasons',
    'judges',
  ]);
  expect(paragraphs.at(-1)).toMatchObject({ set: 'signature', number: paragraphs.length });
});

it('what follows "判决如下" is the order, and what a lower court found is no part of its own', () => {
  const parts = beginnings(
    [
      '样例省高级人民法院',
      '民 事 判 决 书',
      '（2024）样民终5号',
      '上诉人（原审被告）：样例区人民政府，住所地样例区。',
      '上诉人样例区人民政府因与被上诉人合同纠纷一案，不服一审判决，向本院提起上诉。本院于2024年立案。',
      '样例区人民政府上诉请求：撤销一审判决。',
      '示例公司辩称，一审正确。',
      '一审法院认为，协议有效。',
      '本院二审查明：事实与一审一致。',
      '本院认为，协议应当履行。综上，依照民事诉讼法，判决如下：',
      '驳回上诉，维持原判。',
      '二审案件受理费100元，由上诉人负担。',
      '本判决为终审判决。',
      '审　判　长　　张某',
      '二〇二四年五月六日',
      '书　记　员　　李某',
      '附：相关法律条文',
    ].join('\n'),
  );
  expect(parts.map(([part]) => part)).toEqual([
    'parties',
    'procedure',
    'claims',
    'defence',
    'facts',
    'reasons',
    'order',
    'costs',
    'judges',
    'annex',
  ]);
});

it('"判决如下" on a line of its own begins the order', () => {
  expect(beginnings('本院认为，应予支持。\n判决如下：\n一、被告支付货款。\n案件受理费50元。')).toEqual([
    ['reasons', '本院认为，应予支'],
    ['order', '判决如下：'],
    ['costs', '案件受理费50元'],
  ]);
});

it('a text without the usual words is numbered and has no parts; blank lines do not count', () => {
  expect(judgmentParts('甲。\n\n　　乙。\n')).toEqual([
    { number: 1, text: '甲。' },
    { number: 2, text: '乙。' },
  ]);
});

it('of the labelled texts nearly all have the reasons of the court, and parts stand in order', () => {
  const all = [...handWritten('fresh'), ...handWritten('hard')];
  const found = all.filter(({ text }) => beginnings(text).some(([part]) => part === 'reasons'));
  expect(found.length / all.length).toBeGreaterThan(0.8);
});

it('a text of half a megabyte is read at once, whatever stands in it', () => {
  const began = performance.now();
  for (const text of [
    `甲${' '.repeat(400_000)}乙`,
    '一案，'.repeat(55_000),
    '判决如'.repeat(55_000),
    '原告辩'.repeat(55_000),
  ])
    expect(judgmentParts(text)).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(2_000);
});
