import type { Text } from './locale.ts';

/** 隐名处理核对: what the anonymisation of a judgment would change, as the second person reads it before publishing. */
export const redaction: Text<{
  title: string;
  lead: string;
  missed: string;
  none: string;
  total: string;
  byKind: string;
  sideBySide: string;
  before: string;
  after: string;
  from: string;
  to: string;
  where: string;
  removed: string;
  times: string;
  sealed: string;
  doubts: string;
  doubtsLead: string;
  kinds: Record<string, string>;
  rules: Record<string, string>;
  attention: Record<string, string>;
}> = {
  'zh-CN': {
    title: '隐名处理核对',
    lead: '每段先是原文，旁边或下面是公开后的样子。每一处改动都有编号和依据，请逐处核对。',
    missed:
      '规则会漏：只在正文里出现的姓名，试过的新文书中大约六个漏一个。请通读公开文本，漏掉的姓名补上，改错的还原。',
    none: '没有找到要隐去的内容。请通读全文再确认。',
    total: '共 {count} 处改动',
    byKind: '改了什么',
    sideBySide: '逐段对照',
    before: '原文',
    after: '公开文本',
    from: '原文',
    to: '改为',
    where: '编号',
    removed: '删去',
    times: '{count} 处',
    sealed: '原文加密封存，不公开，也不进入检索。',
    doubts: '需要人来判断',
    doubtsLead: '这些词说明文书可能含有规则处理不了的内容，或者根本不应公开。',
    kinds: {
      name: '姓名',
      id_number: '身份证号码',
      bank_account: '银行账号',
      phone: '电话',
      plate: '车牌号码',
      address: '家庭住址',
      health: '健康状况',
      email: '电子邮箱',
      chat: '社交账号',
      passport: '护照等证件号码',
      certificate: '权属证书编号',
      birth_date: '出生日期',
    },
    rules: {
      art9_surname: '法释〔2016〕19号第九条：保留姓氏，名字以“某”替代，重复的加数字',
      art9_first_character: '法释〔2016〕19号第九条：少数民族、外国人姓名保留第一个字',
      art9_first_letter: '法释〔2016〕19号第九条：英文姓名保留第一个字母',
      art10_person: '法释〔2016〕19号第十条第一款第一项：自然人的个人信息',
      art10_anyone: '法释〔2016〕19号第十条第一款第一、二项：账号、车牌、权属证书编号，不论属于谁',
      art11_county: '法释〔2016〕19号第十条、第十一条：住址保留到县、区',
      own_birth_year: '本平台规则：姓名已经隐去，出生日期只留年份',
    },
    attention: {
      state_secret: '国家秘密（第四条：不公布）',
      minor: '未成年人（第四条、第八条）',
      family: '婚姻家庭、个人隐私（第四条、第十条）',
      mediation: '调解结案（第四条：一般不公布）',
      business_secret: '商业秘密（第十条）',
      investigation: '技术侦查措施（第十条）',
    },
  },
  en: {
    title: 'Check what is hidden',
    lead: 'Each paragraph stands as it is, and beside or below it as the public would read it. Every change has a number and its basis. Check each.',
    missed:
      'The rules miss some: of the names in texts that they had not seen, about one in six. Read the whole published text, add names that were missed, give back what is wrong.',
    none: 'Nothing to hide was found. Read the whole text before you confirm that.',
    total: '{count} changes',
    byKind: 'What was changed',
    sideBySide: 'Paragraph by paragraph',
    before: 'Original',
    after: 'Published text',
    from: 'Original',
    to: 'Becomes',
    where: 'Numbers',
    removed: 'removed',
    times: '× {count}',
    sealed: 'The original is sealed: not published, not searched.',
    doubts: 'For a person to decide',
    doubtsLead: 'These words say that the judgment may hold what no rule can treat, or must not be published at all.',
    kinds: {
      name: 'Names',
      id_number: 'Identity numbers',
      bank_account: 'Bank accounts',
      phone: 'Telephones',
      plate: 'Licence plates',
      address: 'Home addresses',
      health: 'Health',
      email: 'Mail addresses',
      chat: 'Chat accounts',
      passport: 'Passports and other papers',
      certificate: 'Certificates of ownership',
      birth_date: 'Dates of birth',
    },
    rules: {
      art9_surname: '法释〔2016〕19号 art. 9: family name and 某; a number where they would be alike',
      art9_first_character: '法释〔2016〕19号 art. 9: the first character of a minority’s or foreigner’s name',
      art9_first_letter: '法释〔2016〕19号 art. 9: the first letter of a foreign name',
      art10_person: '法释〔2016〕19号 art. 10(1)(i): personal information of natural persons',
      art10_anyone: '法释〔2016〕19号 art. 10(1)(i), (ii): accounts, plates and certificates, whoever owns them',
      art11_county: '法释〔2016〕19号 arts 10, 11: of a home the county or district stays',
      own_birth_year: 'Rule of this portal: as the name is hidden, only the year of birth stays',
    },
    attention: {
      state_secret: 'state secrets (art. 4: not published)',
      minor: 'minors (arts 4, 8)',
      family: 'family and privacy (arts 4, 10)',
      mediation: 'ended by mediation (art. 4: not published as a rule)',
      business_secret: 'business secrets (art. 10)',
      investigation: 'technical investigation (art. 10)',
    },
  },
};
