/**
 * Where names stand, in a text read by `read` (signs in half width). Every quantifier is bounded, so that the work grows
 * with the length of the text: a test holds this.
 */
import { COMPOUND, SURNAMES } from './surnames.ts';
import { AGENTS, BEFORE_NAMES, COURT, PARTIES } from './words.ts';

const longestFirst = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');

const COUNT =
  '(?:以上|上述|上列|前述|原审|一审|二审|再审|初审|反诉|本诉|共同|[一二两三四五六七八九十0-9]{1,3}(?:名|位)?|的|之){0,5}';
const ROLE = longestFirst([...PARTIES, ...AGENTS]);

/** A role at the beginning of an entry of the list of the parties: 1 the roles, 2 what parts it from the name. */
export const ENTRY = new RegExp(
  `(?:(?<=^|[\\n。;号书])[ ]{0,8}(${COUNT}(?:${ROLE})(?:(?:暨|兼|及)?${COUNT}(?:${ROLE})){0,2})|(?<=[,(])((?:${ROLE})))(?:\\([^()\\n]{1,60}\\)){0,2}( {0,4}:? {0,4})`,
  'g',
);
/** What is said of a natural person in the list. */
export const EVIDENCE =
  /^(?:男|女|(?:\d{4}|一九)[\d〇一二三四五六七八九零0]{0,3}年.{0,12}(?:生|出生)|[一-龥]{1,6}族|.{0,10}(?:国籍|公民身份|身份证|护照)|(?:均|都)?系.{0,24}(?:职工|员工|村民|居民|业主|学生)|(?:该[一-龥]{1,8}?)?(?:党[一-龥]{1,6})?(?:副|总)?(?:局长|区长|县长|市长|镇长|乡长|厅长|处长|院长|校长|所长|站长|队长|支队长|主任|书记|经理|董事长|执行董事|理事长|组长|厂长|村长)$|[一-龥]{2,12}公民$)/;
/** What stands where a name could and is none. */
export const NOT_A_NAME =
  /(?:称|认为|主张|辩|请求|不服|提出|提交|未|应当|表示|申请|承担|负担|同上|如下|略|族|职业|文化|汉|农民|居民|工人|无业)$|^(?:诉|辩|述|均|系|该|其|各|对|因|在|以|与|及|男|女|无|等)/;
/** 曾用名张山, 绰号“阿三”. */
export const OTHER_NAMES =
  /(?:曾用名|又名|别名|化名|乳名|小名|绰号|外号|网名)[:为叫]?[“"‘]?([一-龥A-Za-z0-9]{2,6})(?=[”"’,。;、)\n]|$)/g;
/** The short name of an organisation, as the text itself gives it: 1 the name. */
export const SHORT_NAME = /简称[:为]?[“"‘《]?([一-龥A-Za-z0-9]{2,16})/g;
/** A word before a name in the body, with what may stand between. */
export const BEFORE = new RegExp(`(?:${longestFirst(BEFORE_NAMES)})(?:\\([^()\\n]{1,40}\\))?[:“" ]{0,3}`, 'g');
/** 律师 before a name; what is no person (律师事务所, 律师函, 律师费) is none. */
export const LAWYER = /(?:律师|法律(?:服务|援助)?工作者)(?!事务所|助理|协会|代理|[函费们服])[: ]{0,3}/g;
/** A name that is said to be a lawyer's behind it: 1 the name. */
export const LAWYER_BEHIND = new RegExp(
  `(?:(?:${longestFirst(AGENTS)})[: ]{0,3}|(?<=^|[\\n,。;、:(和与及所]))((?:${COMPOUND})[一-龥]{1,2}|[一-龥]{2,3})` +
    '(?:律师(?!事务所|助理)|(?:\\([^()律]{0,20}\\))?[,(]?(?:均?[系为是])[^,。;、()\\n]{0,24}(?:律师|法律(?:服务|援助)?工作者)(?!事务所|助理)|' +
    '(?:\\([^()律]{0,20}\\),?|[,(])[^,。;、()\\n]{0,20}(?:律师事务所|法律服务所|法律援助中心)(?:的|实习)?(?:律师|法律工作者))',
  'g',
);
/** A judge or clerk, with what stands between the office and the name. */
export const OFFICE = new RegExp(`(?:${longestFirst(COURT)})[ :]{0,8}`, 'g');

const PERSON_WORDS =
  '出庭作证|证实|作证|的证言|陈述称|述称|诉称|辩称|到庭|签字|签名|签收|死亡|去世|病故|名下|驾驶|居住|出具(?:书面)?(?:证言|说明|借条|收条|欠条)|' +
  '系[^,。;\\n]{0,10}(?:夫妻|父|母|子|女|兄|弟|姐|妹|配偶|之妻|之夫|职工|员工)|之(?:妻|夫|子|女|父|母)|的(?:妻子|丈夫|儿子|女儿|父亲|母亲|身份证|户口|房屋)|' +
  '[,(](?:男|女)[,;。)]|\\((?:系)?[一-龥]{2,4}(?:之|的)(?:父|母|妻|夫|子|女|兄|弟|姐|妹)|与[一-龥]{2,4}系(?:夫妻|父|母|兄|姐)';
/** A name by what is said behind it: 1 the name. */
export const SAID_OF = new RegExp(
  `(?<=^|[\\n,。;、:“"(由向与和及对给将经找])((?:${COMPOUND})[一-龥]{1,2}?|[${SURNAMES}][一-龥]{1,2}?)(?=${PERSON_WORDS})`,
  'g',
);
/** 老张, 小王; and the words behind a family name. */
export const OLD =
  /(?<=^|[^一-龥]|[与和向及由对给找是接将被])(老|小)([一-龥]{1,2}?)(?=[^一-龥]|[说称表与和的在将把向给也可都没等]|$)/g;
export const HONOURED = /([一-龥]{1,2}?)(?=先生|女士|小姐|同志|师傅|大爷|大妈|阿姨|老师)/g;
