import type { Text } from './locale.ts';

/** Templates of answers, and which answers an approver releases. */
export const answerSettings: Text<{
  rulesTitle: string;
  rulesLead: string;
  rulesBody: string;
  rulesOwn: string;
  rulesInherited: string;
  rulesAny: string;
  rulesAllKinds: string;
  rulesSave: string;
  rulesSaved: string;
  rulesCaption: string;
  rulesConflict: string;
  templatesTitle: string;
  templatesLead: string;
  templatesEmptyTitle: string;
  templatesEmptyText: string;
  add: string;
  name: string;
  nameHint: string;
  body: string;
  bodyHint: string;
  kind: string;
  everyKind: string;
  text: string;
  textHint: string;
  placeholders: string;
  placeholder: string;
  meaning: string;
  meanings: Record<string, string>;
  preview: string;
  previewHint: string;
  previewNumber: string;
  previewGo: string;
  save: string;
  saved: string;
  retire: string;
  retireHint: string;
  retired: string;
  edit: string;
  inherited: string;
  back: string;
}> = {
  'zh-CN': {
    rulesTitle: '答复审核',
    rulesLead:
      '勾选的答复，起草人发送后要由另一个人（审核人）签发，反映人才看得到。签发之前，办理时限继续计算。下级单位自动适用，不能取消。',
    rulesBody: '{body}',
    rulesOwn: '本单位的规定',
    rulesInherited: '{body}已经规定',
    rulesAny: '不论结论',
    rulesAllKinds: '所有类型',
    rulesSave: '保存',
    rulesSaved: '已经保存，对以后发送的答复生效。',
    rulesCaption: '类型和结论，勾选的要签发',
    rulesConflict: '版本 {version}',
    templatesTitle: '答复模板',
    templatesLead: '本单位和下级单位答复时可以套用。模板里只能用下面的占位符，不能有任何人的个人信息。',
    templatesEmptyTitle: '还没有模板',
    templatesEmptyText: '把常用的答复写成模板，答复时一点就加进来。',
    add: '新建模板',
    name: '名称',
    nameHint: '例如“转请财政部门安排资金”。',
    body: '所属单位',
    bodyHint: '填单位全称。下级单位也能用。',
    kind: '适用类型',
    everyKind: '所有类型',
    text: '内容',
    textHint: '占位符用大括号，例如 {案号}。',
    placeholders: '可以用的占位符',
    placeholder: '占位符',
    meaning: '填入的内容',
    meanings: {
      案号: '这件诉求的编号',
      类型: '诉求类型',
      领域: '所属领域',
      被反映单位: '被反映单位的全称',
      承办单位: '承办单位的全称',
      提交日期: '反映人提交的日期',
      受理日期: '决定受理的日期',
      办理期限: '正在走的时限的最后一天',
      今日: '加入答复的这一天',
    },
    preview: '预览',
    previewHint: '填一件您能看的诉求的案号，看看填好以后是什么样。没有值的地方会留空。',
    previewNumber: '案号',
    previewGo: '预览',
    save: '保存',
    saved: '模板已经保存。',
    retire: '停用',
    retireHint: '停用后不再出现在答复里，用它写过的答复不受影响。',
    retired: '已停用',
    edit: '修改',
    inherited: '上级单位的模板',
    back: '返回模板列表',
  },
  en: {
    rulesTitle: 'Release of answers',
    rulesLead:
      'An answer that is ticked here must be released by another person (an approver) before the complainant sees it. Until then the clocks run on. It holds for all bodies below, which cannot undo it.',
    rulesBody: '{body}',
    rulesOwn: 'Named by this body',
    rulesInherited: 'Named by {body}',
    rulesAny: 'Whatever the outcome',
    rulesAllKinds: 'Every kind',
    rulesSave: 'Save',
    rulesSaved: 'Saved. It holds for answers sent from now on.',
    rulesCaption: 'Kinds and outcomes; those ticked need a release',
    rulesConflict: 'Version {version}',
    templatesTitle: 'Templates of answers',
    templatesLead:
      'For your body and those below it. A template knows only the placeholders listed below, and holds nothing personal.',
    templatesEmptyTitle: 'No templates yet',
    templatesEmptyText: 'Words that are needed often are put into an answer by one click.',
    add: 'New template',
    name: 'Name',
    nameHint: 'For example “Funds are asked of the finance bureau”.',
    body: 'Body',
    bodyHint: 'Its full name. Bodies below may use it too.',
    kind: 'For cases of the kind',
    everyKind: 'Every kind',
    text: 'Words',
    textHint: 'Placeholders stand in braces, for example {案号}.',
    placeholders: 'Placeholders',
    placeholder: 'Placeholder',
    meaning: 'What is put in',
    meanings: {
      案号: 'The number of the case',
      类型: 'Its kind',
      领域: 'Its matter',
      被反映单位: 'The full name of the body complained of',
      承办单位: 'The full name of the handling body',
      提交日期: 'The day of filing',
      受理日期: 'The day of acceptance',
      办理期限: 'The last day of the running clock',
      今日: 'The day on which it is put in',
    },
    preview: 'Preview',
    previewHint: 'The number of a case that you can open shows how it will read. What has no value stays blank.',
    previewNumber: 'Number',
    previewGo: 'Preview',
    save: 'Save',
    saved: 'The template was saved.',
    retire: 'Retire',
    retireHint: 'It is offered no more; answers written with it stay as they are.',
    retired: 'Retired',
    edit: 'Change',
    inherited: 'Of a body above',
    back: 'All templates',
  },
};
