import { levelOf } from '../../../../api/domain/division-code.ts';
import type { Place } from '../../divisions/load.ts';

/**
 * The rest of the fictional province: eleven more cities beside 样例市 and 范例市, each with five places below it and five below
 * each of these. Every name says that there is no such place, and 99 is no code of GB/T 2260.
 */
export const CITIES: readonly (readonly [code: string, stem: string, english: string])[] = [
  ['9903', '例证', 'Illustration'],
  ['9904', '标本', 'Exhibit'],
  ['9905', '典范', 'Exemplar'],
  ['9906', '试点', 'Pilot'],
  ['9907', '演练', 'Drill'],
  ['9908', '拟设', 'Proposal'],
  ['9909', '草图', 'Sketch'],
  ['9910', '仿真', 'Emulation'],
  ['9911', '虚构', 'Fiction'],
  ['9912', '假定', 'Assumption'],
  ['9913', '寓言', 'Fable'],
];

/** Two districts, two counties and a county-level city; what a county code stands for is told by its last two digits. */
const COUNTIES = [
  ['01', '甲', '区', 'A', 'District'],
  ['02', '乙', '区', 'B', 'District'],
  ['21', '丙', '县', 'C', 'County'],
  ['22', '丁', '县', 'D', 'County'],
  ['81', '戊', '市', 'E', 'City'],
] as const;

const TOWNSHIPS = [
  ['001', '东', '街道', 'East', 'Sub-district'],
  ['002', '西', '街道', 'West', 'Sub-district'],
  ['100', '南', '镇', 'South', 'Town'],
  ['101', '北', '镇', 'North', 'Town'],
  ['200', '中', '乡', 'Middle', 'Township'],
] as const;

const place = (code: string, name: string, nameEn: string): Place => ({ code, name, nameEn, level: levelOf(code) });

/** All of them, parents before children. */
export const PROVINCE_PLACES: readonly Place[] = [
  ...CITIES.map(([code, stem, english]) => place(code, `${stem}市`, `${english} City`)),
  ...CITIES.flatMap(([city, stem, english]) =>
    COUNTIES.map(([n, letter, kind, letterEn, kindEn]) =>
      place(`${city}${n}`, `${stem}${letter}${kind}`, `${english} ${kindEn} ${letterEn}`),
    ),
  ),
  ...CITIES.flatMap(([city, stem, english]) =>
    COUNTIES.flatMap(([n, letter, , letterEn]) =>
      TOWNSHIPS.map(([t, side, kind, sideEn, kindEn]) =>
        place(`${city}${n}${t}`, `${stem}${letter}${side}${kind}`, `${english} ${letterEn} ${sideEn} ${kindEn}`),
      ),
    ),
  ),
];
