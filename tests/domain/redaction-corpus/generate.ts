/** Judgment-like texts of eight kinds of case, made up from templates: the labels come with the made-up values. */
import { Invention, type Person } from './invent.ts';
import { type Labelled, label, readMarkup } from './markup.ts';

const party = (person: Person): string => label('party', person.name);
const said = (person: Person): string => label('name', person.name);

class Judgment {
  readonly make: Invention;
  private readonly colon: string;

  constructor(seed: number) {
    this.make = new Invention(seed);
    this.colon = this.make.pick(['：', '：', '']);
  }

  /** 原告：某某，男，1980年1月1日出生，汉族，公民身份号码…，住… */
  entry(role: string, person: Person): string {
    const { make, colon } = this;
    const parts = [`${role}${colon}${party(person)}`, make.pick(['男', '女'])];
    parts.push(`${label('birth', person.birth)}${make.pick(['出生', '生', '出生'])}`);
    if (make.below(3) > 0) parts.push(person.name.includes('·') ? '维吾尔族' : make.pick(['汉族', '回族', '汉族']));
    if (make.below(3) > 0)
      parts.push(`${make.pick(['公民身份号码', '身份证号码：', '居民身份证号'])}${make.id(person.birth)}`);
    parts.push(`${make.pick(['住', '住', '户籍地', '住所地'])}${person.place}${label('address', person.door)}`);
    if (make.below(3) === 0) parts.push(`${make.pick(['联系电话', '电话：', '手机号码为'])}${make.phone()}`);
    if (make.below(8) === 0) parts.push(`${make.pick(['微信号', 'QQ号：', '微信'])}${make.chat()}`);
    if (make.below(8) === 0) parts.push(`${make.pick(['电子邮箱', '邮箱：'])}${make.mail()}`);
    if (make.below(8) === 0)
      parts.push(`${make.pick(['护照号码', '港澳居民来往内地通行证号', '护照'])}${make.passport()}`);
    return `${parts.join('，')}。`;
  }

  lawyer(whose = ''): string {
    return `${whose}委托诉讼代理人${this.colon}${this.make.name()}，云溪${this.make.pick(['太和', '明正', '泰和'])}律师事务所律师。`;
  }

  body(role: string): [string, string, Person] {
    const { make, colon } = this;
    const name = make.pick([
      '澄江市北塘区人民政府',
      '沛阳县自然资源局',
      '澄江市人力资源和社会保障局',
      '湖东县临湖镇人民政府',
    ]);
    const head = make.person();
    const at = `住所地澄江市政和大道${1 + make.below(200)}号`;
    const code = make.below(2) ? `，统一社会信用代码11320211${make.digits(9)}K` : '';
    return [
      `${role}${colon}${name}，${at}${code}。\n法定代表人${colon}${party(head)}，${make.pick(['区长', '局长', '主任'])}。`,
      name,
      head,
    ];
  }

  company(role: string): [string, string, Person] {
    const { make, colon } = this;
    const name = `澄江市${make.pick(['鼎盛', '宏远', '金陵', '方圆'])}${make.pick(['建设工程', '商贸', '置业'])}有限公司`;
    const head = make.person();
    const at = `住所地澄江市梁溪区解放路${1 + make.below(300)}号`;
    return [
      `${role}${colon}${name}，${at}。\n法定代表人${colon}${party(head)}，${make.pick(['总经理', '执行董事'])}。`,
      name,
      head,
    ];
  }

  court(): string {
    const { make } = this;
    const spaced = make.below(2) === 0;
    const title = (word: string) => (spaced ? [...word].join('　') : word);
    const line = (word: string) => `${title(word)}${spaced ? '　　' : make.pick(['：', ' ', ''])}${make.name()}`;
    return [line('审判长'), line('审判员'), line('人民陪审员'), '二〇二一年三月十五日', line('书记员')].join('\n');
  }

  number(kind: string): string {
    return `（${2016 + this.make.below(9)}）云02${kind}${1 + this.make.below(3000)}号`;
  }
}

const twoOrThree = (judgment: Judgment): Person[] =>
  Array.from({ length: 2 + judgment.make.below(2) }, () => judgment.make.person());
const all = (people: Person[]): string => people.map(said).join('、');

type Template = (judgment: Judgment) => string;

const TEMPLATES: Readonly<Record<string, Template>> = {
  agreement(judgment) {
    const { make } = judgment;
    const people = twoOrThree(judgment);
    const [entry, name, head] = judgment.body('被告');
    const [first, witness] = [people[0]!, make.person()];
    return `澄江市北塘区人民法院
行政判决书
${judgment.number('行初')}
${people.map((person) => judgment.entry('原告', person)).join('\n')}
${judgment.lawyer()}
${entry}
原告${all(people)}诉被告${name}不履行行政协议一案，本院受理后依法组成合议庭，公开开庭审理了本案。原告${said(first)}到庭参加诉讼。
原告诉称，2019年5月6日，${said(first)}与被告签订《投资协议书》，约定奖励资金${make.digits(3)}0000元。被告法定代表人${said(head)}多次承诺兑现。
经审理查明，证人${said(witness)}出庭作证，证明${said(first)}已经投产。${said(first)}的收款账号为${make.bank()}。
本院认为，依照《中华人民共和国行政诉讼法》第七十八条之规定，判决被告向${all(people)}支付奖励资金。
${judgment.court()}`;
  },
  appeal(judgment) {
    const { make } = judgment;
    const [one, other] = [make.person(), make.person()];
    const [entry, name] = judgment.body('被上诉人（原审被告）');
    return `云溪省高级人民法院
行政判决书
${judgment.number('行终')}
${judgment.entry('上诉人（原审原告）', one)}
${judgment.entry('委托诉讼代理人', other)}
${entry}
${judgment.lawyer()}
上诉人${said(one)}因诉${name}行政补偿一案，不服原审判决，向本院提起上诉。
原审查明，${said(one)}在2010年取得房屋一处，云（2015）澄江市不动产权第${label('deed', make.digits(7))}号。2016年，${said(other)}代${said(one)}领取补偿款，存入账户（开户行：澄江农商行，账号：${make.account()}）。
${said(one)}上诉称，原判认定事实错误。${name}辩称，${said(other)}系${said(one)}的侄子，有权代领。
本院认为，上诉人的理由不能成立。判决驳回上诉，维持原判。
${judgment.court()}`;
  },
  enforcement(judgment) {
    const { make } = judgment;
    const debtor = make.person();
    const [entry, name] = judgment.company('申请执行人');
    const spouse = make.person();
    return `澄江市梁溪区人民法院
执行裁定书
${judgment.number('执')}
${entry}
${judgment.entry('被执行人', debtor)}
本院在执行${name}与${said(debtor)}建设工程合同纠纷一案中，查明被执行人${said(debtor)}名下有车辆${make.plate()}及银行存款（账号${make.account()}），其妻${said(spouse)}名下有车牌号为${make.plate()}的轿车。
${said(debtor)}的联系电话为${make.phone()}，经本院拨打无人接听。执行标的${make.digits(6)}元。
依照《中华人民共和国民事诉讼法》第二百五十三条之规定，裁定如下：
冻结被执行人${said(debtor)}在银行的卡号${make.bank()}的存款，期限一年。
${judgment.court()}`;
  },
  loan(judgment) {
    const { make } = judgment;
    const [lender, borrower, surety] = [make.person(), make.person(), make.person()];
    return `沛阳县人民法院
民事判决书
${judgment.number('民初')}
${judgment.entry('原告', lender)}
${judgment.entry('被告', borrower)}
${judgment.entry('被告', surety)}
原告${said(lender)}与被告${said(borrower)}、${said(surety)}民间借贷纠纷一案，本院立案后适用简易程序审理。
${said(lender)}向本院提出诉讼请求：${said(borrower)}归还借款${make.digits(5)}元，${said(surety)}承担连带责任。
2018年3月2日，${said(borrower)}向${said(lender)}出具借条，${said(surety)}作为担保人签字。${said(lender)}通过${make.bank()}转账，${said(borrower)}以轿车${make.plate()}抵押，并留有电话${make.phone()}。
本院认为，合法的借贷关系受法律保护，判决${said(borrower)}归还${said(lender)}借款本息。
${judgment.court()}`;
  },
  injury(judgment) {
    const { make } = judgment;
    const worker = make.person();
    const [entry] = judgment.body('被告');
    const [company, name] = judgment.company('第三人');
    const mate = make.person();
    return `澄江市中级人民法院
行政判决书
${judgment.number('行终')}
${judgment.entry('原告', worker)}
${entry}
${company}
原告${said(worker)}不服工伤认定决定，诉至本院。
经审理查明，${said(worker)}系${name}职工，在工作中受伤，经医院诊断为${make.illness()}。${said(worker)}此前患有${make.illness()}。工友${said(mate)}证实其受伤经过。
本院认为，${said(worker)}所受伤害属于工伤。被告的决定证据不足。
${judgment.court()}`;
  },
  criminal(judgment) {
    const { make } = judgment;
    const [accused, victim, witness] = [make.person(), make.person(), make.person()];
    return `湖东县人民法院
刑事判决书
${judgment.number('刑初')}
公诉机关湖东县人民检察院。
${judgment.entry('被告人', accused)}
辩护人${make.name()}，云溪湖东律师事务所律师。
经审理查明，被告人${said(accused)}以帮助办理拆迁补偿为由，骗取被害人${said(victim)}人民币${make.digits(5)}元，${said(victim)}将款项汇入${make.bank()}。
上述事实，有证人${said(witness)}的证言、被害人${said(victim)}的陈述、被告人${said(accused)}的供述证实。${said(accused)}使用的电话为${make.phone()}。
本院认为，被告人${said(accused)}的行为已构成诈骗罪。
${judgment.court()}`;
  },
  retrial(judgment) {
    const people = twoOrThree(judgment);
    const [entry, name, head] = judgment.body('被申请人（一审被告、二审被上诉人）');
    return `云溪省高级人民法院
行政裁定书
${judgment.number('行申')}
${people.map((person) => judgment.entry('再审申请人（一审原告、二审上诉人）', person)).join('\n')}
${entry}
再审申请人${all(people)}因诉${name}履行法定职责一案，向本院申请再审。
${said(people[0]!)}申请再审称，时任局长${said(head)}曾书面承诺，原审法院未予采信。
本院认为，${said(people[1]!)}等人的再审申请不符合《中华人民共和国行政诉讼法》第九十一条规定的情形。裁定驳回${all(people)}的再审申请。
${judgment.court()}`;
  },
  compensation(judgment) {
    const { make } = judgment;
    const [one, agent] = [make.person(), make.person()];
    const [entry, name] = judgment.body('赔偿义务机关');
    return `澄江市中级人民法院赔偿委员会
国家赔偿决定书
${judgment.number('委赔')}
${judgment.entry('赔偿请求人', one)}
${judgment.entry('委托代理人', agent)}
${entry}
赔偿请求人${said(one)}申请${name}国家赔偿一案，本院赔偿委员会依法审理，现已审理终结。
${said(one)}称，其被确诊为${make.illness()}，车辆${make.plate()}被扣押，损失${make.digits(4)}元，应付至${make.bank()}。
本院赔偿委员会认为，${said(agent)}提交的证据不足以证明损失。决定驳回${said(one)}的申请。
${judgment.court()}`;
  },
};

/** @param each texts of every kind; one in five has no line breaks, as pasted texts lose them. */
export function generated(each: number): Labelled[] {
  return Object.entries(TEMPLATES).flatMap(([kind, template], k) =>
    Array.from({ length: each }, (_, i) => {
      const marked = template(new Judgment(k * 1_000 + i + 1));
      return readMarkup(`${kind} ${i + 1}`, i % 5 === 4 ? marked.replaceAll('\n', '') : marked);
    }),
  );
}
