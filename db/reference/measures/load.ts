import type { Certainty } from '../../../api/domain/directory.ts';
import type { ReferenceSet } from '../set.ts';

/** Measures that the seeds name (国发〔2016〕76号 四（三）, 苏政发〔2023〕55号 二（四）). A place adds its own and retires these. */
const GUOFA = '国发〔2016〕76号 四（三）';
const GUOFA_EN = 'Guofa (2016) 76, 4 (3)';
const SU = '苏政发〔2023〕55号 二（四）';
const SU_EN = 'Su Zhengfa (2023) 55, 2 (4)';
const rows: { id: string; name: string; nameEn: string; basis: string; basisEn: string; certainty: Certainty }[] = [
  {
    id: 'honours_cancelled',
    name: '取消评优评先资格',
    nameEn: 'Excluded from honours',
    basis: GUOFA,
    basisEn: GUOFA_EN,
    certainty: 'law',
  },
  {
    id: 'criticised',
    name: '通报批评',
    nameEn: 'Named in a notice of criticism',
    basis: GUOFA,
    basisEn: GUOFA_EN,
    certainty: 'law',
  },
  {
    id: 'head_accountable',
    name: '追究主要负责人责任',
    nameEn: 'Those in charge are held to account',
    basis: GUOFA,
    basisEn: GUOFA_EN,
    certainty: 'law',
  },
  {
    id: 'counts_in_review',
    name: '计入绩效考核',
    nameEn: 'Counts in the performance review',
    basis: SU,
    basisEn: SU_EN,
    certainty: 'law',
  },
  {
    id: 'funds_weighed',
    name: '在项目和资金安排中从严',
    nameEn: 'Weighs in the granting of projects and funds',
    basis: SU,
    basisEn: SU_EN,
    certainty: 'law',
  },
];

export const measures: ReferenceSet = {
  name: 'measures',
  tables: () => [
    {
      table: 'measure',
      key: ['id'],
      columns: ['id', 'name', 'name_en', 'basis', 'basis_en', 'certainty'],
      rows: rows.map((row) => ({
        id: row.id,
        name: row.name,
        name_en: row.nameEn,
        basis: row.basis,
        basis_en: row.basisEn,
        certainty: row.certainty,
      })),
      hashed: true,
    },
  ],
};
