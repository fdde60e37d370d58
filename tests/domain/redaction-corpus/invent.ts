/** Makes up people, numbers and places for the generated texts: the same seed gives the same text. Nothing here is real. */
import { label } from './markup.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const COMMON = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕';
const RARE = '仉乜亓佘佟冼郗厍缪晏蔺卞佴麴禤肇揭芈逄母隋盖仝苑亢';
const COMPOUND = ['欧阳', '司马', '上官', '诸葛', '皇甫', '尉迟', '东方', '慕容', '令狐', '夏侯', '呼延', '南宫'];
const GIVEN =
  '伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华文建国志红春梅玉兰海燕德福金龙凤云山水石生根宝财荣贵永庆祥瑞麟鹏飞雪晴雨露嘉琪浩然子轩';
const DOTTED = ['吐尔逊·买买提', '巴图·宝音', '阿不力孜·卡德尔', '麦合木提·阿不都', '古丽巴哈尔·吐尔地'];
const PLACES = [
  '云溪省澄江市北塘区',
  '湖南省长沙市望城区',
  '四川省甘孜藏族自治州康定市',
  '贵州省黔东南苗族侗族自治州雷山县',
  '北京市大兴区',
  '内蒙古自治区锡林郭勒盟正蓝旗',
  '沛阳县',
  '广西壮族自治区柳州市三江侗族自治县',
];
const DOORS = [
  '和平路128号3栋501室',
  '城关镇河东村四组17号',
  '翠湖花园二期6幢2单元1203室',
  '建设北路9弄22号',
  '红旗街道向阳社区幸福里4-2-301',
  '新桥乡大湾村委会小湾村民小组',
];
const ILLNESSES = ['慢性肾功能衰竭', '高血压3级', '肺结核', '精神分裂症', '腰椎间盘突出', '乙型病毒性肝炎'];

export interface Person {
  name: string;
  birth: string;
  place: string;
  door: string;
}

export class Invention {
  private state: number;
  private readonly used = new Set<string>();

  constructor(seed: number) {
    this.state = seed * 2_654_435_761 + 12_345;
  }

  /** A whole number below the bound (mulberry32). */
  below(bound: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % bound;
  }

  pick<T>(list: ArrayLike<T>): T {
    return list[this.below(list.length)]!;
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.below(10)).join('');
  }

  name(): string {
    for (;;) {
      const draw = this.below(20);
      const family = draw < 13 ? this.pick(COMMON) : draw < 16 ? this.pick(RARE) : this.pick(COMPOUND);
      const given = this.pick(GIVEN) + (this.below(3) > 0 ? this.pick(GIVEN) : '');
      const name = draw === 19 ? this.pick(DOTTED) : family + given;
      // A name that begins another is a trap of its own, which the hard texts lay.
      if ([...this.used].some((other) => other.startsWith(name) || name.startsWith(other))) continue;
      this.used.add(name);
      return name;
    }
  }

  person(): Person {
    const birth = `${1940 + this.below(62)}年${1 + this.below(12)}月${1 + this.below(28)}日`;
    return { name: this.name(), birth, place: this.pick(PLACES), door: this.pick(DOORS) };
  }

  id(birth: string): string {
    const [year = '', month = '', day = ''] = birth.match(/\d+/g) ?? [];
    const place = this.pick(['320211', '430112', '513301', '110115', '450226']);
    const first = `${place}${year}${month.padStart(2, '0')}${day.padStart(2, '0')}${this.digits(3)}`;
    const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(first[i]), 0);
    const number = first + '10X98765432'.charAt(sum % 11);
    return label('id', this.below(6) === 0 ? wide(number) : number);
  }

  bank(): string {
    const first = this.pick(['622848', '621700', '622202', '436742', '955880']) + this.digits(this.pick([9, 12]));
    let sum = 0;
    for (let i = 0; i < first.length; i++) {
      const digit = Number(first[first.length - 1 - i]) * (i % 2 === 0 ? 2 : 1);
      sum += digit > 9 ? digit - 9 : digit;
    }
    const number = first + ((10 - (sum % 10)) % 10);
    const apart = this.pick(['', '', ' ', '-']);
    return label('bank', apart ? (number.match(/.{1,4}/g) ?? []).join(apart) : number);
  }

  /** An account of an office, without a check digit: only the words beside it say what it is. */
  account(): string {
    return label('bank', this.digits(this.pick([12, 15, 17, 20])));
  }

  phone(): string {
    if (this.below(4) === 0) return label('phone', `${this.pick(['0510', '021', '0731'])}-8${this.digits(7)}`);
    const number = this.pick(['138', '159', '177', '186', '199']) + this.digits(8);
    const forms = [number, number, `${number.slice(0, 3)} ${number.slice(3, 7)} ${number.slice(7)}`, wide(number)];
    return label('phone', this.pick(forms));
  }

  plate(): string {
    const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
    const tail = this.below(4) === 0 ? `D${this.digits(5)}` : this.pick(letters) + this.digits(4);
    return label('plate', `${this.pick('苏云湘桂川京')}${this.pick(letters)}${this.pick(['', '·'])}${tail}`);
  }

  chat(): string {
    return label('chat', `${this.pick(['wx', 'li', 'chen_'])}${this.digits(6)}`);
  }

  mail(): string {
    return label(
      'mail',
      `${this.pick(['liu.', 'a', 'zhou_'])}${this.digits(4)}@${this.pick(['example.com', 'mail.example.org'])}`,
    );
  }

  passport(): string {
    return label('passport', this.pick(['E', 'G', 'H']) + this.digits(8));
  }

  illness(): string {
    return label('health', this.pick(ILLNESSES));
  }
}

const wide = (text: string): string => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
