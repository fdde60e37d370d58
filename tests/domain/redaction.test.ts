import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  anonymise,
  findPersonal,
  idCheck,
  isBankCard,
  isIdNumber,
  isPhone,
  luhn,
  mask,
  type SpanKind,
} from '../../api/domain/redaction.ts';

const found = (text: string, known = {}): [SpanKind, string][] =>
  findPersonal(text, known).map((span) => [span.kind, text.slice(span.start, span.end)]);

const digit = fc.integer({ min: 0, max: 9 });
const idNumber = fc
  .tuple(
    fc.constantFrom('110101', '320211', '440305', '650102', '810000'),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, day, serial]) => {
    const first = `${place}${day.toISOString().slice(0, 10).replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    return first + idCheck(first);
  });
const bankCard = fc
  .tuple(
    fc.constantFrom('62', '4', '51', '622848'),
    fc.integer({ min: 16, max: 19 }),
    fc.array(digit, { minLength: 20, maxLength: 20 }),
  )
  .map(([prefix, length, rest]) => {
    const first = (prefix + rest.join('')).slice(0, length - 1);
    const check = Array.from({ length: 10 }, (_, d) => `${first}${d}`).find(luhn);
    return check ?? '';
  });
const mobile = fc
  .tuple(fc.constantFrom('13', '150', '166', '177', '188', '199'), fc.array(digit, { minLength: 9, maxLength: 9 }))
  .map(([prefix, rest]) => (prefix + rest.join('')).slice(0, 11));
const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
/** Chinese without names, digits or anything else that could be found. */
const prose = fc.constantFrom('去年交了钱，', '请尽快兑现。', '（见附件）', '“承诺书”写明：', '至今没有答复；');

describe('numbers of identity', () => {
  it('are found whatever stands around them, in full width too', () => {
    fc.assert(
      fc.property(idNumber, prose, prose, fc.boolean(), (id, before, after, full) => {
        const written = full ? wide(id) : id;
        expect(found(`${before}${written}${after}`)).toEqual([['id_number', written]]);
      }),
    );
  });

  it('are not found with a single wrong digit', () => {
    fc.assert(
      fc.property(idNumber, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (id, at, add) => {
        const wrong = id.slice(0, at) + ((Number(id[at]) + add) % 10) + id.slice(at + 1);
        expect(isIdNumber(wrong)).toBeNull();
        expect(found(wrong).some(([kind]) => kind === 'id_number')).toBe(false);
      }),
    );
  });

  it('of fifteen digits are likely where place and day are real', () => {
    expect(isIdNumber('110101900307851')).toBe('likely');
    expect(isIdNumber('110101901307851')).toBeNull();
    expect(isIdNumber('990101900307851')).toBeNull();
    expect(isIdNumber('11010119900230123X')).toBeNull(); // no such day
  });
});

describe('bank cards and telephones', () => {
  it('are found with spaces or dashes between their groups', () => {
    fc.assert(
      fc.property(bankCard, fc.constantFrom('', ' ', '-'), prose, (card, separator, before) => {
        fc.pre(isIdNumber(card) === null);
        const written = (card.match(/.{1,4}/g) ?? []).join(separator);
        expect(found(`${before}${written}。`)).toEqual([['bank_card', written]]);
      }),
    );
    fc.assert(
      fc.property(mobile, fc.constantFrom('', ' ', '-'), prose, (phone, separator, before) => {
        const written = `${phone.slice(0, 3)}${separator}${phone.slice(3, 7)}${separator}${phone.slice(7)}`;
        expect(found(`${before}${written}，`)).toEqual([['phone', written]]);
      }),
    );
  });

  it('a card with a wrong check digit is no card', () => {
    fc.assert(
      fc.property(bankCard, fc.integer({ min: 1, max: 9 }), (card, add) => {
        expect(isBankCard(card.slice(0, -1) + ((Number(card.at(-1)) + add) % 10))).toBe(false);
      }),
    );
  });

  it.each([
    '13800138000',
    '+86 138 0013 8000',
    '0510-82701234',
    '010-12345678'.replace('1234', '6234'),
    '400-820-8820',
    '(0510)82701234',
    '0086 510 8270 1234',
  ])('%s is a telephone', (phone) => {
    expect(isPhone(phone)).toBe(true);
  });

  it.each(['12345', '1200000', '20210301', '12800138000', '2021年3月1日', '010-02701234', '99990000111122'])(
    '%s is none',
    (other) => {
      expect(isPhone(other)).toBe(false);
    },
  );

  it('reads two numbers beside one another as two', () => {
    expect(
      found(
        '13800138000 11010119900307851X'.replace(
          '11010119900307851X',
          `11010119900307851${idCheck('11010119900307851')}`,
        ),
      ),
    ).toHaveLength(2);
    expect(found('电话：82701234')).toEqual([['phone', '82701234']]);
  });
});

describe('plates, mail, names and addresses', () => {
  it.each(['苏B12345', '沪A·D12345', '粤BF12345', '京A12345D', '苏b 1a2b3', '京A1234警'])('%s is a plate', (plate) => {
    expect(found(`车牌${plate}。`)).toEqual([['plate', plate]]);
  });

  it('finds mail addresses and the complainant’s own name and number wherever they stand', () => {
    expect(found('写信到 zhang.san@example.com 即可')).toEqual([['email', 'zhang.san@example.com']]);
    const text = '榜样制造在会上说，榜样制造按约投产';
    expect(found(text, { names: ['榜样制造'] })).toEqual([
      ['own', '榜样制造'],
      ['own', '榜样制造'],
    ]);
    expect(found('座机８２７０', { contacts: ['8270'] })).toEqual([['own', '８２７０']]);
  });

  it('finds names by what stands beside them', () => {
    expect(found('当时是张建国局长答应的')).toEqual([['name', '张建国']]);
    expect(found('我叫李明，住在城东')).toEqual([['name', '李明']]);
    expect(found('联系人：欧阳修文，请联系')).toEqual([['name', '欧阳修文']]);
    expect(found('王科长和张某某都在')).toEqual([
      ['name', '王'],
      ['name', '张某某'],
    ]);
  });

  it('finds the way to a door', () => {
    expect(found('住在人民路128号3栋2单元501室').some(([kind]) => kind === 'address')).toBe(true);
  });

  it('leaves ordinary words, years, amounts and document numbers alone', () => {
    for (const text of [
      '2021年3月1日签订协议，金额1,200,000.00元',
      '发改财金〔2023〕1103号',
      '协议第七条写明三个月内返还',
      '编号 JN2026-0000123-K',
      '统一社会信用代码 113417230032535729',
    ])
      expect(found(text), text).toEqual([]);
  });
});

describe('masking', () => {
  it('takes out exactly what is named, joins what overlaps, and leaves the rest as it was', () => {
    const text = '张建国局长的电话是13800138000，请联系。';
    const spans = findPersonal(text);
    expect(mask(text, spans)).toBe('〔姓名〕局长的电话是〔电话〕，请联系。');
    expect(mask(text, [])).toBe(text);
    expect(
      mask('abcdef', [
        { start: 1, end: 4, kind: 'name' },
        { start: 2, end: 5, kind: 'phone' },
      ]),
    ).toBe('a〔姓名〕f');
  });

  it('never leaves a character of a masked span, nor loses one outside', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.array(fc.tuple(fc.nat(60), fc.nat(20)), { maxLength: 8 }),
        (text, cuts) => {
          const spans = cuts
            .map(([start, length]) => ({
              start: Math.min(start, text.length),
              end: Math.min(start + length, text.length),
              kind: 'own' as const,
            }))
            .filter((span) => span.end > span.start);
          const covered = new Set(
            spans.flatMap((span) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i)),
          );
          const rest = [...Array(text.length).keys()]
            .filter((i) => !covered.has(i))
            .map((i) => text[i])
            .join('');
          expect(mask(text, spans).replaceAll('〔已隐去〕', '')).toBe(rest.replaceAll('〔已隐去〕', ''));
        },
      ),
    );
  });

  it('finds spans in order and without overlaps in any text, quickly', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0123456789 -Xx张王某先生路号苏A·@.一'), maxLength: 400 }),
        (text) => {
          const spans = findPersonal(text);
          for (const [i, span] of spans.entries()) {
            expect(span.end).toBeGreaterThan(span.start);
            if (i > 0) expect(span.start).toBeGreaterThanOrEqual(spans[i - 1]!.end);
          }
        },
      ),
    );
    const start = performance.now();
    findPersonal('1 '.repeat(2_500) + '张'.repeat(2_500));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('signs that nobody sees', () => {
  const hidden = (word: string) => [...word].join('\u200b');
  it('hide neither a name nor a number, and go with what they stand in', () => {
    const id = '11010119900307851X';
    const text = `原告：${hidden('赵敏敏')}，女，住某市。\n原告赵\u2060敏敏，公民身份号码${hidden(id)}，电话138\ufeff0013\u00ad8000。`;
    const out = anonymise(text).text;
    expect(out).not.toMatch(/[\u00ad\u200b\u2060\ufeff]|敏|8000|7851/);
    const { replacements } = anonymise(text);
    for (const { from, start, end } of replacements) expect(text.slice(start, end)).toBe(from);
    expect(findPersonal(`电话${hidden('13800138000')}。`)).toMatchObject([{ kind: 'phone', start: 2, end: 23 }]);
    expect(findPersonal(`找${hidden('赵敏敏')}`, { names: ['赵敏敏'] })).toMatchObject([
      { kind: 'own', start: 1, end: 6 },
    ]);
  });
});

describe('a lawyer', () => {
  const party = '原告：张三丰，男，住某市。\n';
  it.each([
    '委托代理人：马良（特别授权），江苏某律师事务所律师。\n原告张三丰、马良，被告工作人员李明到庭参加诉讼。',
    '原告张三丰、委托代理人马良到庭。马良系江苏某律师事务所律师。',
    '本院公开开庭，原告张三丰的委托代理人马良（江苏蜀相律师事务所律师）到庭参加诉讼。',
    '原告张三丰、其代理律师马良到庭。\n庭审中，张三丰、马良陈述意见。',
    '原告张三丰及其委托诉讼代理人马良律师到庭参加诉讼。马良提交代理词。',
  ])('keeps the name beside a party in a sentence of procedure: %s', (text) => {
    const out = anonymise(party + text).text;
    expect(out.match(/马良/g)).toHaveLength((text.match(/马良/g) ?? []).length);
    expect(out).not.toContain('三丰');
  });
  it('does not lend the name to a party or to an agent who is none', () => {
    const text = '原告：马良，男，住某市。\n委托代理人：马良，江苏某律师事务所律师。\n证人廖化到庭。';
    expect(anonymise(text).text).toMatch(/^原告：马某/);
    expect(anonymise(`${party}原告张三丰的委托代理人廖化（该局法制科科长）到庭。`).text).not.toContain('廖化');
  });
});
