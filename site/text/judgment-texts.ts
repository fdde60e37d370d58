import type { Text } from './locale.ts';

/** The full text of a judgment on the page of its record. */
export const judgmentPage: Text<{
  title: string;
  lead: string;
  contents: string;
  after: string;
  paragraph: string;
  cite: string;
  citeText: string;
  hash: string;
  parts: Record<string, string>;
}> = {
  'zh-CN': {
    title: '裁判文书全文',
    lead: '自然人的姓名、住址、号码等已经按法释〔2016〕19号隐去，并由第二人对照原文核对。引用时请写段落号。',
    contents: '目录',
    after: '全文之后：异议、来源和版本',
    paragraph: '第 {number} 段',
    cite: '引用格式',
    citeText: '{court}{number}{kind}，{date}，载{address}',
    hash: '公开文本 SHA-256',
    parts: {
      parties: '当事人',
      procedure: '案由和审理经过',
      claims: '诉讼请求',
      defence: '答辩意见',
      facts: '审理查明',
      reasons: '本院认为',
      order: '裁判结果',
      costs: '费用和上诉',
      judges: '审判人员',
      annex: '附录',
    },
  },
  en: {
    title: 'Full text of the judgment',
    lead: 'In Chinese, as the court wrote it. Names, homes and numbers of natural persons are hidden by 法释〔2016〕19号 and were checked against the original by a second person. Cite by paragraph.',
    contents: 'Contents',
    after: 'After the text: objections, sources and versions',
    paragraph: 'Paragraph {number}',
    cite: 'Cite as',
    citeText: '{court} {number} {kind}, {date}, {address}',
    hash: 'SHA-256 of the published text',
    parts: {
      parties: 'Parties',
      procedure: 'Dispute and procedure',
      claims: 'Claims',
      defence: 'Defence',
      facts: 'Facts found',
      reasons: 'Reasons of the court',
      order: 'Order',
      costs: 'Costs and appeal',
      judges: 'Judges',
      annex: 'Annex',
    },
  },
};

/** The officials' page on which the text is put, checked beside its original and approved. */
export const judgmentDesk: Text<{
  title: string;
  link: string;
  back: string;
  none: string;
  notTaken: string;
  waiting: string;
  waitingPublic: string;
  public: string;
  own: string;
  shown: string;
  published: string;
  put: string;
  putAgain: string;
  putHint: string;
  putPublic: string;
  text: string;
  textHint: string;
  file: string;
  fileHint: string;
  names: string;
  namesHint: string;
  keep: string;
  keepHint: string;
  save: string;
  open: string;
  openText: string;
  why: string;
  whyHint: string;
  openButton: string;
  standing: string;
  standingText: string;
  mend: string;
  again: string;
  approve: string;
  approveText: string;
  approveRecord: string;
  approveButton: string;
  remove: string;
  removeText: string;
  removeButton: string;
  done: Record<string, string>;
}> = {
  'zh-CN': {
    title: '裁判文书全文',
    link: '裁判文书全文',
    back: '回到这条信息',
    none: '还没有录入裁判文书。',
    notTaken: '这条信息不能附裁判文书，或者已经不再公示。',
    waiting: '已录入，等第二人对照原文核对，和这条信息一起批准。',
    waitingPublic: '已录入，等第二人对照原文核对后批准。批准之前公众看不到。',
    public: '已经公开。',
    own: '这份文书由您录入，须由另一人批准。',
    shown: '您已经对照原文读过现在这一版。',
    published: '公众看到的文本',
    put: '录入文书',
    putAgain: '换一份文书',
    putHint: '保存后，规则先隐去姓名、住址、号码等，原文加密封存。录入后由第二人核对。',
    putPublic: '现在公开的文本会立即隐藏，等新的文本批准后再公开。原来的原文随密钥一起销毁。',
    text: '文书全文',
    textHint: '从标题到书记员，一段一行。最多 50 万字节。',
    file: '或者选文件',
    fileHint: '纯文本（.txt），UTF-8 或 GB 18030。选了文件就不用粘贴。',
    names: '还要隐去的姓名',
    namesHint: '每行一个。规则没有认出的人名写在这里。',
    keep: '不是姓名的词',
    keepHint: '每行一个。规则认错的词写在这里，会还原。',
    save: '保存并隐名',
    open: '对照原文核对',
    openText: '原文含有当事人的个人信息。每次打开都记入审计，写明谁、什么时候、为什么。',
    why: '为什么打开',
    whyHint: '例如：公示前核对隐名处理',
    openButton: '打开原文',
    standing: '补上的姓名仍在公开文本里',
    standingText: '规则在审判人员、律师的位置保留姓名。如果这里是另一个人，请先改正文书再录入。',
    mend: '补漏和还原',
    again: '重新隐名',
    approve: '批准',
    approveText: '批准的是上面这一版文本。之后再有改动，须重新核对。',
    approveRecord: '批准公示（连同文书）',
    approveButton: '批准公开这份文书',
    remove: '删除文书',
    removeText: '文书立即从公开页面消失，原文随密钥一起销毁，不能恢复。这条信息本身不变。',
    removeButton: '删除文书',
    done: {
      put: '已录入。原文已经封存。',
      approved: '已批准。',
      removed: '已删除，原文已经销毁。',
    },
  },
  en: {
    title: 'Full text of the judgment',
    link: 'Full text of the judgment',
    back: 'Back to the record',
    none: 'No text has been put yet.',
    notTaken: 'This record takes no text of a judgment, or is at its end.',
    waiting: 'Put. A second person reads it beside the original and approves it together with the record.',
    waitingPublic: 'Put. The public sees it once a second person has read it beside the original and approved it.',
    public: 'The text is public.',
    own: 'You put this text: another person must approve it.',
    shown: 'You have read this version beside the original.',
    published: 'What the public reads',
    put: 'Put the text',
    putAgain: 'Put another text',
    putHint:
      'On saving, the rules hide names, homes and numbers, and the original is sealed. A second person then checks it.',
    putPublic:
      'The text that is public now is hidden at once, until the new one is approved. Its original is destroyed with its key.',
    text: 'Text of the judgment',
    textHint: 'From the heading to the clerk, a paragraph a line. At most 500,000 bytes.',
    file: 'Or choose a file',
    fileHint: 'Plain text (.txt) in UTF-8 or GB 18030. With a file there is nothing to paste.',
    names: 'Further names to hide',
    namesHint: 'One a line: persons whom the rules did not see.',
    keep: 'Words that are no names',
    keepHint: 'One a line: what the rules took for a name is given back.',
    save: 'Save and hide names',
    open: 'Check it beside the original',
    openText: 'The original holds personal data of the parties. Each opening goes into the audit: who, when and why.',
    why: 'Why you open it',
    whyHint: 'For example: check what is hidden before publication',
    openButton: 'Open the original',
    standing: 'Names that you added still stand in the published text',
    standingText:
      'The rules keep names where they name judges and lawyers. If it is somebody else here, correct the text and put it again.',
    mend: 'Add what was missed, give back what is wrong',
    again: 'Hide names again',
    approve: 'Approve',
    approveText: 'You approve the version above. After any change it must be read again.',
    approveRecord: 'Approve the record with its text',
    approveButton: 'Approve the text',
    remove: 'Remove the text',
    removeText:
      'The text leaves the public page at once and its original is destroyed with its key, for good. The record stays as it is.',
    removeButton: 'Remove the text',
    done: {
      put: 'Saved. The original is sealed.',
      approved: 'Approved.',
      removed: 'Removed; the original is destroyed.',
    },
  },
};
