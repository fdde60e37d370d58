import type { Text } from './locale.ts';

/** Cases that belong together: the page of a group, and what the page of a case says of it. */
export const groupText: Text<{
  title: string;
  lead: string;
  open: string;
  isMerged: string;
  hasMerged: string;
  rule: string;
  relations: Record<string, string>;
  hints: Record<string, string>;
  none: string;
  number: string;
  about: string;
  handler: string;
  due: string;
  filed: string;
  state: string;
  act: string;
  link: string;
  member: string;
  unlink: string;
  done: Record<string, string>;
  replyTitle: string;
  replyLead: string;
  outcome: string;
  replyText: string;
  replyHint: string;
  ground: string;
  promisedOn: string;
  promisedHint: string;
  send: string;
  sent: string;
  stillOpen: string;
  goOn: string;
  back: string;
}> = {
  'zh-CN': {
    title: '关联诉求',
    lead: '反映同一件事的诉求可以合并办理、关联，或者作为群体诉求一并答复。每位反映人只看到自己的内容和答复。',
    open: '关联诉求：合并、关联、一并答复',
    isMerged: '这件诉求已并入另一件，合在一起办理。',
    hasMerged: '有诉求并入本件，合在一起办理。先答复或分开，才能转办、退回或办结。',
    rule: '合并不赢得时间：并入时限先到的一件，各自的时限照常走，各自答复时结束；分开后恢复合并前的状态。',
    relations: {
      merged: '并入本件的诉求',
      merged_into: '本件并入的诉求',
      member: '群体诉求的成员',
      lead: '所属群体诉求',
      duplicate: '已关联的同类诉求',
      alike: '可能是同一件事',
    },
    hints: { alike: '同一被反映单位、同一领域、九十天内提交。只有工作人员能看到。' },
    none: '没有。',
    number: '编号',
    about: '事由',
    handler: '承办单位',
    due: '到期日',
    filed: '提交日期',
    state: '状态',
    act: '操作',
    link: '关联',
    member: '加入群体诉求',
    unlink: '取消关联',
    done: {
      link: '已经关联。',
      unlink: '已经取消关联。',
      merge: '已经合并。',
      split: '已经分开。',
    },
    replyTitle: '一并答复',
    replyLead:
      '给并入本件的诉求和群体诉求的每位成员各发一份答复。每件各自加密、各自记录、各自结束时限；需要签发的，逐件签发。不包括本件。',
    outcome: '结论',
    replyText: '答复内容',
    replyHint: '每位反映人都会看到这段话，请不要写某一位反映人的情况。',
    ground: '依据（文件和条款）',
    promisedOn: '答应办到的日期',
    promisedHint: '例如 2026-12-31。没有就不填。',
    send: '一并答复',
    sent: '已经答复 {done} 件。',
    stillOpen: '还有 {open} 件没有答复：',
    goOn: '继续答复其余的',
    back: '诉求',
  },
  en: {
    title: 'Cases that belong together',
    lead: 'Cases about one thing can be merged, linked, or answered together as a mass complaint. Each complainant sees their own words and answer alone.',
    open: 'Cases that belong together: merge, link, one reply',
    isMerged: 'This case was merged into another and is dealt with together with it.',
    hasMerged:
      'Other cases are merged into this one. Answer or split them before it is transferred, returned or closed.',
    rule: 'Merging wins no time: a case goes into the one whose clock ends first, each clock runs on and ends by its own answer; splitting restores what was.',
    relations: {
      merged: 'Merged into this case',
      merged_into: 'This case was merged into',
      member: 'Members of the mass complaint',
      lead: 'Mass complaint to which it belongs',
      duplicate: 'Linked as alike',
      alike: 'Perhaps about the same',
    },
    hints: { alike: 'Same respondent, same matter, filed within ninety days. Only officials see this.' },
    none: 'None.',
    number: 'Number',
    about: 'About',
    handler: 'Who has it',
    due: 'Due',
    filed: 'Filed',
    state: 'State',
    act: 'Act',
    link: 'Link',
    member: 'Take into the mass complaint',
    unlink: 'Unlink',
    done: { link: 'Linked.', unlink: 'Unlinked.', merge: 'Merged.', split: 'Split.' },
    replyTitle: 'One reply to all',
    replyLead:
      'Each case merged into this one and each member of the mass complaint gets an answer of its own, sealed, recorded and counted by itself; where answers are released, each is. This case itself is not included.',
    outcome: 'Outcome',
    replyText: 'Answer',
    replyHint: 'Every complainant reads these words: write nothing about one of them.',
    ground: 'Legal ground',
    promisedOn: 'Promised by',
    promisedHint: 'For example 2026-12-31. Leave it empty where nothing is promised.',
    send: 'Reply to all',
    sent: '{done} cases are answered.',
    stillOpen: '{open} are not answered yet:',
    goOn: 'Go on with the others',
    back: 'Case',
  },
};
