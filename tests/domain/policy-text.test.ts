import { expect, test } from 'vitest';
import { splitPolicy } from '../../api/domain/policy-text.ts';

test('sections and paragraphs, with lines that a scan has broken', () => {
  const clauses = splitPolicy('标题\n\n一、总则\n\n二、办法\n（一）甲。第一句\n\n接着写\n 12 \n（二）乙。\n');
  expect([...clauses]).toEqual([
    ['一', '一、总则'],
    ['二（一）', '（一）甲。第一句接着写'],
    ['二（二）', '（二）乙。'],
  ]);
});

test('numbered items under sections', () => {
  const clauses = splitPolicy('## 一、先做\n\n1、**某事。**细节\n\n续行\n\n2、另一事');
  expect([...clauses]).toEqual([
    ['1', '1、某事。细节续行'],
    ['2', '2、另一事'],
  ]);
});

test('rows of an annexed table, around a watermark', () => {
  const text =
    '一、正文\n附件：某某任务分工表\n 附件\n重点任务分工表\n序号 任务 单位\n1\n甲事。\n牵头单位：某厅\n—— 8\n苏苏苏苏苏苏苏苏\n2 \n乙事。';
  expect([...splitPolicy(text)].slice(1)).toEqual([
    ['附件1', '甲事。牵头单位：某厅'],
    ['附件2', '乙事。'],
  ]);
});

test('text without any clause gives none', () => {
  expect(splitPolicy('没有条款的文字\n2023').size).toBe(0);
});
