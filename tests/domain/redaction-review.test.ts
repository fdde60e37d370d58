import { describe, expect, it } from 'vitest';
import { ATTENTION, anonymise, REDACTION_KINDS, REDACTION_RULES, reviewOf } from '../../api/domain/redaction.ts';
import { redaction } from '../../site/text/redaction.ts';
import { generated } from './redaction-corpus/generate.ts';
import { handWritten } from './redaction-corpus/hand.ts';

const texts = [...handWritten('hard'), ...generated(1)].map(({ text }) => text);

describe('the review of an anonymised judgment', () => {
  it('shows every word of both texts, paragraph by paragraph', () => {
    for (const text of texts) {
      const made = anonymise(text);
      const { paragraphs } = reviewOf(text, made.replacements);
      const lines = (words: string) => words.split('\n').filter((line) => line !== '');
      expect(paragraphs.map(({ before }) => before.map((one) => one.text).join(''))).toEqual(lines(text));
      expect(paragraphs.map(({ after }) => after.map((one) => one.text).join(''))).toEqual(lines(made.text));
    }
  });

  it('lists each replacement once, equal ones together, by its number in the order of the text', () => {
    const text = '原告：赵铁柱，男，电话13812345678。\n赵铁柱诉称，已拨打13812345678。';
    const { replacements } = anonymise(text);
    expect(reviewOf(text, replacements).groups).toEqual([
      { kind: 'name', count: 2, changes: [{ from: '赵铁柱', to: '赵某', rule: 'art9_surname', numbers: [1, 3] }] },
      { kind: 'phone', count: 2, changes: [{ from: '13812345678', to: '×××', rule: 'art10_person', numbers: [2, 4] }] },
    ]);
    for (const one of texts) {
      const made = anonymise(one).replacements;
      const numbers = reviewOf(one, made).groups.flatMap(({ changes }) => changes.flatMap((change) => change.numbers));
      expect(numbers.sort((a, b) => a - b)).toEqual(made.map((_, i) => i + 1));
    }
  });

  it('has words for every kind, rule and doubt', () => {
    for (const words of [redaction['zh-CN'], redaction.en]) {
      expect(Object.keys(words.kinds).sort()).toEqual([...REDACTION_KINDS].sort());
      expect(Object.keys(words.rules).sort()).toEqual([...REDACTION_RULES].sort());
      expect(Object.keys(words.attention).sort()).toEqual([...ATTENTION].sort());
    }
  });
});
