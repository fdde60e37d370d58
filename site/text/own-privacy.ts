import type { Text } from './locale.ts';

/** Who can see what of a complainant, erasure, and what may be published: pages below /track/NUMBER. */
export const ownPrivacy: Text<{
  sharing: string;
  sharingLead: string;
  sharingLink: string;
  identityUnread: string;
  identityReads: string;
  roles: Record<string, string>;
  fields: Record<string, string>;
  fieldHints: Record<string, string>;
  byDuty: string;
  may: string;
  save: string;
  saved: string;
  future: string;
  readings: string;
  readingsLead: string;
  readingsNone: string;
  readingCols: readonly [string, string, string, string];
  reasons: Record<string, string>;
  unknownBody: string;
  erasure: string;
  erasureLink: string;
  erasureLead: string;
  erasureGoes: readonly string[];
  erasureStays: string;
  erasureWho: string;
  erasureWords: string;
  erasureSend: string;
  erasureBack: string;
  erasedTitle: string;
  erasedOn: string;
  erasedWhy: Record<string, string>;
  erasedStays: string;
  erasedOther: string;
  back: string;
}> = {
  'zh-CN': {
    sharing: '谁能看到您的信息',
    sharingLead: '每个单位能看什么，由您决定，随时可以改。改了以后马上生效。',
    sharingLink: '查看和更改谁能看到您的信息',
    identityUnread: '还没有人查看过您的身份。',
    identityReads: '您的身份被查看过 {n} 次。哪一天、哪个单位、为什么，都列在下一页。',
    roles: { handler: '承办单位', accepting: '受理单位', supporting: '配合单位', respondent: '被反映单位' },
    fields: { identity: '您是谁', contact: '联系方式', evidence: '您的材料', narrative: '事情经过和诉求' },
    fieldHints: {
      identity: '姓名或企业名称。查看要写明理由，每次都记录。',
      contact: '电话、邮箱。',
      evidence: '您上传的文件。照片会先去掉拍摄地点等信息。',
      narrative: '您写的经过、要求，对方怎么说。',
    },
    byDuty: '办理必须要看，不能收回',
    may: '{body}可以看',
    save: '保存',
    saved: '已经保存，马上生效。',
    future: '收回只管以后：已经看过的收不回来，但都记在下面。',
    readings: '谁看过',
    readingsLead: '每次查看都记下来，谁也改不了。只写单位，不写工作人员。',
    readingsNone: '还没有单位看过。',
    readingCols: ['时间', '单位', '看了什么', '为什么'],
    reasons: {
      verify: '核实情况',
      contact: '联系您',
      handle: '办理需要',
      pay: '付款或履行承诺',
      supervise: '督办',
      law: '法律规定',
      other: '其他',
    },
    unknownBody: '承办单位',
    erasure: '申请删除个人信息',
    erasureLink: '申请删除我的个人信息',
    erasureLead: '事情已经结束，您可以请承办单位删除您的个人信息。',
    erasureGoes: ['您的姓名、电话、邮箱', '您写的经过、诉求，和往来的文字', '您上传的文件'],
    erasureStays:
      '只保留编号、类型、单位、日期这样的办理记录，用来统计，看不出您是谁。删除以后不能恢复，您自己也看不到内容了。',
    erasureWho: '由承办单位的审核人决定。法律规定必须保存的，会写明理由告诉您。',
    erasureWords: '为什么申请',
    erasureSend: '提交申请',
    erasureBack: '不申请，返回',
    erasedTitle: '这件诉求的内容已经清除',
    erasedOn: '清除日期：{date}。原因：{reason}。',
    erasedWhy: {
      retention: '保存期限已满',
      no_longer_needed: '按您的申请，办理目的已经实现',
      consent_withdrawn: '按您的申请，您撤回了同意',
      unlawful: '按您的申请，收集或保存不符合规定',
    },
    erasedStays: '姓名、联系方式、内容和材料都已经删除，谁也恢复不了。只保留了编号、类型、单位和日期。',
    erasedOther: '查看另一件诉求',
    back: '返回',
  },
  en: {
    sharing: 'Who can see your data',
    sharingLead: 'You decide what each body may see, and can change it at any time, at once.',
    sharingLink: 'See and change who can see your data',
    identityUnread: 'Nobody has read who you are.',
    identityReads: 'Who you are was read {n} times. On which day, by which body and why stands on the next page.',
    roles: {
      handler: 'Handling body',
      accepting: 'Accepting body',
      supporting: 'Supporting body',
      respondent: 'Body complained of',
    },
    fields: {
      identity: 'Who you are',
      contact: 'How to reach you',
      evidence: 'Your files',
      narrative: 'Story and demands',
    },
    fieldHints: {
      identity: 'Your name or that of the enterprise. A reason must be given; each look is logged.',
      contact: 'Telephone and mail address.',
      evidence: 'What you uploaded. Pictures lose place and camera first.',
      narrative: 'What you wrote, what you ask for, what the body says.',
    },
    byDuty: 'needed to deal with the case; cannot be taken back',
    may: '{body} may see',
    save: 'Save',
    saved: 'Saved, from now on.',
    future: 'Taking back is for the future: what was seen was seen, and stands below.',
    readings: 'Who has looked',
    readingsLead: 'Every look is written down, and nobody can change that. Bodies are named, officials are not.',
    readingsNone: 'Nobody has looked yet.',
    readingCols: ['When', 'Body', 'What', 'Why'],
    reasons: {
      verify: 'to check facts',
      contact: 'to reach you',
      handle: 'to deal with the case',
      pay: 'to pay or keep the promise',
      supervise: 'supervision',
      law: 'required by law',
      other: 'other',
    },
    unknownBody: 'The handling body',
    erasure: 'Ask for erasure',
    erasureLink: 'Ask that my data be erased',
    erasureLead: 'The case is over: you can ask the handling body to erase your data.',
    erasureGoes: ['your name, telephone and mail address', 'what you wrote, and all words exchanged', 'your files'],
    erasureStays:
      'Number, kind, bodies and dates stay for the figures; they do not tell who you are. It cannot be undone, and you cannot read the case any more either.',
    erasureWho:
      'An approver of the body decides. Where a law asks that something be kept, you are told so with the reason.',
    erasureWords: 'Why you ask',
    erasureSend: 'Ask for erasure',
    erasureBack: 'No, go back',
    erasedTitle: 'The words of this case were erased',
    erasedOn: 'Erased on {date}. Reason: {reason}.',
    erasedWhy: {
      retention: 'the time of keeping has ended',
      no_longer_needed: 'you asked for it; no longer needed',
      consent_withdrawn: 'you asked for it and withdrew your consent',
      unlawful: 'you asked for it; collected or kept against the rules',
    },
    erasedStays:
      'Name, contact, words and files are gone, and nobody can bring them back. Number, kind, bodies and dates remain.',
    erasedOther: 'Look up another case',
    back: 'Back',
  },
};
