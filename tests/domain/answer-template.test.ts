import { describe, expect, it } from 'vitest';
import { BLANK, fillTemplate, PLACEHOLDERS, templateFaults } from '../../api/domain/answer-template.ts';

describe('a template of answers', () => {
  it('takes every placeholder of the list, with blanks and full-width braces', () => {
    const text = PLACEHOLDERS.map((name, i) => (i % 2 ? `{ ${name} }` : `｛${name}｝`)).join('\n');
    expect(templateFaults(text)).toEqual([]);
  });

  it('names each unknown placeholder with its line and its place in the line', () => {
    expect(templateFaults('您好：\n关于{案号}，请{姓名}知悉。\n电话{}。')).toEqual([
      { name: '{姓名}', line: 2, column: 9, code: 'placeholder_unknown' },
      { name: '{}', line: 3, column: 3, code: 'placeholder_unknown' },
    ]);
  });

  it('names a brace without its other half', () => {
    expect(templateFaults('第一行{案号\n第二行}。').map(({ line, column, code }) => [line, column, code])).toEqual([
      [1, 4, 'placeholder_open'],
      [2, 4, 'placeholder_open'],
    ]);
    expect(templateFaults('{{案号}}').map(({ code }) => code)).toEqual(['placeholder_open', 'placeholder_open']);
  });

  it('counts characters as people do, also beyond the first plane', () => {
    expect(templateFaults('𠮷𠮷{某}')[0]).toMatchObject({ line: 1, column: 3 });
  });

  it('puts values in once and leaves a blank where the case has none', () => {
    expect(fillTemplate('{案号}：{受理日期}受理，{今日}答复。', { 案号: 'JN{今日}', 今日: '2026年11月21日' })).toBe(
      `JN{今日}：${BLANK}受理，2026年11月21日答复。`,
    );
  });

  it('has no placeholder for anything of a person', () => {
    expect(PLACEHOLDERS.join()).not.toMatch(/姓名|电话|邮箱|身份|联系|地址|反映人/);
  });
});
