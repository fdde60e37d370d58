import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anonymise, applyReplacements, attention } from '../../api/domain/redaction.ts';
import { generated } from './redaction-corpus/generate.ts';
import { handWritten } from './redaction-corpus/hand.ts';

const texts = [...handWritten('hard'), ...handWritten('fresh'), ...generated(2)].map(({ text }) => text);
const out = (text: string) => anonymise(text).text;

describe('names', () => {
  it('are the family name and 某, the same person alike wherever named', () => {
    expect(
      out('原告：赵铁柱，男。\n原告赵铁柱诉称，2020年赵铁柱与村委会签订合同。赵先生多次催告，老赵没有等到答复。'),
    ).toBe('原告：赵某，男。\n原告赵某诉称，2020年赵某与村委会签订合同。赵某先生多次催告，赵某没有等到答复。');
  });

  it('are numbered in the order of the text where they would be alike, and a short form then stays as it is', () => {
    expect(out('原告：张伟，男。\n原告：张敏，女。\n原告张敏称，张伟在场。张女士未到庭。')).toBe(
      '原告：张某1，男。\n原告：张某2，女。\n原告张某2称，张某1在场。张女士未到庭。',
    );
  });

  it('pass over the numbers that the court has given', () => {
    expect(out('原告：张某，男。\n原告：张某1，男。\n原告：张敏，女。')).toContain('原告：张某2，女');
    expect(out('原告：李某某，男。\n原告：李静，女。')).toContain('原告：李某1，女');
  });

  it('keep compound family names, the first character of minorities’ names and the first letter of foreign ones', () => {
    expect(out('原告：欧阳修，男。')).toBe('原告：欧阳某，男。');
    expect(out('原告：买买提·艾合买提，男。')).toBe('原告：买某，男。');
    expect(out('原告：格桑梅朵，女，藏族。')).toBe('原告：格某，女，藏族。');
    expect(out('原告：Mary Jones，女，英国国籍。')).toBe('原告：M，女，英国国籍。');
  });

  it('are read through the spaces that set short names to the width of long ones', () => {
    expect(out('原告：王　芳，女。\n审　判　长　　王　芳')).toBe('原告：王某，女。\n审　判　长　　王　芳');
  });

  it('are read alike whatever ends the lines', () => {
    const text = '原告：王芳，女，住丰县凤城镇1号\n被告：丰县水利局。\n审判长\t王芳\n';
    const made = '原告：王某，女，住丰县\n被告：丰县水利局。\n审判长\t王芳\n';
    for (const end of ['\n', '\r\n', '\r']) expect(out(text.replaceAll('\n', end))).toBe(made.replaceAll('\n', end));
  });

  it('of judges, assessors, clerks and lawyers stay, of other agents go', () => {
    const text = `原告：孙武，男。
委托诉讼代理人：吴起，云溪太和律师事务所律师；孙膑，系原告之子。
辩护人白起，云溪湖东法律服务所法律工作者。
审判长　廉颇
人民陪审员　李牧
书记员　王翦`;
    expect(out(text)).toBe(`原告：孙某1，男。
委托诉讼代理人：吴起，云溪太和律师事务所律师；孙某2，系原告之子。
辩护人白起，云溪湖东法律服务所法律工作者。
审判长　廉颇
人民陪审员　李牧
书记员　王翦`);
  });

  it('of parties go even where a judge is called the same, who keeps it', () => {
    expect(out('原告：李明，男。\n原告李明到庭。\n审判员　李明')).toBe(
      '原告：李某，男。\n原告李某到庭。\n审判员　李明',
    );
  });

  it('within organisations’ and places’ names stay', () => {
    const firm =
      '被告：澄江市周建国餐饮管理有限公司。\n法定代表人：周建国，经理。\n周建国餐饮公司由周建国设立，位于周建国村。';
    expect(out(firm)).toBe(
      '被告：澄江市周建国餐饮管理有限公司。\n法定代表人：周某，经理。\n周建国餐饮公司由周某设立，位于周建国村。',
    );
  });

  it('before an office stay no place’s: 王明镇长 is a person, 王明镇 is not', () => {
    const text = '被告：某镇人民政府。\n法定代表人：王明，镇长。\n王明镇长到庭，王明区长未到庭，事情发生在王明镇。';
    expect(out(text)).toContain('王某镇长到庭，王某区长未到庭，事情发生在王明镇。');
  });

  it('that end like a word that may follow names are whole where they stand whole elsewhere', () => {
    expect(out('时任副区长杨泽于带队招商。杨泽于已调离。杨泽于签字。')).toBe(
      '时任副区长杨某带队招商。杨某已调离。杨某签字。',
    );
  });

  it('are not seen in the prose of documents', () => {
    const text =
      '各区、县人民政府，市有关部门：工作人员应当依法履职，主任会议研究决定，经办人员须于三十日内答复。公公公公公公。' +
      '国家发展改革委（发改财金〔2023〕1103号）要求，何时兑现、任何单位均不得以人员变动为由拒绝。平安银行、江苏银行参加。';
    expect(anonymise(text).replacements).toEqual([]);
  });

  it('other names of a person become the same', () => {
    expect(out('被告：钱多多（曾用名钱来），男。\n钱来与钱多多系一人。')).toBe(
      '被告：钱某（曾用名钱某），男。\n钱某与钱某系一人。',
    );
  });
});

describe('the reader', () => {
  it('names whom the rules missed, and gives back what is nobody’s name', () => {
    const text = '据查，断正贤当场死亡。原告：方圆，男。';
    expect(out(text)).toBe('据查，断正贤当场死亡。原告：方某，男。');
    expect(anonymise(text, { names: ['断正贤'], keep: ['方圆'] }).text).toBe('据查，断某当场死亡。原告：方圆，男。');
  });

  it('is told where only a person can decide', () => {
    const text = '原告系未成年人。合同约定了商业秘密。侦查中采取了技术侦查措施。';
    expect(attention(text).map(({ reason, start, end }) => [reason, text.slice(start, end)])).toEqual([
      ['minor', '未成年'],
      ['business_secret', '商业秘密'],
      ['investigation', '技术侦查'],
    ]);
    expect(attention('原告诉称，被告未按约付款。')).toEqual([]);
  });
});

describe('homes, births and health', () => {
  it('keep the county, whatever the kind of county', () => {
    const home = (address: string) => out(`原告：李四，男，住${address}。`).slice('原告：李某，男，住'.length, -1);
    expect(home('江苏省无锡市滨湖区蠡湖街道太湖花园3栋501室')).toBe('江苏省无锡市滨湖区');
    expect(home('云南省大理白族自治州漾濞彝族自治县苍山西镇雪山清路66号')).toBe('云南省大理白族自治州漾濞彝族自治县');
    expect(home('内蒙古自治区锡林郭勒盟正蓝旗上都镇1号')).toBe('内蒙古自治区锡林郭勒盟正蓝旗');
    expect(home('江阴市澄江街道虹桥新村8幢305室')).toBe('江阴市');
    expect(home('丰县凤城镇张庄村5组')).toBe('丰县');
    expect(home('无锡市太湖花园小区3栋501室')).toBe('无锡市');
    expect(home('北门大街12号')).toBe('×××');
    expect(home('江苏省丰县')).toBe('江苏省丰县');
  });

  it('leave the seat of an organisation, also within one text with homes', () => {
    const text = '原告：李四，男，住所地丰县凤城镇1号。\n被告：丰县水利局，住所地丰县人民路8号院2号楼301室。';
    expect(out(text)).toBe('原告：李某，男，住所地丰县。\n被告：丰县水利局，住所地丰县人民路8号院2号楼301室。');
  });

  it('keep the year of birth and the sentence about an illness', () => {
    expect(out('原告：李四，男，1980年5月6日出生。李四患有高血压三级、糖尿病，有肺结核病史。')).toBe(
      '原告：李某，男，1980年出生。李某患有某种伤病，有某种伤病病史。',
    );
    expect(out('合同自2019年5月6日生效。设备经诊断为主轴故障，存在隐患，患者不多。')).toBe(
      '合同自2019年5月6日生效。设备经诊断为主轴故障，存在隐患，患者不多。',
    );
  });
});

describe('the answer', () => {
  it('says of each replacement what, where, why and whose', () => {
    const { replacements } = anonymise('原告：李四，男，电话13812345678。');
    expect(replacements).toEqual([
      { from: '李四', to: '李某', start: 3, end: 5, kind: 'name', rule: 'art9_surname', person: 1 },
      { from: '13812345678', to: '×××', start: 10, end: 21, kind: 'phone', rule: 'art10_person' },
    ]);
  });

  const line = fc.constantFrom(...texts.flatMap((text) => text.split(/(?<=[\n。；，、])/)));
  const scrap = fc.constantFrom(...'张王李某与的向于是原告，。；：（）×1２3市县区路号室患有住生');
  const mixed = fc
    .array(
      fc.oneof(
        { arbitrary: line, weight: 3 },
        { arbitrary: scrap, weight: 1 },
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(''));

  it('is its replacements made in the text, in order and without overlaps', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const { text: made, replacements } = anonymise(text);
        expect(applyReplacements(text, replacements)).toBe(made);
        for (const [i, { start, end, from, to }] of replacements.entries()) {
          expect(text.slice(start, end)).toBe(from);
          expect(from).not.toBe(to);
          if (i > 0) expect(start).toBeGreaterThanOrEqual(replacements[i - 1]!.end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the same each time, and a second time changes nothing', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const once = anonymise(text);
        expect(anonymise(text)).toEqual(once);
        expect(anonymise(once.text).text).toBe(once.text);
      }),
      { numRuns: 300 },
    );
  });

  it('takes work that grows with the text: ten times the text, ten times the positions', () => {
    const work = (text: string) => {
      const meter = { steps: 0 };
      anonymise(text, { meter });
      return meter.steps;
    };
    for (const unit of [
      texts.join('\n'),
      '原告张三、',
      '1 ',
      '张',
      '住',
      '患有',
      '苏A',
      '账号',
      '中国人民路1号楼',
      '审判员',
    ])
      expect(work(unit.repeat(20)) / work(unit.repeat(2))).toBeLessThan(11);
  });

  it('is found by patterns whose every repetition is bounded', () => {
    const folder = path.join(import.meta.dirname, '../../api/domain/redaction');
    for (const file of readdirSync(folder).filter((name) => /patterns|^name|organisation|public-names/.test(name))) {
      const source = readFileSync(path.join(folder, file), 'utf8')
        .replace(/\/\*[\s\S]*?\*\/|^import .*$|\/\/ .*$/gm, '')
        .replace(/\\.|\[[^\]\n]*\]/g, 'c'); // escapes and classes are one character
      for (const pattern of source.matchAll(/\/(c|[^\n/])+\/[gimuy]*[;,\n]|RegExp\(\s*`[^`]*`/g))
        expect(pattern[0].replace(/\$\{[^}]*\}/g, ''), file).not.toMatch(/[^({]\*|[^(]\+|\{\d+,\}/);
    }
  });
});
