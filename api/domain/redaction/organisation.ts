/** Organisations keep their names (法释〔2016〕19号 art. 11(1)), also where a person's name stands within. */

const ENDS =
  '公司|集团|政府|委员会|办公室|办事处|街道|法院|检察院|医院|卫生院|学校|大学|学院|中学|小学|幼儿园|中心|协会|学会|商会|联合会|' +
  '基金会|合作社|联社|信用社|旅行社|报社|事务所|服务所|研究所|派出所|诊所|交易所|研究院|设计院|银行|分行|支行|商行|车行|养殖场|农场|' +
  '林场|牧场|砖厂|加工厂|厂|店|经营部|维修部|门市部|项目部|服务部|批发部|加工部|营业部|超市|酒店|宾馆|饭馆|饭庄|茶馆|工作室|工程队|' +
  '居委会|村委会|管委会|经济社|小组|党委|支部|公安局|分局|总局|局|厅|署|海关|管理站|服务站|监狱|看守所|机关|工会|银楼|书店|药房|堂|馆|支队|大队|中队|总队|劳务队|施工队|建筑队|运输队|装修队|清算组|肉铺|药铺|小卖部';
const END = new RegExp(`(?:${ENDS})(?:\\([^()]{1,12}\\))?$`);
/** Characters that do not stand inside a firm's name but between a person and one. */
const BETWEEN =
  '与和及诉向对因系为在于到将把被由以从的是担投欠给等跟入代收付签其该本某了说称去找现至往买卖租借骗打让使驾住购称';
const WITHIN = `(?:(?![${BETWEEN}]|经(?![贸济营纬])|有(?!限)|引进|名下|提供|提出|办理|诊断|就诊|认为|担任|所(?!有限)|成立|设立|承包|承建|经营(?!部)|工作|通过|作为|退出|离开|控制)[一-龥A-Za-z0-9])`;
const FIRM =
  '公司|集团|事务所|服务所|研究所|诊所|合作社|商行|车行|养殖场|农场|砖厂|加工厂|厂(?!房|区|长|里|门)|店(?!铺|主|长|里|内|门)|' +
  '经营部|维修部|门市部|项目部|服务部|批发部|加工部|超市|酒店|宾馆|饭馆|饭庄|茶馆|工作室|工程队|药房|基金会|肉铺|药铺|面铺|小卖部|便利店|劳务队|施工队|建筑队|运输队|装修队';
/** What is seldom called after a person, and then with little between. */
const SCHOOL = '大学|中学|小学|学校|幼儿园|医院';
/** After a person's name: the rest of a firm's. */
const REST = new RegExp(`(?:${WITHIN}{0,14}?(?:${FIRM})|${WITHIN}{0,1}(?:${SCHOOL}))`, 'y');
/** After a name that is a place's too: 高明市, 江山路. */
const PLACE =
  /(?:[市区县镇乡](?!长)|村(?![长民支])|街道|大道|路(?![过上经])|巷|桥|社区|小区|花园|新村|大桥|水库|街(?!上))/y;

export const isOrganisation = (name: string): boolean =>
  name.length >= 4 ? END.test(name) : /(?:厂|公司|法院|政府)$/.test(name) && name.length > 2;

const sticks = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Whether what ends here is the beginning or the middle of a firm's or a place's name. */
export const goesOn = (text: string, end: number): boolean => sticks(REST, text, end) || sticks(PLACE, text, end);
