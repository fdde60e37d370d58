import type { Text } from './locale.ts';

/** Words of every page: masthead, footer, banner, components. */
export const shell: Text<{
  name: string;
  skip: string;
  demonstration: string;
  demonstrationWhy: string;
  home: string;
  mainNav: string;
  tools: string;
  footerNav: string;
  complain: string;
  track: string;
  rate: string;
  disclosures: string;
  commitments: string;
  duties: string;
  otherLanguage: string;
  otherLanguageLabel: string;
  largePrint: string;
  largePrintLabel: string;
  normalPrint: string;
  normalPrintLabel: string;
  help: string;
  about: string;
  privacy: string;
  accessibility: string;
  openData: string;
  integrity: string;
  api: string;
  codeLicence: string;
  dataLicence: string;
  runBy: string;
  officialEntrance: string;
  contents: string;
}> = {
  'zh-CN': {
    name: '践诺',
    skip: '跳到正文',
    demonstration: '演示站点',
    demonstrationWhy: '这里的地名、单位、人员和案件都是虚构的，提交的内容不会有人办理。',
    home: '首页',
    mainNav: '主导航',
    tools: '语言与字号',
    footerNav: '关于本站',
    complain: '我要反映',
    track: '查进度',
    rate: '评价',
    disclosures: '查公示',
    commitments: '看承诺',
    duties: '谁负责',
    otherLanguage: 'English',
    otherLanguageLabel: 'English: this page in English',
    largePrint: '大字版',
    largePrintLabel: '换成大字版',
    normalPrint: '标准字号',
    normalPrintLabel: '换回标准字号',
    help: '办事说明',
    about: '关于践诺',
    privacy: '个人信息',
    accessibility: '无障碍',
    openData: '开放数据',
    integrity: '诚信监测',
    api: '数据接口',
    codeLicence: '程序开源，采用 Apache-2.0 许可。',
    dataLicence: '公示数据可以免费使用，请注明来源。',
    runBy: '{place}政务诚信服务平台',
    officialEntrance: '工作人员登录',
    contents: '本页内容',
  },
  en: {
    name: 'Jiannuo',
    skip: 'Skip to the content',
    demonstration: 'Demonstration',
    demonstrationWhy: 'Places, bodies, people and cases here are made up. Nobody will act on what you send.',
    home: 'Home',
    mainNav: 'Main',
    tools: 'Language and print size',
    footerNav: 'About this site',
    complain: 'Complain',
    track: 'Track',
    rate: 'Rate',
    disclosures: 'Records',
    commitments: 'Promises',
    duties: 'Duties',
    otherLanguage: '中文',
    otherLanguageLabel: '中文：本页中文版',
    largePrint: 'Large print',
    largePrintLabel: 'Switch to large print',
    normalPrint: 'Normal print',
    normalPrintLabel: 'Switch back to normal print',
    help: 'How it works',
    about: 'About Jiannuo',
    privacy: 'Privacy',
    accessibility: 'Accessibility',
    openData: 'Open data',
    integrity: 'Integrity monitor',
    api: 'API',
    codeLicence: 'The program is open source under Apache-2.0.',
    dataLicence: 'Published records may be used free of charge; please name the source.',
    runBy: 'Government integrity service of {place}',
    officialEntrance: 'Sign-in for officials',
    contents: 'On this page',
  },
};

/** Masthead of the pages for officials. */
export const officialShell: Text<{
  badge: string;
  nav: string;
  inbox: string;
  disclosures: string;
  servicePoints: string;
  opinions: string;
  explanations: string;
  templates: string;
  notices: string;
  reports: string;
  audit: string;
  administration: string;
  publicSite: string;
  signOut: string;
}> = {
  'zh-CN': {
    badge: '工作台',
    nav: '工作台导航',
    inbox: '收件箱',
    disclosures: '公示',
    servicePoints: '服务点',
    opinions: '征求意见',
    explanations: '书面说明',
    templates: '模板',
    notices: '通知',
    reports: '统计',
    audit: '审计',
    administration: '管理',
    publicSite: '看公众页面',
    signOut: '退出',
  },
  en: {
    badge: 'Officials',
    nav: 'Officials',
    inbox: 'Inbox',
    disclosures: 'Records',
    servicePoints: 'Service points',
    opinions: 'Opinions',
    explanations: 'Explanations',
    templates: 'Templates',
    notices: 'Notices',
    reports: 'Reports',
    audit: 'Audit',
    administration: 'Administration',
    publicSite: 'Public site',
    signOut: 'Sign out',
  },
};

/** Words inside components. */
export const parts: Text<{
  optional: string;
  errorTitle: string;
  search: string;
  next: string;
  first: string;
  pages: string;
  choose: string;
  errorPrefix: string;
  clockUsed: string;
  clockLeft: string;
  clockStopped: string;
  clockOverdue: string;
  overdue: string;
}> = {
  'zh-CN': {
    optional: '（选填）',
    errorTitle: '请改正以下内容',
    search: '搜索',
    next: '下一页',
    first: '回到第一页',
    pages: '翻页',
    choose: '请选择',
    errorPrefix: '错误：',
    clockUsed: '已用 {days} {unit}',
    clockLeft: '还剩 {days} {unit}',
    clockStopped: '暂停 {days} {unit}',
    clockOverdue: '超期 {days} {unit}',
    overdue: '超期',
  },
  en: {
    optional: '(optional)',
    errorTitle: 'Please correct the following',
    search: 'Search',
    next: 'Next page',
    first: 'Back to the first page',
    pages: 'Pages',
    choose: 'Please choose',
    errorPrefix: 'Error: ',
    clockUsed: 'used: {days} {unit}',
    clockLeft: 'left: {days} {unit}',
    clockStopped: 'paused: {days} {unit}',
    clockOverdue: 'overdue: {days} {unit}',
    overdue: 'Overdue',
  },
};
