import { describe, expect, test } from 'vitest';
import { parseJudgmentNumber } from '../../api/domain/judgment-number.ts';

const read = (text: string) => {
  const parsed = parseJudgmentNumber(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.fault}`);
  return parsed.number;
};
const fault = (text: string) => {
  const parsed = parseJudgmentNumber(text);
  return parsed.ok ? null : parsed.fault;
};

describe('a case number', () => {
  test.each([
    ['（2019）黔行终1591号', '黔', '行终', 1591],
    ['(2019)黔行终1591号', '黔', '行终', 1591],
    ['〔２０１９〕黔行终 1591 号', '黔', '行终', 1591],
    ['（2017）最高法行申8181号', '最高法', '行申', 8181],
    ['（2023）鲁1623行初80号', '鲁1623', '行初', 80],
    ['（2020）最高法知行终4号', '最高法', '知行终', 4],
    ['（2018）苏03行赔终12号', '苏03', '行赔终', 12],
    ['（2021）苏0321执恢7号之一', '苏0321', '执恢', 7],
    ['（2022）苏01行审复3号', '苏01', '行审复', 3],
  ])('of the form since 2016 is read: %s', (text, court, kind, serial) => {
    expect(read(text)).toMatchObject({ court, kind, serial, form: 'since_2016' });
  });

  test.each([
    ['（2014）萍行终字第10号', '萍', '行终', 10],
    ['(2014)萍行终字第0010号', '萍', '行终', 10],
    ['（2009）苏行再提字第2号', '苏', '行再提', 2],
    ['（2013）徐行初字第5号', '徐', '行初', 5],
    ['（2015）鼓行初字第116号', '鼓', '行初', 116],
  ])('of the older form is read: %s', (text, court, kind, serial) => {
    expect(read(text)).toMatchObject({ court, kind, serial, form: 'before_2016' });
  });

  test('is written with full-width brackets', () => {
    expect(read('(2020)宁行终120号').text).toBe('（2020）宁行终120号');
  });

  test('keeps its leading zeros in writing, but is the same number without them', () => {
    const number = read('（2014）萍行终字第0010号');
    expect(number.text).toBe('（2014）萍行终字第0010号');
    expect(number.key).toBe(read('(2014)萍行终字第10号').key);
  });

  test.each([
    ['2019黔行终1591号', 'brackets'],
    ['（19）黔行终1591号', 'year'],
    ['（1066）黔行终1591号', 'year'],
    ['（2019）黔行终号', 'serial'],
    ['（2019）黔行终1591', 'serial'],
    ['（2019）黔行终0号', 'serial'],
    ['（2019）X行终1号', 'court'],
    ['（2019）黔外卖1号', 'kind'],
    ['', 'brackets'],
  ])('that is none is refused with its fault: %s', (text, expected) => {
    expect(fault(text)).toBe(expected);
  });
});
