import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Complaint } from '../../api/contracts/complaint.ts';
import { amount, date, email, phone, uscc } from '../../api/contracts/everyday.ts';
import { fieldErrors } from '../../api/contracts/parse.ts';

const codes = (input: unknown): [string, string][] => {
  const result = Complaint.safeParse(input);
  return result.success ? [] : fieldErrors(result.error, input).map((e) => [e.path, e.code]);
};
const base = (changes: Record<string, unknown> = {}) => ({
  submissionId: randomUUID(),
  kind: 'other',
  respondentId: randomUUID(),
  matter: 'other',
  story: '一件需要说清楚的事情，经过如下。',
  demands: ['要求答复'],
  complainant: { kind: 'anonymous' },
  ...changes,
});
const enterprise = {
  kind: 'enterprise',
  enterpriseName: '某公司',
  uscc: '91990101MA0000009P',
  enterpriseSize: 'small',
};

describe('everyday input', () => {
  it('forgives how amounts are typed, and says what is wrong with ten thousands', () => {
    for (const typed of ['120000', '120,000', '１２００００', '￥120000', '120 000元', '120000.0', '0120000.00'])
      expect(amount.parse(typed), typed).toBe('120000.00');
    for (const typed of ['', '0', '-5', '1.234', '12e4', 'abc', '1'.repeat(20)])
      expect(amount.safeParse(typed).success, typed).toBe(false);
    expect(amount.safeParse('12万').error?.issues[0]?.message).toBe('amount_unit');
  });

  it('forgives how dates are typed, and knows which days exist', () => {
    for (const typed of [
      '2024-3-1',
      '2024/03/01',
      '2024.3.1',
      '20240301',
      '2024年3月1日',
      '２０２４年３月１日',
      ' 2024-03-01 ',
    ])
      expect(date.parse(typed), typed).toBe('2024-03-01');
    for (const typed of ['2024-02-30', '2023-2-29', '2024-13-1', '1949-09-30', '3月1日', ''])
      expect(date.safeParse(typed).success, typed).toBe(false);
  });

  it('knows telephones, mail addresses and credit codes', () => {
    for (const typed of [
      '13800138000',
      '138 0013 8000',
      '+86 138-0013-8000',
      '025-83666666',
      '83666666',
      '+44 20 7946 0000',
    ])
      expect(phone.safeParse(typed).success, typed).toBe(true);
    for (const typed of ['123', '238001380000000000', 'abc']) expect(phone.safeParse(typed).success, typed).toBe(false);
    expect(email.safeParse('a@b.cn').success).toBe(true);
    for (const typed of ['a@b', 'a b@c.cn', 'a@b.cn\r\nbcc: x@y.cn', '<a@b.cn>'])
      expect(email.safeParse(typed).success, typed).toBe(false);
    for (const typed of ['113417230032535729', '11341723 7448611537'.replace(' ', '').replace('11341723', '12341723')])
      expect(uscc.safeParse(typed).success, typed).toBe(true);
    expect(uscc.safeParse('113417230032535728').success).toBe(false);
  });
});

describe('the contract of a complaint', () => {
  it('asks each kind for what it needs', () => {
    expect(codes(base())).toEqual([]);
    expect(codes(base({ kind: 'promise' }))).toEqual(
      expect.arrayContaining([
        ['promised', 'required'],
        ['complainant.kind', 'invalid_union'],
      ]),
    );
    expect(codes(base({ kind: 'service' }))[0]?.[0]).toBe('kind');
    const arrears = {
      kind: 'arrears',
      complainant: enterprise,
      contact: { phone: '13800138000' },
      amount: '1',
      promiseDocument: '合同',
    };
    expect(codes(base({ ...arrears, declaration: true }))).toEqual([]);
    expect(codes(base({ ...arrears, declaration: false }))).toEqual([['declaration', 'declaration_required']]);
    expect(
      codes(base({ ...arrears, complainant: { ...enterprise, enterpriseSize: undefined }, declaration: true })),
    ).toEqual([['complainant.enterpriseSize', 'required']]);
  });

  it('wants one way to reach whoever gives a name', () => {
    const person = { complainant: { kind: 'person', name: '某人' } };
    expect(codes(base(person))).toEqual([['contact.phone', 'contact_required']]);
    expect(codes(base({ ...person, contact: { phone: '13800138000' } }))).toEqual([]);
  });

  it('refuses unknown keys at every level, __proto__ among them', () => {
    expect(codes(base({ number: 'JN' }))).toEqual([['', 'unrecognized_keys']]);
    expect(codes(base({ complainant: { kind: 'anonymous', name: 'x' } }))).toEqual([
      ['complainant', 'unrecognized_keys'],
    ]);
    const polluted = JSON.parse(`{"__proto__": {"screening": "passed"}, ${JSON.stringify(base()).slice(1)}`);
    expect(codes(polluted)).toEqual([['', 'unrecognized_keys']]);
    expect(({} as Record<string, unknown>).screening).toBeUndefined();
  });

  it('bounds every length and count', () => {
    expect(codes(base({ story: '长'.repeat(5001) }))).toEqual([['story', 'too_big']]);
    expect(codes(base({ demands: Array(11).fill('要求') }))).toEqual([['demands', 'too_big']]);
    expect(codes(base({ evidence: Array.from({ length: 11 }, () => randomUUID()) }))).toEqual([
      ['evidence', 'too_big'],
    ]);
  });

  it('takes control characters out of text', () => {
    const parsed = Complaint.parse(base({ story: '第一行内容在这里\r\n第二行\u0000\u0007内容' }));
    expect(parsed.story).toBe('第一行内容在这里\n第二行内容');
  });
});
