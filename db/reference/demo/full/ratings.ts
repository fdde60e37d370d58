/** What some raters of the full demonstration add, by level, and what became of the bad ones. */
export const WORDS: Readonly<Record<number, readonly string[]>> = {
  5: [
    '很快就办好了。',
    '工作人员讲得很清楚。',
    '一趟办成。',
    '帮老人填好了表，谢谢。',
    '不用排队，手机上就办完了。',
    '材料少了，方便。',
    '午休时间也有人值班，点赞。',
    '态度好，效率高。',
  ],
  4: ['总体满意，停车位少。', '办得快，指引可以再清楚些。', '取号机有点慢。', '人多但秩序好。', '能线上预约就更好了。'],
  3: ['一般，等了四十分钟。', '材料要求和网上不完全一样。', '能办，排队久。', '窗口少，人多。'],
  2: [
    '白跑一趟，说系统维护。',
    '等了快两个小时。',
    '叫号过了没有提醒，要重新排。',
    '同样的材料要复印三份。',
    '电话一直没有人接。',
    '说好的三天，一周了没有消息。',
  ],
  1: [
    '材料退了三次，每次理由都不同。',
    '上班时间窗口没有人。',
    '态度很差，问一句就不耐烦。',
    '办好的证照信息写错，让我自己去改。',
    '答应回电话，一直没有回。',
  ],
};
export const CONTACTED = [
  '按留下的线索查看叫号记录，向当班人员了解情况。',
  '调看了当天的监控和排队记录。',
  '没有联系方式，核对了同一时段的办件。',
] as const;
export const VERIFIED = [
  '叫号记录与评价一致：当时等候较久。',
  '材料清单版本不一致，情况属实。',
  '当班缺岗二十分钟，情况属实。',
  '系统故障属实，没有及时引导。',
] as const;
export const CHANGED = [
  '高峰时段增开两个窗口，等候超过二十分钟由值班长疏导。',
  '材料清单统一为一个版本，网上、窗口同时更新。',
  '窗口实行AB岗，午间换班不断人。',
  '过号三个以内不用重新取号，现场直接插办。',
  '咨询电话增加两条线，漏接的当天回拨。',
  '证照出证前由窗口和申请人当面核对一次。',
  '系统维护提前三天公告，维护期间提供线下代办。',
  '复印、拍照改由窗口免费办理，不再要求自带复印件。',
  '一次告知单改成大字版，需要补的材料逐项打勾。',
  '导服台增加一人，老年人优先引导。',
  '网上申报增加进度短信，超过承诺时限自动提醒。',
  '停车场增设三十分钟临停位，门口立了指引牌。',
] as const;
export const RECTIFIED_ANSWERS = [
  '经查属实，当天已改正，并向您致歉。',
  '已核实情况，相关窗口完成整改，欢迎再来监督。',
  '问题出在排班，现已调整；给您带来不便，请谅解。',
  '您说的材料问题已经修改，两处口径一致。',
  '已对当班人员批评教育，并安排业务培训。',
] as const;
export const REVIEW_GROUNDS = '评价人当场告诉值班人员点错了等级，大厅的值班登记上有记录。';
export const REVIEW_DECISION = '看了值班登记并询问值班人员，确属点错，不计入有效差评。';

/** Counters of a city, of its counties, and online: which body, how they are called, how many ratings they get, how people feel. */
export interface PointPattern {
  role:
    | 'government_services'
    | 'human_resources'
    | 'market_regulation'
    | 'natural_resources'
    | 'civil_affairs'
    | 'housing'
    | 'transport';
  at: 'city' | 'county';
  kind: 'hall' | 'window' | 'item' | 'online';
  name: string;
  nameEn: string;
  weight: number;
}
export const POINT_PATTERNS: readonly PointPattern[] = [
  { role: 'government_services', at: 'city', kind: 'hall', name: '综合服务台', nameEn: 'Main desk', weight: 9 },
  {
    role: 'human_resources',
    at: 'city',
    kind: 'window',
    name: '社会保险窗口',
    nameEn: 'Social insurance counter',
    weight: 12,
  },
  {
    role: 'market_regulation',
    at: 'city',
    kind: 'window',
    name: '企业开办窗口',
    nameEn: 'Counter for starting a business',
    weight: 7,
  },
  {
    role: 'natural_resources',
    at: 'city',
    kind: 'item',
    name: '不动产转移登记',
    nameEn: 'Transfer of property',
    weight: 6,
  },
  {
    role: 'government_services',
    at: 'city',
    kind: 'online',
    name: '网上办事厅',
    nameEn: 'Online services',
    weight: 15,
  },
  {
    role: 'civil_affairs',
    at: 'county',
    kind: 'window',
    name: '民政救助窗口',
    nameEn: 'Social relief counter',
    weight: 4,
  },
  { role: 'housing', at: 'county', kind: 'window', name: '住房保障窗口', nameEn: 'Housing counter', weight: 3 },
];
