/** Where addresses stand, in a text read by `read`. Every quantifier is bounded. */

/** A word that a home follows, and the address up to the next sign: 1 the word, 2 the address. */
export const HOME =
  /(住所地|住所|家庭住址|经常居住地|现居住地|居住地|户籍所在地|户口所在地|户籍地址|户籍地|户籍|住址|现住址|经营场所|地址|家住|现住|暂住地|暂住|租住|居住于|居住在|住于|住在|(?<=[,。;、\n()其均系及]|^)住(?![院房宅所建户宿校])|载明其住)(?:为|是|在|于|位于|:| )?([^,。;、\n( “”]{2,70})/g;

/** What makes a piece of text an address. */
export const WAY = /[省市县区旗镇乡路街巷弄组苑园栋幢]|街道|社区|村(?:[0-9一二三四五六七八九十]|委|民|$)|[0-9]号/;

/** Province, prefecture, county: each as far as its sign, and no farther than such names get. */
export const DIVISIONS: readonly RegExp[] = [
  /^(?:[一-龥]{2,7}?(?:省|自治区|特别行政区)|本省)/,
  /^(?:[一-龥]{2,9}?(?:自治州|市(?!场)|盟|地区)|[本该我]市)/,
  /^(?:[一-龥]{1,12}?(?:自治县|自治旗|县|市|区|旗|林区|特区)|[一-龥]{2,6}(?:工业园区|开发区|高新区))/,
];

const PART = '(?:号楼|号院|号|支弄|弄|栋|幢|座|单元|室|组|层)';
const DIGITS = '[0-9A-Za-z一二三四五六七八九十百甲-]{1,10}';
/** An address that leads to a home's door: with building or room, or followed by what it is the address of. */
export const DOOR = new RegExp(
  `(?:(?![在于到至的系为从由是即有及和与])[一-龥0-9]){0,30}(?:路|街|巷|弄|道|苑|园|村|里|庄|镇|寓|区|庭|城|浜)(?:[一二三四五六七八九十]区|[一二三四五]期)?(?:${DIGITS}(?:号院|号|弄|支弄|组)){0,3}(?:${DIGITS}(?:号楼|栋|幢|座)(?:${DIGITS}${PART}){0,3}|${DIGITS}号(?:${DIGITS}室|(?=的?(?:房屋|住宅|住房|宅基地|私房|自建房)))|${DIGITS}号${DIGITS}室)|(?:(?![在于到至的系为从由是即有及和与])[一-龥0-9]){2,30}(?:${DIGITS}(?:号楼|栋|幢|座))(?:${DIGITS}${PART}){1,3}`,
  'g',
);
