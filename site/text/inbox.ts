import type { Text } from './locale.ts';

/** The official's inbox. */
export const inboxText: Text<{
  title: string;
  folders: Record<string, string>;
  filters: string;
  clock: string;
  number: string;
  matter: string;
  respondent: string;
  handler: string;
  state: string;
  filed: string;
  caption: string;
  leftWorking: string;
  leftCalendar: string;
  today: string;
  overWorking: string;
  overCalendar: string;
  paused: string;
  none: string;
  held: string;
  keys: string;
  emptyTitle: string;
  empty: Record<string, string>;
  noGrants: string;
  noGrantsText: string;
  savedFilters: string;
  countedAt: string;
  searchLabel: string;
  search: string;
  searchHint: string;
  searchGo: string;
  moreFilters: string;
  moreFiltersSet: string;
  kind: string;
  matterField: string;
  partOfName: string;
  from: string;
  to: string;
  dateHint: string;
  channel: string;
  assignee: string;
  anyone: string;
  me: string;
  nobody: string;
  risk: string;
  apply: string;
  clear: string;
  keepFilter: string;
  editFilter: string;
  filterName: string;
  save: string;
  drop: string;
  kept: string;
  dropped: string;
  found: string;
  opened: string;
  openedMore: string;
  tooShort: string;
  emptyFiltered: string;
  pick: string;
  pickOne: string;
  assignTo: string;
  assign: string;
  assigned: string;
}> = {
  'zh-CN': {
    title: '收件箱',
    folders: {
      all: '待办',
      mine: '我经办的',
      held: '待核验',
      to_accept: '待受理',
      in_progress: '办理中',
      due_soon: '快到期',
      overdue: '已超期',
      waiting: '等待补充材料',
      answered: '已答复',
      closed: '已结束',
    },
    filters: '按状态筛选',
    clock: '时限',
    number: '编号',
    matter: '事由',
    respondent: '被反映单位',
    handler: '承办单位',
    state: '状态',
    filed: '提交日期',
    caption: '本单位的诉求，先到期的在前',
    leftWorking: '余{days}个工作日',
    leftCalendar: '余{days}天',
    today: '今天到期',
    overWorking: '超期{days}个工作日',
    overCalendar: '超期{days}天',
    paused: '已暂停',
    none: '未起算',
    held: '待核验',
    keys: '可以用键盘：j、k 上下移动，x 选择，/ 搜索，? 看全部快捷键。',
    emptyTitle: '这里没有诉求',
    empty: {
      mine: '还没有诉求交给您经办。',
      all: '没有要办的诉求。有新的诉求时，会发通知给您。',
      held: '没有等待人工核验的诉求。',
      to_accept: '没有等待受理的诉求。',
      in_progress: '没有正在办理的诉求。',
      due_soon: '三个工作日内没有到期的诉求。',
      overdue: '没有超期的诉求，很好。',
      waiting: '没有在等对方补充材料的诉求。',
      answered: '没有答复后尚未办结的诉求。',
      closed: '还没有已结束的诉求。',
    },
    noGrants: '您还没有分配单位和职责',
    noGrantsText: '请联系管理员，为您添加单位和角色。',
    savedFilters: '我保存的筛选',
    countedAt: '截至 {at}',
    searchLabel: '搜索和筛选诉求',
    search: '搜索',
    searchHint: '编号，或经过、诉求里的词语，至少两个字。只搜您能看到的诉求。',
    searchGo: '搜索',
    moreFilters: '筛选',
    moreFiltersSet: '筛选（已选 {n} 项）',
    kind: '类别',
    matterField: '领域',
    partOfName: '名称的一部分即可',
    from: '提交日期从',
    to: '到',
    dateHint: '例如 2026-11-01',
    channel: '来源',
    assignee: '经办人',
    anyone: '不限',
    me: '我自己',
    nobody: '未指定',
    risk: '只看有风险的：已超期，或三个工作日内到期',
    apply: '应用筛选',
    clear: '清除筛选',
    keepFilter: '保存这个筛选',
    editFilter: '修改筛选“{name}”',
    filterName: '筛选名称',
    save: '保存',
    drop: '删除这个筛选',
    kept: '筛选已保存。',
    dropped: '筛选已删除。',
    found: '符合条件的共 {n} 件。',
    opened: '打开查对了 {n} 件，符合的有 {hits} 件，新的在前。',
    openedMore: '打开查对了最近的 {n} 件，符合的有 {hits} 件。更早的还没有查，请点“下一页”继续。',
    tooShort: '请至少输入两个连着的字。',
    emptyFiltered: '没有符合条件的诉求。可以放宽条件，或换一个文件夹。',
    pick: '选择',
    pickOne: '选择 {number}',
    assignTo: '选中的诉求交给',
    assign: '指派',
    assigned: '已指派 {n} 件。',
  },
  en: {
    title: 'Inbox',
    folders: {
      all: 'Open',
      mine: 'On my desk',
      held: 'To screen',
      to_accept: 'To accept',
      in_progress: 'In progress',
      due_soon: 'Due soon',
      overdue: 'Overdue',
      waiting: 'Waiting for material',
      answered: 'Answered',
      closed: 'Ended',
    },
    filters: 'Filter by state',
    clock: 'Clock',
    number: 'Number',
    matter: 'About',
    respondent: 'Respondent',
    handler: 'Who has it',
    state: 'State',
    filed: 'Filed',
    caption: 'Cases of your bodies, what is due first on top',
    leftWorking: '{days} working days left',
    leftCalendar: '{days} days left',
    today: 'Due today',
    overWorking: '{days} working days over',
    overCalendar: '{days} days over',
    paused: 'Paused',
    none: 'Not begun',
    held: 'To screen',
    keys: 'Keys: j and k move, x chooses, / searches, ? shows all keys.',
    emptyTitle: 'Nothing here',
    empty: {
      mine: 'No case is on your desk yet.',
      all: 'Nothing to do. You get a notice when something arrives.',
      held: 'Nothing waits for screening.',
      to_accept: 'Nothing waits to be accepted.',
      in_progress: 'Nothing is in progress.',
      due_soon: 'Nothing is due within three working days.',
      overdue: 'Nothing is overdue. Well done.',
      waiting: 'Nothing waits for material.',
      answered: 'Nothing is answered and still open.',
      closed: 'Nothing has ended yet.',
    },
    noGrants: 'You have no body and no role yet',
    noGrantsText: 'Please ask your administrator to add them.',
    savedFilters: 'My filters',
    countedAt: 'As of {at}',
    searchLabel: 'Search and filter cases',
    search: 'Search',
    searchHint:
      'A number, or words of the story and the demands, two characters at least. Only cases that you may see.',
    searchGo: 'Search',
    moreFilters: 'Filters',
    moreFiltersSet: 'Filters ({n} set)',
    kind: 'Kind',
    matterField: 'Matter',
    partOfName: 'Part of the name will do',
    from: 'Filed from',
    to: 'to',
    dateHint: 'For example 2026-11-01',
    channel: 'Channel',
    assignee: 'Desk of',
    anyone: 'Any',
    me: 'Myself',
    nobody: 'Nobody',
    risk: 'Only what is at risk: overdue, or due within three working days',
    apply: 'Apply',
    clear: 'Clear filters',
    keepFilter: 'Keep this filter',
    editFilter: 'Change the filter “{name}”',
    filterName: 'Name of the filter',
    save: 'Save',
    drop: 'Delete this filter',
    kept: 'The filter is kept.',
    dropped: 'The filter is deleted.',
    found: '{n} cases fit.',
    opened: '{n} cases were opened and read, {hits} fit, newest first.',
    openedMore: 'The newest {n} cases were opened and read, {hits} fit. Older ones were not read yet: “Next” goes on.',
    tooShort: 'Please type at least two characters that stand together.',
    emptyFiltered: 'No case fits. Loosen the filters, or look in another folder.',
    pick: 'Choose',
    pickOne: 'Choose {number}',
    assignTo: 'Give the chosen cases to',
    assign: 'Assign',
    assigned: '{n} cases assigned.',
  },
};
