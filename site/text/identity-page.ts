import type { Text } from './locale.ts';

export const identityPage: Text<{
  title: string;
  back: string;
  lead: string;
  reason: string;
  reasonHint: string;
  read: string;
  keep: string;
  hidden: string;
  nothing: string;
  fields: Record<string, string>;
  sizes: Record<string, string>;
}> = {
  'zh-CN': {
    title: '反映人的身份和联系方式',
    back: '回到诉求',
    lead: '反映人同意承办单位知道自己是谁。每次查看都会记录时间、人员和理由，反映人也能看到有人查看过。',
    reason: '查看理由',
    reasonHint: '例如：电话核实欠款金额。',
    read: '查看',
    keep: '不得转告被反映单位，也不得用于办理以外的事。离开本页后不再显示。',
    hidden: '反映人没有同意向您的单位公开身份。需要联系时，请在诉求页“请补充材料”，系统会代为转达。',
    nothing: '反映人没有留下身份和联系方式。',
    fields: {
      name: '姓名',
      idLast4: '身份证后四位',
      enterpriseName: '企业名称',
      uscc: '统一社会信用代码',
      enterpriseSize: '企业规模',
      phone: '电话',
      email: '邮箱',
    },
    sizes: { micro: '微型', small: '小型', medium: '中型', large: '大型' },
  },
  en: {
    title: 'Name and contact of the complainant',
    back: 'Back to case',
    lead: 'The complainant allowed the handling body to know. Every reading is recorded with time, official and reason, and the complainant sees that it happened.',
    reason: 'Reason',
    reasonHint: 'For example: to confirm the amount by telephone.',
    read: 'Read',
    keep: 'Never pass it to the respondent, and use it for nothing but this case. It is gone once you leave the page.',
    hidden:
      'The complainant did not allow your body to know. To reach the complainant, ask for material on the page of the case: the system passes it on.',
    nothing: 'The complainant left neither name nor contact.',
    fields: {
      name: 'Name',
      idLast4: 'Last four of the identity number',
      enterpriseName: 'Enterprise',
      uscc: 'Unified social credit code',
      enterpriseSize: 'Size',
      phone: 'Telephone',
      email: 'Mail',
    },
    sizes: { micro: 'Micro', small: 'Small', medium: 'Medium', large: 'Large' },
  },
};
