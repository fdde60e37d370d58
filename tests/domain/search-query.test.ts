import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldPlain, simplify } from '../../api/domain/chinese-text.ts';
import { parseQuery } from '../../api/domain/search-query.ts';
import { SIMPLIFIED, TRADITIONAL } from '../../api/domain/traditional.ts';

const words = (typed: string) => {
  const { must, not } = parseQuery(typed);
  const plain = (all: typeof must) => all.map((word) => (word.field ? `${word.field}:${word.text}` : word.text));
  return { must: plain(must), not: plain(not) };
};

describe('what was typed', () => {
  it.each([
    ['招商 奖励', ['招商', '奖励'], []],
    ['“不理 旧账” 街道', ['不理 旧账', '街道'], []],
    ['「招商引资」', ['招商引资'], []],
    ['招商 -奖励', ['招商'], ['奖励']],
    ['招商 －“土地 出让”', ['招商'], ['土地 出让']],
    ['新班子“不理旧账”', ['新班子“不理旧账'], []], // marks inside a word are text, as in what is read
    ['新班子“不', ['新班子“不'], []],
    ['“不理旧账', ['不理旧账'], []], // not yet closed: as one types
    ['案号:1591 黔行终', ['case:1591', '黔行终'], []],
    ['案號：（2019）黔行終1591號', ['case:(2019)黔行终1591号'], []],
    ['法院：高级人民法院 单位: 丰县', ['court:高级人民法院', 'body:丰县'], []],
    ['court:苏州 -body:丰县', ['court:苏州'], ['body:丰县']],
    ['（2019）黔行终1591号', ['(2019)黔行终1591号'], []],
    ['PPP-协议', ['ppp-协议'], []],
    ['１２０', ['120'], []],
    ['。。！', [], []],
    ['-', [], []],
    ['"', [], []],
    ['法院:', ['法院'], []],
    ['-招商', [], ['招商']],
  ])('%s', (typed, must, not) => {
    expect(words(typed)).toEqual({ must, not });
  });

  it('uses six words and says which it left out', () => {
    expect(parseQuery('一一 二二 三三 四四 五五 六六 七七 八八').dropped).toEqual(['七七', '八八']);
  });

  it('knows words of one character', () => {
    expect(parseQuery('商').must).toMatchObject([{ single: true, exact: false, grams: ['商'] }]);
    expect(parseQuery('招商').must).toMatchObject([{ single: false, exact: true }]);
  });

  it('never fails, and never asks for what is no letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), (typed) => {
        const { must, not } = parseQuery(typed);
        for (const word of [...must, ...not]) {
          expect(word.text).toMatch(/[\p{L}\p{N}]/u);
          expect(word.grams.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe('traditional characters', () => {
  it('are found as simplified ones and keep their places', () => {
    expect(foldPlain('縣政府拖欠工程款，「新官不理舊賬」')).toBe(foldPlain('县政府拖欠工程款，「新官不理旧账」'));
    expect(simplify(TRADITIONAL)).toBe(SIMPLIFIED);
    expect([...TRADITIONAL].length).toBe([...SIMPLIFIED].length);
  });

  it('leave alone what natural keys are made of', () => {
    expect(fold('縣')).toBe('縣');
  });
});
