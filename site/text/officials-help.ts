import type { Text } from './locale.ts';

export const officialsHelp: Text<{
  title: string;
  lead: string;
  statesTitle: string;
  statesLead: string;
  action: string;
  who: string;
  resumed: string;
  complainant: string;
  no: string;
  stays: string;
  diagram: string;
  diagramHint: string;
  rolesTitle: string;
  rolesLead: string;
  roles: Record<string, string>;
  rulesTitle: string;
  rules: string[];
  keysTitle: string;
  keys: [string, string][];
}> = {
  'zh-CN': {
    title: '工作台说明',
    lead: '诉求在什么状态下、由谁、能办什么，都按下面这张表。页面上的按钮也是从同一张表来的。',
    statesTitle: '状态和能办的事',
    statesLead: '一行是一件能办的事：由谁办，在哪些状态下能办，办完变成什么状态。空格表示不能办。',
    action: '能办的事',
    who: '由谁',
    resumed: '回到原状态',
    complainant: '反映人',
    no: '不能办',
    stays: '● 不变',
    diagram: '诉求从提交到评价的状态图',
    diagramHint: '方框是状态，箭头上是能让它改变的事。不改变状态的事只在下面的表里。',
    rolesTitle: '各种角色',
    rolesLead: '角色按单位授予，也管到它的下级单位。',
    roles: {
      intake: '核验、受理、转办，看本单位的全部诉求。',
      handler: '承办：请补充材料、答复、办结。',
      approver: '审核：办结，批准公示。不能审核自己录入的内容。',
      supervisor: '督办：看下级单位的诉求，写内部备注。',
      arbiter: '仲裁：指定承办单位。',
      publisher: '录入和提交公示信息。',
      directory_editor: '维护单位和服务点。',
      auditor: '只读：查看诉求和记录。',
      administrator: '管理工作人员和权限，看不到诉求内容。',
    },
    rulesTitle: '几条规矩',
    rules: [
      '不得把反映人的身份告诉被反映单位。查看身份要写理由，反映人看得到。',
      '每一项诉求都要单独答复。',
      '时限从事件次日起算；等反映人补充材料时暂停，转办时不停。',
      '退回只能一次，并写明理由。',
      '改了领导、并了机构，都不是不办的理由。',
      '裁判文书由一人录入，另一人对照原文核对后才公开；打开原文要写理由，记入审计。',
      '两个人同时办同一件，先到的算数；后到的人，写好的内容会留着。',
      '信用审查由审批、督办、发布和管理人员发起；归集文件由本地政府或者信用主管部门的发布人员生成，格式见“逐级归集 · 交换格式说明”。',
    ],
    keysTitle: '快捷键',
    keys: [
      ['j', '下一件'],
      ['k', '上一件'],
      ['回车', '打开'],
      ['x', '选择这一件，以便指派'],
      ['/', '到搜索框'],
      ['?', '显示或收起快捷键'],
    ],
  },
  en: {
    title: 'How the officials’ pages work',
    lead: 'Who can do what with a case in which state stands in this table. The buttons come from the same table.',
    statesTitle: 'States and actions',
    statesLead:
      'One line an action: who does it, in which states it is possible, and the state after it. An empty cell: not possible.',
    action: 'Action',
    who: 'By whom',
    resumed: 'as before',
    complainant: 'Complainant',
    no: 'not possible',
    stays: '● stays',
    diagram: 'The states of a case from filing to verdict',
    diagramHint:
      'Boxes are states; what leads from one to another stands on the arrows. Acts that change no state are in the table only.',
    rolesTitle: 'Roles',
    rolesLead: 'A role is held for a body and reaches the bodies below it.',
    roles: {
      intake: 'Screens, accepts, transfers; sees all cases of the body.',
      handler: 'Handles: asks for material, answers, closes.',
      approver: 'Approves: closes, releases records. Never what was written by the same person.',
      supervisor: 'Supervises: sees the cases of the bodies below, writes internal notes.',
      arbiter: 'Arbitrates: names the handler.',
      publisher: 'Writes and submits records.',
      directory_editor: 'Keeps bodies and service points.',
      auditor: 'Reads only: cases and logs.',
      administrator: 'Keeps officials and roles; sees no cases.',
    },
    rulesTitle: 'A few rules',
    rules: [
      'The respondent never learns who the complainant is. Reading it needs a reason, and the complainant sees that it happened.',
      'Every demand is answered by itself.',
      'A clock begins the day after its event. It is paused while the complainant has to supply something, not by a transfer.',
      'A case is returned at most once, with a reason.',
      'A change of office or a reorganisation is no reason not to act.',
      'The text of a judgment is put by one person and public once another has read it beside the original; opening the original needs a reason and is logged.',
      'Where two act at once, the first one counts; the other keeps the text.',
      'Approvers, supervisors, publishers and administrators ask for credit checks. Files for platforms above are made by publishers of the local government or its credit authority; the format is described under “Sharing upward · The exchange format”.',
    ],
    keysTitle: 'Keys',
    keys: [
      ['j', 'next case'],
      ['k', 'previous case'],
      ['Enter', 'open'],
      ['x', 'choose this case, to assign it'],
      ['/', 'go to the search'],
      ['?', 'show or hide the keys'],
    ],
  },
};
