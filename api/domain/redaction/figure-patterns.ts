/**
 * Where numbers, mail addresses and health stand in a text read by `plain` (full width as plain signs). Every quantifier is
 * bounded, so that a text is read in time that grows with its length: a test holds this.
 */
/** A number without area code, where the words before it say what it is. */
export const SAID_PHONE =
  /(?:电话|座机|手机号?|传真|热线|致电|拨打)(?:号码)?[是为:： ]{0,3}([2-9]\d{2,3}[ -]?\d{4})(?!\d)/g;

/** GA 36: province, letter, five or six more; I and O do not occur. New-energy plates have six and a D or F (first or last). */
export const PLATE =
  /[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新][A-HJ-NP-Z][ ·•.-]?(?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳]|[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF])(?![A-Z0-9])/gi;
export const EMAIL = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi;
/** Digits with single separators between them: a candidate for everything that is a number. */
export const NUMBER = /(?<![0-9A-Za-z])(?:\+ ?)?\d(?:[ -]?[\dXx]|[ -]?\(\d{2,4}\)[ -]?\d){6,24}(?![0-9A-Za-z])/g;

/** An area code in brackets, which a run of digits does not begin with. */
export const BRACKETED_PHONE = /\(0\d{2,3}\)[ -]?\d{7,8}(?!\d)/g;
/** Words of an account before a number that has no check digit; between them a bank's name at most. */
export const ACCOUNT =
  /(?:账号|帐号|账户|帐户|卡号|银行卡|存折|户头|一卡通)[^0-9\n。,;×]{0,24}?(?<![0-9A-Za-z])(\d(?:[ -]?\d){8,29})(?![0-9A-Za-z]|[年月日元万份股])/g;
export const SAID_ID = /(?:身份证|身份号码|证件号)[^0-9\n,。;]{0,8}?(\d(?: ?[0-9Xx]){14,17})(?![0-9A-Za-z])/g;
export const PASSPORT =
  /(?:护照|通行证|台胞证|回乡证|军官证|士官证|居留证|驾驶证|社会保障卡|社保卡)(?:证件)?(?:号码|证号|号|编号)?[:为是 ]{0,3}((?=[A-Z]{0,3}\d)[A-Z0-9]{6,18})(?![0-9A-Za-z])/gi;
/** The serial number at the end of a certificate's: 不动产权第0123456号, 锡房权证字第WX100号, 国用(2009)第03218号. */
export const CERTIFICATE =
  /(?:不动产权|不动产证明|不动产登记证明|房权证|房地证|房产证|房地产权|国用|集用|集建|土集|林证|权证|使用证|所有权证|他项)[^0-9\n,。;:]{0,12}?(?:[([〔]\d{4}[)\]〕])?[^0-9\n,。;:]{0,8}?第 ?([A-Z]{0,4}[0-9-]{3,20}) ?号/g;
export const SAID_CERTIFICATE =
  /(?:房产证|不动产权证书?|产权证书?|土地证|权属证书|登记证书|车架|车辆识别代|发动机)(?:号码|编号|代号|号)[:为是 ]{0,3}([A-Z0-9][A-Z0-9-]{4,24})(?![0-9A-Za-z])/gi;
export const CHAT =
  /(?:微信|QQ|抖音|快手|支付宝|微博|钉钉)(?:账号|帐号|号码|号|ID|账户|名)?[:为是( “"]{0,3}([A-Za-z0-9][A-Za-z0-9_-]{4,30})(?![A-Za-z0-9_-])/gi;
/** The day of a birth; the year is kept. */
export const BORN =
  /(?:(\d{4}年)\d{1,2}月\d{1,2}日|(\d{4})[-./]\d{1,2}[-./]\d{1,2})(?=出生|生(?![产效意活前]))|(?<=(?:出生日期|出生年月日?|出生于|生日|生于)[:为是]?)(?:(\d{4}年)\d{1,2}月(?:\d{1,2}日)?|(\d{4})[-./]\d{1,2}[-./]\d{1,2})/g;

/** Words before a number that say that it is something else. */
export const OTHER_NUMBER =
  /(?:编号|流水号|订单号?|合同号?|发票|代码|备案号|文号|单号|执业证号?|热线|字第|〕|代号)[^0-9\n,。]{0,4}[A-Za-z0-9-]{0,12}$/;

const ILLNESS =
  '病|症|癌|瘤|炎|障碍|衰竭|中风|梗死|梗塞|结核|艾滋|瘫|抑郁|血压|尿毒|骨折|出血|残疾|怀孕|流产|综合征|尿毒|肿瘤|失明|瘫痪';
const TOLD = '([^,。;!?\\n()”]{1,40})';
/** What somebody suffers from, by the words around it; group 1 is what goes. */
export const HEALTH: readonly RegExp[] = [
  new RegExp(`(?:患有|罹患|身患)${TOLD}`, 'g'),
  new RegExp(`(?<=[^隐忧后病]患)((?=[^,。;\\n]{0,16}(?:${ILLNESS}))[^者有,。;!?\\n()”][^,。;!?\\n()”]{0,30})`, 'g'),
  new RegExp(`(?:诊断为|确诊为|诊断结果为|诊断系|诊断:)${TOLD}`, 'g'),
  /(?:既往有|曾有|存在|患|有)([一-龥]{1,16}?)(?=(?:等|的|疾)?病史)/g,
  new RegExp(
    `因((?:[一-龥](?<!因)){0,14}?(?:${ILLNESS}))(?=等?(?:去世|死亡|病逝|病故|身故|住院|入院|手术|治疗|病休|休养|卧床|致残|透析|化疗|放疗|就医))`,
    'g',
  ),
  /((?:HIV|艾滋病?|梅毒|乙肝|丙肝|新冠|结核)[^,。;\n]{0,10}?(?:阳性|感染))/gi,
  /感染((?:HIV|艾滋病?|梅毒|乙肝|丙肝|新冠|结核|乙型肝炎)[一-龥]{0,6}?)(?=[,。;、的后])/gi,
];
export const DISABILITY =
  /((?:(?:肢体|精神|视力|听力|智力|言语|多重)?残疾(?:等级)?(?:为)?[一二三四1-4]级)|(?:(?:肢体|精神|视力|听力|智力|言语|多重)[一二三四1-4]级残疾)|(?:[一二三四五六七八九十]|10|[1-9])级(?:伤残|残疾))/g;
/** A diagnosis of a machine. */
export const NO_ILLNESS = /故障|损坏|缺陷|主轴|发动机|电路|软件|程序|违约|某|×/;
