import type { BodyKind, BodyRole } from './directory.ts';

/** What a body is, as far as its name tells: for bodies that an import brings and the directory does not know. */
const ENDINGS: readonly [RegExp, BodyKind, BodyRole][] = [
  [/(村|居|社区)民?委员会$/, 'grassroots', 'other'],
  [/街道办事处$/, 'subdistrict_office', 'government'],
  [/[乡镇]人民政府$/, 'township_government', 'government'],
  [/人民政府办公[厅室]$/, 'government_office', 'government_office'],
  [/人民政府$/, 'government', 'government'],
  [/(开发区|园区|新区|示范区|保税区|高新区|度假区).*(管理委员会|管委会)$/, 'zone_committee', 'other'],
  [/(人民法院|检察院)$/, 'court', 'court'],
  [/(公司|集团|厂)$/, 'company', 'other'],
  [/(学校|医院|学院|大学|中心|管理处|研究院|[所站馆])$/, 'public_institution', 'other'],
  [/(局|厅|委员会|办公室|署|总队|支队|大队)$/, 'department', 'other'],
];

export function kindOfName(name: string): { kind: BodyKind; role: BodyRole } {
  const found = ENDINGS.find(([ending]) => ending.test(name));
  return found ? { kind: found[1], role: found[2] } : { kind: 'other', role: 'other' };
}
