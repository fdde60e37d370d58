import { describe, expect, it } from 'vitest';
import { alike, instanceOf, type Likeness, numbersIn } from '../../api/domain/instance-chain.ts';
import { parseJudgmentNumber } from '../../api/domain/judgment-number.ts';
import { bandsOf, plainText, runsOf, similarity } from '../../api/domain/near-duplicate.ts';
import { benchRecords } from '../bench/record-text.ts';

const STORY =
  '镇政府与养殖合作社签订搬迁补偿协议，约定三个月内付清补偿款四十二万元，到期后只付了一半，其余以财政紧张为由一再拖延，合作社多次书面催告没有答复。';
const OTHER =
  '开发区管理委员会承诺给予落户企业厂房租金三年全免的优惠，企业投产后换届的班子以前任超越权限为由拒绝兑现，并要求补交全部租金和滞纳金。';
const BOILER =
  '依照《中华人民共和国行政诉讼法》第七十八条第一款之规定，判决如下：如不服本判决，可在判决书送达之日起十五日内向本院递交上诉状。案件受理费五十元。本判决为终审判决。审判长王某某';

const share = (a: string, b: string) => similarity(runsOf(a), runsOf(b));
const meet = (a: string, b: string) => {
  const marks = new Set(bandsOf(runsOf(a)));
  return bandsOf(runsOf(b)).some((mark) => marks.has(mark));
};

describe('texts', () => {
  it('that differ in a few words are near, and meet by a mark', () => {
    const changed = STORY.replace('四十二万元', '42万元').replace('一再拖延', '长期拖延');
    expect(share(STORY, changed)).toBeGreaterThan(0.7);
    expect(meet(STORY, changed)).toBe(true);
  });

  it('of two disputes are far apart however much boilerplate both have', () => {
    expect(share(STORY + BOILER.repeat(3), OTHER + BOILER.repeat(3))).toBeLessThan(0.1);
    expect(meet(STORY + BOILER, OTHER + BOILER)).toBe(false);
  });

  it('are the same with and without boilerplate, brackets, widths and numbers', () => {
    expect(share(STORY, `（2019）苏01行终5号 ${STORY}${BOILER}`)).toBeGreaterThan(0.9);
    expect(plainText('２０１９年３月１日，ＡＢＣ')).toBe('abc');
  });

  it('that are too short have no marks', () => {
    expect(bandsOf(runsOf('未兑现承诺。'))).toEqual([]);
  });

  it('of 2,000 made-up judgments meet a copy with a tenth of its sentences gone, and hardly a stranger', () => {
    const texts = [...benchRecords(2000)].map((record) => record.summary).filter((text) => runsOf(text).size >= 60);
    let met = 0;
    const seen = new Map<number, number>();
    let strangers = 0;
    for (const [i, text] of texts.entries()) {
      const parts = text.split('，');
      const copy = parts.filter((_, n) => n !== i % parts.length).join('，');
      if (parts.length >= 8 && !meet(text, copy)) met -= 1;
      for (const mark of bandsOf(runsOf(text))) {
        if (seen.has(mark)) strangers += 1;
        seen.set(mark, i);
      }
    }
    expect(texts.length).toBeGreaterThan(500);
    expect(-met / texts.length).toBeLessThan(0.01);
    expect(strangers / texts.length).toBeLessThan(0.01);
  });
});

const record = (number: string, summary: string, body = '样例镇人民政府'): Likeness => {
  const parsed = parseJudgmentNumber(number);
  return { body, number: parsed.ok ? parsed.number : null, named: numbersIn(summary), runs: runsOf(summary) };
};

describe('records', () => {
  it('are one dispute where the appeal names the judgment, in any writing', () => {
    const first = record('（2019）苏0381行初12号', STORY);
    const appeal = record('（2020）苏03行终7号', `不服(2019)苏0381行初012号行政判决，提起上诉。${OTHER}`);
    expect(alike(first, appeal)).toMatchObject({ why: 'dispute' });
    expect(alike(appeal, first)).toMatchObject({ why: 'dispute' });
  });

  it('are one dispute where instances follow each other against one body with the same facts', () => {
    const told = `${STORY}二审补充查明，合作社另有饲料损失。`;
    expect(alike(record('（2019）苏0381行初12号', STORY), record('（2020）苏03行终7号', told))).toMatchObject({
      why: 'dispute',
    });
    expect(alike(record('（2020）苏03行终7号', STORY), record('（2021）苏行申9号', told))).toMatchObject({
      why: 'dispute',
    });
  });

  it('are not one dispute against another body, years apart, or with the later instance first', () => {
    const told = `${STORY}二审补充查明，合作社另有饲料损失、运费损失以及因停产造成的其他损失合计九万元。`;
    const first = record('（2019）苏0381行初12号', STORY);
    expect(alike(first, record('（2020）苏03行终7号', told, '另一镇人民政府'))).toBeNull();
    expect(alike(first, record('（2026）苏03行终7号', told))).toBeNull();
    expect(alike(first, record('（2018）苏03行终7号', told))).toBeNull();
  });

  it('with one number are the same, and with nearly one text are alike', () => {
    expect(alike(record('（2019）黔行终1591号', STORY), record('(2019)黔行终1591号', OTHER))).toMatchObject({
      why: 'number',
    });
    expect(alike(record('', STORY), record('', `${STORY}。`, '另一镇人民政府'))).toMatchObject({ why: 'text' });
    expect(alike(record('', STORY), record('', OTHER))).toBeNull();
  });
});

it.each([
  ['（2019）苏0381行初12号', 'first'],
  ['（2014）萍行终字第10号', 'appeal'],
  ['（2017）最高法行申8181号', 'petition'],
  ['（2018）最高法行再1号', 'retrial'],
])('%s is a %s instance', (text, instance) => {
  const parsed = parseJudgmentNumber(text);
  expect(parsed.ok && instanceOf(parsed.number)).toBe(instance);
});

it('numbers are read out of a text in all their writings', () => {
  expect(numbersIn('不服（2019）黔04行初12号，又见(2014)萍行终字第0010号、〔2019〕5号文件')).toEqual([
    '（2019）黔04行初12号',
    '（2014）萍行终字第10号',
  ]);
});
