import type { Text } from './locale.ts';

/** What is said of the loop in timelines, notices and mails. */
export const loopActions: Text<{
  events: Record<string, string>;
  ownEvents: Record<string, string>;
  mails: Record<string, string>;
}> = {
  'zh-CN': {
    events: {
      rating_contacted: '联系评价人',
      rating_verified: '核实差评',
      rating_rectified: '整改',
      rating_looked_again: '上级回访',
      rating_review_asked: '申请复核差评',
      rating_review_refused: '差评复核：不予剔除',
      rating_set_aside: '差评复核：不计入有效差评',
      rating_restored: '差评恢复为有效',
    },
    ownEvents: {
      rating_contacted: '办理单位联系了您，或者到窗口了解了情况',
      rating_verified: '办理单位核实了您的评价',
      rating_rectified: '办理单位写明了整改情况',
      rating_looked_again: '上级单位回头看了整改情况',
      rating_set_aside: '您的评价经复核不计入有效差评，理由写在页面上',
      rating_restored: '您的评价恢复为有效差评',
    },
    mails: {
      'case.rating_rectified': '因为您的评价，窗口写明了怎么改。',
      'case.rating_set_aside': '您的评价经过复核有了决定，理由和不同意时的办法写在页面上。',
      'case.rating_restored': '您的评价恢复为有效差评。',
    },
  },
  en: {
    events: {
      rating_contacted: 'Contacted the rater',
      rating_verified: 'Looked into the bad rating',
      rating_rectified: 'Put right',
      rating_looked_again: 'The superior looked again',
      rating_review_asked: 'Asked for a review of the bad rating',
      rating_review_refused: 'Review: the rating stands',
      rating_set_aside: 'Review: set aside as not valid',
      rating_restored: 'The rating is valid again',
    },
    ownEvents: {
      rating_contacted: 'The body contacted you, or looked into it at the counter',
      rating_verified: 'The body looked into your rating',
      rating_rectified: 'The body wrote what it changed',
      rating_looked_again: 'The superior body looked again',
      rating_set_aside: 'After a review your rating does not count as valid; the reason is on the page',
      rating_restored: 'Your rating counts as valid again',
    },
    mails: {
      'case.rating_rectified': 'The counter wrote what it changed because of your rating.',
      'case.rating_set_aside':
        'Your rating was reviewed. The reason, and what you can do if you disagree, are on the page.',
      'case.rating_restored': 'Your rating counts as valid again.',
    },
  },
};

/** The page on which officials close the loop of one bad rating, and what the rater reads of it. */
export const loopText: Text<{
  title: string;
  lead: string;
  link: string;
  rating: string;
  day: string;
  contact: string;
  contactLeft: string;
  contactNone: string;
  steps: Record<string, string>;
  stages: Record<string, string>;
  none: string;
  outcomes: Record<string, string>;
  take: string;
  outcome: string;
  words: string;
  wordsHint: string;
  publicText: string;
  publicHint: string;
  save: string;
  saved: string;
  pending: string;
  review: string;
  reviewLead: string;
  reason: string;
  reasons: Record<string, string>;
  grounds: string;
  groundsHint: string;
  propose: string;
  states: Record<string, string>;
  proposedBy: string;
  decidedBy: string;
  insider: string;
  decision: string;
  decide: string;
  refuse: string;
  restore: string;
  restoreLead: string;
  refusals: Record<string, string>;
  own: string;
  ownLead: string;
  notYet: string;
  asideTitle: string;
  asideText: string;
  asideDo: string;
  figuresTitle: string;
  figuresLead: string;
  answered: string;
  putRight: string;
  bad: string;
  setAside: string;
  late: string;
  lateOf: string;
  all: string;
}> = {
  'zh-CN': {
    title: '差评整改',
    lead: '联系、核实、整改、答复、回访，一步一记。只能添加，不能改写。评价人凭编号看得到走到哪一步。',
    link: '差评整改：联系、核实、整改、回访',
    rating: '评价',
    day: '评价日期',
    contact: '联系方式',
    contactLeft: '留了，须答复',
    contactNone: '没有留，到窗口核实',
    steps: { contacted: '联系', verified: '核实', rectified: '整改', looked_again: '回访' },
    stages: { contacted: '联系', verified: '核实', rectified: '整改', answered: '答复', looked_again: '回访' },
    none: '还没有记录。',
    outcomes: {
      phone: '电话联系',
      message: '在平台留言',
      in_person: '当面联系',
      not_reached: '没有联系上',
      no_contact: '没有留联系方式，已到窗口了解',
      valid: '属实',
      partly: '部分属实',
      unfounded: '不属实',
      done: '已经改好',
      planned: '已定措施，正在改',
      kept: '改了，保持住了',
      not_kept: '没有保持住',
    },
    take: '记录一步',
    outcome: '结果',
    words: '情况说明',
    wordsHint: '内部可见，加密保存。不要写评价人的姓名电话。',
    publicText: '改了什么（公开）',
    publicHint: '一两句话，会登在服务点的公开页上。例如：增开一个窗口，平均等候降到二十分钟。不要写个人信息。',
    save: '记录',
    saved: '已记录。',
    pending: '待办',
    review: '申诉复核',
    reviewLead:
      '认为是误评或恶意评价的，写明理由申请复核，由评价对象以外的另一人决定。复核通过的仍然计数，单独列出，可以恢复。“不好听”不是理由。',
    reason: '理由类别',
    reasons: { mistaken: '误评（点错、评错了窗口）', malicious: '恶意评价' },
    grounds: '事实和证据',
    groundsHint: '至少 10 个字，写清怎样查明的。',
    propose: '申请复核',
    states: { proposed: '等待复核', set_aside: '不计入有效差评', refused: '不予剔除', restored: '已恢复' },
    proposedBy: '申请',
    decidedBy: '决定',
    insider: '由本单位另一人决定：其上没有可以复核的单位。',
    decision: '决定的理由（评价人看得到）',
    decide: '不计入有效差评',
    refuse: '不予剔除',
    restore: '恢复为有效差评',
    restoreLead: '有新的情况，或者当初的决定不对，可以随时恢复。',
    refusals: {
      own_proposal: '申请复核的人不能自己决定。',
      own_body: '被评价单位的人不能决定，由上级单位的督查人员办理。',
      role: '由上级单位的督查人员决定。',
    },
    own: '您的差评走到哪一步',
    ownLead: '1 个工作日内联系或核实，5 个工作日内整改并答复，上级回头看。',
    notYet: '还没有',
    asideTitle: '您的评价经复核，不计入有效差评',
    asideText: '类别：{reason}。理由：{words}',
    asideDo: '它仍然计入评价总数，公开页上单独列出。不同意的，可以在下面给办理单位留言，或者在答复以后申请上级复查。',
    figuresTitle: '差评闭环',
    figuresLead: '实名差评（留了联系方式的）要全部答复，有效差评（没有被复核剔除的）要全部整改。还没有核实的也算有效。',
    answered: '实名差评已答复',
    putRight: '有效差评已整改',
    bad: '差评总数',
    setAside: '其中复核后不计入有效差评',
    late: '超期未办',
    lateOf: '未答复 {answers} 条，未整改 {changes} 条',
    all: '各单位的差评和复核',
  },
  en: {
    title: 'Putting a bad rating right',
    lead: 'Contact, check, put right, answer, look again: each step is noted, added and never rewritten. The rater sees how far it is.',
    link: 'Putting the bad rating right: contact, check, change, look again',
    rating: 'Rating',
    day: 'Rated on',
    contact: 'Contact',
    contactLeft: 'Left: an answer is owed',
    contactNone: 'None left: look into it at the counter',
    steps: { contacted: 'Contact', verified: 'Check', rectified: 'Put right', looked_again: 'Look again' },
    stages: {
      contacted: 'Contact',
      verified: 'Check',
      rectified: 'Put right',
      answered: 'Answer',
      looked_again: 'Look again',
    },
    none: 'Nothing noted yet.',
    outcomes: {
      phone: 'By telephone',
      message: 'By a message in the portal',
      in_person: 'In person',
      not_reached: 'Not reached',
      no_contact: 'No contact was left; looked into at the counter',
      valid: 'As rated',
      partly: 'Partly as rated',
      unfounded: 'Not as rated',
      done: 'Put right',
      planned: 'Decided and under way',
      kept: 'Changed, and kept up',
      not_kept: 'Not kept up',
    },
    take: 'Note a step',
    outcome: 'Outcome',
    words: 'What was found',
    wordsHint: 'Internal and stored encrypted. Leave out the rater’s name and number.',
    publicText: 'What was changed (public)',
    publicHint: 'A sentence or two, published on the page of the service point. No personal data.',
    save: 'Note it',
    saved: 'Noted.',
    pending: 'To do',
    review: 'Review',
    reviewLead:
      'A mistaken or malicious rating can be set aside only by a review with a reason, decided by another person who is not of the rated body. It still counts, is shown as set aside, and can be restored.',
    reason: 'Ground',
    reasons: { mistaken: 'Mistaken (wrong tap, wrong counter)', malicious: 'Malicious' },
    grounds: 'Facts and evidence',
    groundsHint: 'At least 10 characters: how it was found out.',
    propose: 'Ask for a review',
    states: {
      proposed: 'Waits for a review',
      set_aside: 'Set aside',
      refused: 'The rating stands',
      restored: 'Restored',
    },
    proposedBy: 'Asked by',
    decidedBy: 'Decided by',
    insider: 'Decided by another person of the same body: nobody stands above it.',
    decision: 'Reason of the decision (the rater reads it)',
    decide: 'Set aside',
    refuse: 'It stands',
    restore: 'Make it valid again',
    restoreLead: 'If something new is known, or the decision was wrong, it can be taken back at any time.',
    refusals: {
      own_proposal: 'Whoever asked for the review does not decide it.',
      own_body: 'Nobody of the rated body decides; a supervisor of the superior body does.',
      role: 'A supervisor of the superior body decides.',
    },
    own: 'How far your bad rating is',
    ownLead:
      'Contacted or looked into within 1 working day, put right and answered within 5; then the superior looks again.',
    notYet: 'not yet',
    asideTitle: 'After a review your rating does not count as a valid bad rating',
    asideText: 'Ground: {reason}. Reason: {words}',
    asideDo:
      'It still counts among all ratings and is listed on the public page. If you disagree, write to the body below, or ask the superior body for a review once there is an answer.',
    figuresTitle: 'Bad ratings put right',
    figuresLead:
      'Every bad rating with a contact is to be answered, every valid one (not set aside by a review) to be put right. Those not yet checked count as valid.',
    answered: 'With a contact, answered',
    putRight: 'Valid, put right',
    bad: 'Bad ratings',
    setAside: 'of them set aside after a review',
    late: 'Overdue',
    lateOf: '{answers} not answered, {changes} not put right',
    all: 'Bad ratings and reviews of all bodies',
  },
};

/** Anomalies of ratings, as cards with the numbers behind them. */
export const flagText: Text<{
  title: string;
  lead: string;
  none: string;
  kinds: Record<string, string>;
  why: Record<string, string>;
  rules: string;
  ruleWords: Record<string, string>;
  version: string;
  decision: string;
  decisions: Record<string, string>;
  words: string;
  note: string;
  noted: string;
  open: string;
  reviews: string;
  reviewsNone: string;
  number: string;
  point: string;
  body: string;
  state: string;
  reason: string;
}> = {
  'zh-CN': {
    title: '异常提示',
    lead: '系统按写明的规则找出来，请人看一看。提示不扣减任何评价，也不能删除；看过以后写明结论。不保存任何网络地址，同一设备只用当天的加密标记辨认。',
    none: '没有异常提示。',
    kinds: { burst: '评价突增', one_source: '来源集中', uniform_praise: '一律好评' },
    why: {
      burst: '当天 {count} 次评价，前四周有评价的日子中位数是 {usual} 次，是平时的 {times} 倍；其中差评 {bad} 次。',
      one_source: '当天 {count} 次评价，其中 {repeated} 次（{percent}%）来自当天在这里评过的设备。',
      uniform_praise:
        '{days} 天里 {count} 次评价全部是“非常满意”；此前 {past} 次评价里这一档约占 {percent}%，碰巧全满的机会不到 {oneIn} 分之一。',
    },
    rules: '规则',
    ruleWords: {
      burst: '一天不少于 {least} 次，并且达到前 {back} 天中位数的 {times} 倍（其中有评价的日子不少于 {known} 天）。',
      one_source: '一天里重复设备的评价不少于 {least} 次，并且占到 {percent}%。',
      uniform_praise:
        '{days} 天里不少于 {least} 次，全部为最高档；按此前 {back} 天（不少于 {known} 次）的占比推算，碰巧的机会小于千分之一。',
    },
    version: '规则第 {version} 版',
    decision: '看过以后的结论',
    decisions: { explained: '有正常原因', watched: '继续留意', looked_into: '已到现场或书面查问' },
    words: '写明原因或查问结果',
    note: '记下结论',
    noted: '结论',
    open: '待看',
    reviews: '申诉复核',
    reviewsNone: '没有申诉复核。',
    number: '诉求编号',
    point: '服务点',
    body: '单位',
    state: '状态',
    reason: '理由',
  },
  en: {
    title: 'Anomalies',
    lead: 'Found by the rules below, for a person to look at. A flag takes nothing out of any figure and cannot be deleted; the conclusion is written down. No network address is stored: a device is known by a keyed mark of the day only.',
    none: 'No anomalies.',
    kinds: { burst: 'Sudden rise', one_source: 'One source', uniform_praise: 'Nothing but praise' },
    why: {
      burst:
        '{count} ratings on that day; the median of rated days in the four weeks before is {usual}, so {times} times as many; {bad} of them bad.',
      one_source:
        '{count} ratings on that day, {repeated} of them ({percent} %) by devices that had rated here on it before.',
      uniform_praise:
        '{count} ratings in {days} days, all of the best level; in the {past} before, it was given in about {percent} %: by chance less than once in {oneIn}.',
    },
    rules: 'Rules',
    ruleWords: {
      burst:
        'At least {least} on a day, and {times} times the median of the {back} days before ({known} of them with ratings at least).',
      one_source: 'At least {least} ratings of a day by repeated devices, and {percent} % of them.',
      uniform_praise:
        'At least {least} in {days} days, all of the best level, and by the share of the {back} days before ({known} ratings at least) less likely than one in a thousand.',
    },
    version: 'Rules, version {version}',
    decision: 'Conclusion',
    decisions: {
      explained: 'An ordinary reason',
      watched: 'Keep watching',
      looked_into: 'Looked into on the spot or in writing',
    },
    words: 'The reason, or what was found',
    note: 'Note it',
    noted: 'Conclusion',
    open: 'To look at',
    reviews: 'Reviews',
    reviewsNone: 'No reviews.',
    number: 'Case',
    point: 'Service point',
    body: 'Body',
    state: 'State',
    reason: 'Ground',
  },
};
