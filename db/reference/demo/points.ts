import type { BodyKey } from './people.ts';

/** Counters of the fictional place beside the one of the examples (point.ts), each with how people there tend to feel. */
export interface DemoPoint {
  body: BodyKey;
  kind: 'hall' | 'window' | 'item' | 'online';
  channel: 'offline' | 'online';
  name: string;
  nameEn: string;
  placeName: string;
  placeNameEn: string;
  /** Ratings in the past weeks, and how many of them of the levels 5, 4, 3, 2, 1 in a hundred. */
  ratings: number;
  mood: readonly [number, number, number, number, number];
}

const HALL = { placeName: '样例市政务服务大厅', placeNameEn: 'Service Hall of Sample City' } as const;

export const POINTS: readonly DemoPoint[] = [
  {
    body: ['样例市人力资源和社会保障局', '9901'],
    kind: 'window',
    channel: 'offline',
    name: '11号窗口（社会保险）',
    nameEn: 'Counter 11 (Social insurance)',
    ...HALL,
    ratings: 62,
    mood: [58, 27, 10, 3, 2],
  },
  {
    body: ['样例市自然资源和规划局', '9901'],
    kind: 'window',
    channel: 'offline',
    name: '7号窗口（不动产登记）',
    nameEn: 'Counter 7 (Land and property register)',
    ...HALL,
    ratings: 45,
    mood: [46, 30, 14, 7, 3],
  },
  {
    body: ['样例市数据局', '9901'],
    kind: 'online',
    channel: 'online',
    name: '样例市网上办事厅',
    nameEn: 'Online services of Sample City',
    placeName: '网上',
    placeNameEn: 'Online',
    ratings: 38,
    mood: [52, 28, 13, 5, 2],
  },
  {
    body: ['样例市示范区人民政府', '990101'],
    kind: 'hall',
    channel: 'offline',
    name: '综合服务台',
    nameEn: 'Main desk',
    placeName: '示范区便民服务中心',
    placeNameEn: 'Service Centre of Model District',
    ratings: 30,
    mood: [60, 25, 12, 3, 0],
  },
  {
    body: ['演示县演示镇人民政府', '990121100'],
    kind: 'window',
    channel: 'offline',
    name: '2号窗口（民政救助）',
    nameEn: 'Counter 2 (Social relief)',
    placeName: '演示镇便民服务站',
    placeNameEn: 'Service Station of Demo Town',
    ratings: 12,
    mood: [70, 20, 10, 0, 0],
  },
];

/** The counter of the examples is rated too. */
export const EXAMPLE_RATINGS = { ratings: 34, mood: [50, 30, 12, 5, 3] } as const;

/** What some raters add, by level. */
export const REMARKS: Readonly<Record<number, readonly string[]>> = {
  5: ['十分钟就办好了，谢谢。', '态度很好，还帮我复印了材料。', '一次办成，没有跑第二趟。'],
  4: ['总体不错，就是停车难。', '办得挺快，指引牌可以再大一点。'],
  3: ['能办，排队有点久。'],
  2: ['网上说的材料和窗口要的不一样，白跑一趟。', '等了一个半小时才叫到号。'],
  1: ['材料退了三次，每次理由都不同。', '工作时间窗口没有人。'],
};
