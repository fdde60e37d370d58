import type { Text } from './locale.ts';

/** Words of the complaint form. Short sentences; "you" is whoever files. */
interface Words {
  title: string;
  step: string;
  back: string;
  next: string;
  summary: string;
  kept: string;
  change: string;
  whyAsk: string;
  wentWrong: string;
  storyQ: string;
  storyHint: string;
  storyLabel: string;
  storyExample: string;
  storyExampleText: string;
  before: string;
  beforeItems: string[];
  acceptableQ: string;
  acceptableHint: string;
  obstacles: Record<string, [string, string]>;
  stopTitle: string;
  stops: Record<string, { text: string; links: [string, string][] }>;
  stopChange: string;
  kindQ: string;
  kindHint: string;
  kinds: Record<string, [string, string]>;
  seems: string;
  seemsWords: string;
  bodyQ: string;
  bodyHint: string;
  bodyLabel: string;
  bodyInputHint: string;
  bodySearch: string;
  bodyChosen: string;
  bodyFound: string;
  bodyNone: string;
  bodyNoneText: string;
  bodyAlso: string;
  bodyPlace: string;
  bodyPlaceText: string;
  bodyIn: string;
  bodyPlaces: string;
  bodyMore: string;
  matterQ: string;
  matterHint: string;
  matterSeems: string;
  matterOthers: string;
  detailsQ: Record<string, string>;
  detailsHint: string;
  promised: Record<string, [string, string]>;
  promiseDocument: Record<string, [string, string]>;
  promisedOn: Record<string, [string, string]>;
  amount: Record<string, [string, string]>;
  bodySays: [string, string];
  changeReason: [string, string];
  demandsQ: string;
  demandsHint: string;
  demand: string;
  demandAdd: string;
  demandRemove: string;
  evidenceQ: string;
  evidenceHint: string;
  evidenceWho: string;
  evidenceLabel: string;
  evidenceFileHint: string;
  evidenceSend: string;
  evidenceList: string;
  evidenceNone: string;
  evidenceRemove: string;
  evidenceDelete: string;
  evidenceFull: string;
  evidenceSkip: string;
  evidenceSending: string;
  evidenceFailed: string;
  evidenceChoose: string;
  youQ: string;
  youHint: string;
  who: string;
  whos: Record<string, [string, string]>;
  anonymousNo: string;
  aboutPerson: string;
  aboutEnterprise: string;
  name: string;
  nameSeen: string;
  contactName: string;
  enterpriseName: string;
  uscc: string;
  usccHint: string;
  size: string;
  sizeHint: string;
  sizes: Record<string, string>;
  reach: string;
  reachHint: string;
  phone: string;
  phoneSeen: string;
  email: string;
  emailSeen: string;
  enterpriseSeen: string;
  anonymousNote: string;
  declaration: string;
  declarationText: string;
  sharingQ: string;
  sharingHint: string;
  toHandler: string;
  toHandlerHint: string;
  toRespondent: string;
  toRespondentHint: string;
  summaryPublic: string;
  summaryPublicHint: string;
  yes: string;
  no: string;
  checkQ: string;
  checkHint: string;
  sections: Record<string, string>;
  facts: Record<string, string>;
  handledBy: string;
  acceptedBy: string;
  acceptedByText: string;
  watchedBy: string;
  supportedBy: string;
  whyThem: string;
  steps: string;
  when: string;
  dueBy: string;
  dueAfter: string;
  noClock: string;
  starts: Record<string, string>;
  clockSteps: Record<string, string>;
  unit: Record<string, string>;
  certainty: Record<string, string>;
  basis: string;
  humanTitle: string;
  humanWorking: string;
  humanDone: string;
  humanHeld: string;
  send: string;
  sendNote: string;
  doneTitle: string;
  doneLead: string;
  doneHeld: string;
  number: string;
  code: string;
  codeHint: string;
  saveImage: string;
  copy: string;
  copied: string;
  print: string;
  nextTitle: string;
  next1: string;
  next1Held: string;
  next3: string;
  qr: string;
  track: string;
  doneOver: string;
  doneOverText: string;
  started: string;
  startedGo: string;
  none: string;
}

export const complain: Text<Words> = {
  'zh-CN': {
    title: '我要反映',
    step: '第 {n} 步，共 {m} 步',
    back: '上一步',
    next: '继续',
    summary: '您已经写的',
    kept: '填写的内容会加密保存 24 小时，可以歇一歇再来。',
    change: '修改',
    whyAsk: '为什么问这个，谁会看到',
    wentWrong: '没有成功',
    storyQ: '发生了什么事？',
    storyHint: '用自己的话写就行。什么时候、在哪里、谁答应了什么、后来怎样了。',
    storyLabel: '事情经过',
    storyExample: '看一个例子',
    storyExampleText:
      '2021年，区里请我们来办厂，协议写明投产后三个月内返还三成土地款。我们当年就投产了，款一直没有返还。今年再去问，说负责的人已经调走，要重新研究。',
    before: '开始之前',
    beforeItems: [
      '不用注册，手机就能填。大约需要十分钟。',
      '最好把协议、文件、转账记录的照片放在手边。没有也可以先反映。',
      '办理的单位不会是您反映的那个单位。',
    ],
    acceptableQ: '这件事现在有没有别的机关在办？',
    acceptableHint: '有些事法律规定要由别的机关先办，这里不能同时受理。',
    obstacles: {
      none: ['没有，或者法院已经判了但对方不执行', '可以在这里反映。'],
      pending_proceedings: ['正在打官司、仲裁、行政复议，或监察机关正在查', '案子还没有结果。'],
      already_answered: ['这里已经正式答复过，没有新的情况', '补充了新的事实或证据，请选第一项。'],
      not_integrity: ['和政府说话算不算数无关', '例如邻里纠纷、个人之间的债务、刑事案件、劳动争议。'],
      state_secret: ['涉及国家秘密', '请不要在网上写任何内容。'],
    },
    stopTitle: '这件事不能在这里受理',
    stops: {
      pending_proceedings: {
        text: '案件还在法院、仲裁、行政复议或监察程序中，请等那边的结果。判决生效以后对方不执行，您可以再来，我们受理“判决未履行”。',
        links: [['https://www.12348.gov.cn', '中国法律服务网（12348），问法律问题']],
      },
      already_answered: {
        text: '同一件事已经正式答复，没有新的事实。您可以用编号和查询码查看答复并给出评价；如有新的事实或证据，请回到上一题选第一项。',
        links: [['/track', '查进度和答复']],
      },
      not_integrity: {
        text: '这件事不属于政务诚信。生活中的急难事可以打 12345 政务服务便民热线；劳动争议打 12333；遇到危险请打 110。',
        links: [['https://www.gov.cn', '中国政府网，可以找到办事入口']],
      },
      state_secret: {
        text: '涉及国家秘密的内容不能在网上提交。请向保密行政管理部门当面反映。',
        links: [],
      },
      no_handler: {
        text: '反映省级人民政府，本站没有上级单位可以办理。可以到国务院“互联网+督查”平台反映。',
        links: [['https://tousu.www.gov.cn', '国务院“互联网+督查”']],
      },
    },
    stopChange: '选错了？可以在下面改。',
    kindQ: '哪一种说法最接近？',
    kindHint: '选错也没关系，工作人员会核对。',
    kinds: {
      promise: ['答应的事没有兑现', '承诺的政策、奖励、补贴、返还，或者签的合同，到期没有做到。'],
      old_debt: ['换了人就不认账', '换了领导，单位改名、合并或撤销以后，不认以前的约定。'],
      arrears: ['欠我们企业的钱没有付', '机关、事业单位或国有企业欠工程款、货款、服务费。'],
      tip_off: ['我不是当事人，想举报', '您知道有单位不守信用。可以不留姓名。'],
      other: ['说不清，或者都不是', '由工作人员来判断。'],
    },
    seems: '像这一种',
    seemsWords: '因为您写了：{words}',
    bodyQ: '您反映的是哪个单位？',
    bodyHint: '就是答应了没做到、欠钱没付，或者做得不对的那个单位。',
    bodyLabel: '单位名称',
    bodyInputHint: '写全称、简称或以前的名称都可以，例如“样例市商务局”。',
    bodySearch: '查找',
    bodyChosen: '您选的是',
    bodyFound: '找到这些单位，请选一个',
    bodyNone: '没有找到“{query}”',
    bodyNoneText: '请少写几个字再试，或者按地方查找。找不到下属单位时，请选它的主管部门或所在地的政府。',
    bodyAlso: '又名 {name}',
    bodyPlace: '不记得名称？按地方找',
    bodyPlaceText: '先选地方，再从单位里选。',
    bodyIn: '{place}的单位',
    bodyPlaces: '{place}下面的地方',
    bodyMore: '还有更多单位没有列出，请在上面写名称查找。',
    matterQ: '这件事和什么有关？',
    matterHint: '由它决定交给哪个单位办。',
    matterSeems: '从您写的内容看，像是：',
    matterOthers: '都不是？看全部',
    detailsQ: {
      promise: '当时是怎么答应的？',
      old_debt: '以前是怎么约定的？',
      arrears: '欠的是什么款？',
      tip_off: '还有什么要补充？',
      other: '还有什么要补充？',
    },
    detailsHint: '知道多少写多少。写得越具体，答复越快。',
    promised: {
      promise: ['答应了什么', '例如：投产后三个月内返还土地款的三成。'],
      old_debt: ['约定了什么', '例如：投产后三个月内返还土地款的三成。'],
      arrears: ['为什么欠', '例如：2023年学校食堂改造，已经验收。'],
    },
    promiseDocument: {
      promise: ['写在哪里', '协议、文件、会议纪要的名称和编号。口头答应的，写谁在什么场合说的。'],
      old_debt: ['写在哪里', '协议、文件、会议纪要的名称和编号。口头约定的，写谁在什么场合说的。'],
      arrears: ['合同或凭证', '合同名称和编号，或者结算单、发票。'],
    },
    promisedOn: {
      promise: ['哪一天答应的', '例如 2021年3月1日。记不清日子，写大概的一天。'],
      old_debt: ['哪一天约定的', '例如 2021年3月1日。记不清日子，写大概的一天。'],
      arrears: ['应当在哪一天付款', '例如 2024年6月30日。'],
    },
    amount: {
      promise: ['涉及多少钱（元）', '按元填写，例如 120000.50。不涉及钱就空着。'],
      old_debt: ['涉及多少钱（元）', '按元填写，例如 120000.50。不涉及钱就空着。'],
      arrears: ['欠多少钱（元）', '按元填写，不用万元。例如 12 万元写 120000。'],
      tip_off: ['涉及多少钱（元）', '按元填写。不知道就空着。'],
      other: ['涉及多少钱（元）', '按元填写。不涉及钱就空着。'],
    },
    bodySays: ['单位现在怎么说', '例如：财政困难，让再等等。没有答复也可以写“没有答复”。'],
    changeReason: ['它说换了什么人、改了什么单位', '例如：原来的负责人调走了；单位合并到别处了。'],
    demandsQ: '您想要什么结果？',
    demandsHint: '一项写一条，最多 10 条。办理的单位要一条一条答复。',
    demand: '第 {n} 项',
    demandAdd: '再加一项',
    demandRemove: '去掉第 {n} 项',
    evidenceQ: '有没有材料可以证明？',
    evidenceHint: '照片、扫描件、PDF、文档、录音、录像、文字都可以。每个文件不超过 20 MB，最多 10 个。',
    evidenceWho: '材料加密保存。办理您这件事的单位可以看到，每次查看都有记录。被反映的单位看不到。',
    evidenceLabel: '选一个文件',
    evidenceFileHint: '不能传压缩包和程序。',
    evidenceSend: '上传这个文件',
    evidenceList: '已经上传',
    evidenceNone: '还没有上传。没有材料可以直接继续。',
    evidenceRemove: '删除 {name}',
    evidenceDelete: '删除',
    evidenceFull: '已经有 10 个文件，不能再加。',
    evidenceSkip: '继续',
    evidenceSending: '正在上传 {name}：{percent}%',
    evidenceFailed: '没有传成功，请再试一次。',
    evidenceChoose: '选择文件，可以选多个',
    youQ: '您是谁，怎么找到您？',
    youHint: '只问办理这件事用得着的。全部加密保存。',
    who: '您以什么身份反映',
    whos: {
      person: ['个人', '以自己的名义。'],
      enterprise: ['企业或个体工商户', '需要统一社会信用代码。'],
      anonymous: ['不留姓名', '没有人知道您是谁，也没有人能联系您。凭编号和查询码看结果。'],
    },
    anonymousNo: '这一类需要知道答复给谁，所以不能匿名。您可以选择不让承办单位看到姓名。',
    aboutPerson: '个人请填',
    aboutEnterprise: '企业请填',
    name: '姓名',
    nameSeen: '被反映的单位看不到。承办单位只有您同意才能看到，并且会留下记录。',
    contactName: '联系人',
    enterpriseName: '企业名称',
    uscc: '统一社会信用代码',
    usccHint: '营业执照上的 18 位代码。',
    size: '企业规模',
    sizeHint: '中小企业的欠款有专门的办理期限。',
    sizes: { micro: '微型', small: '小型', medium: '中型', large: '大型' },
    reach: '怎么联系您',
    reachHint: '电话和邮箱填一个就行。',
    phone: '电话',
    phoneSeen: '用来核实情况。被反映的单位看不到；承办单位要您同意才能看到。',
    email: '电子邮箱',
    emailSeen: '有了进展会发邮件提醒，邮件里只有链接，没有内容。',
    enterpriseSeen: '和姓名一样保密。',
    anonymousNote: '选了“不留姓名”，下面都不用填。',
    declaration: '声明',
    declarationText: '我声明：这笔欠款没有在法院、仲裁机构或其他机关办理，所填内容属实。',
    sharingQ: '哪些可以让别人知道？',
    sharingHint: '由您决定。不同意也照样受理，不影响办理。',
    toHandler: '承办单位可以知道您是谁吗？',
    toHandlerHint: '同意以后，承办的工作人员写明理由才能查看，每次都记录，您查进度时看得到。',
    toRespondent: '被反映的单位可以知道您是谁吗？',
    toRespondentHint: '一般选“不可以”。有些事（比如核对账目）不知道是谁就难办，您可以同意。',
    summaryPublic: '事情办完以后，可以公开不写姓名的简要情况吗？',
    summaryPublicHint: '只写什么事、哪个单位、怎样解决，不写您是谁。',
    yes: '可以',
    no: '不可以',
    checkQ: '请核对，然后提交',
    checkHint: '写错的地方点“修改”，其他内容都会保留。',
    sections: {
      story: '事情经过',
      kind: '类别',
      body: '被反映的单位',
      matter: '有关的事',
      details: '具体情况',
      demands: '您的诉求',
      evidence: '材料',
      you: '您和联系方式',
      sharing: '谁可以知道',
    },
    facts: {
      promised: '答应或约定的内容',
      promiseDocument: '写在哪里',
      promisedOn: '日期',
      amount: '金额',
      bodySays: '单位现在的说法',
      changeReason: '提到的人事或机构变动',
      name: '姓名',
      enterpriseName: '企业名称',
      uscc: '统一社会信用代码',
      enterpriseSize: '企业规模',
      phone: '电话',
      email: '电子邮箱',
      identityToHandler: '承办单位知道您是谁',
      identityToRespondent: '被反映的单位知道您是谁',
      publishSummary: '公开不具名的简要情况',
      complainant: '身份',
      declaration: '声明',
    },
    handledBy: '由谁办理',
    acceptedBy: '由谁受理',
    acceptedByText: '{accepting}先受理，再转给承办单位。',
    watchedBy: '{watching}负责监督。',
    supportedBy: '配合单位：{names}',
    whyThem: '为什么是它',
    steps: '看看是怎么一步步确定的',
    when: '什么时候答复',
    dueBy: '{date}前：{step}',
    dueAfter: '{starts}之后 {length} {unit}内：{step}',
    noClock: '这一类没有法定期限，承办单位会尽快答复。',
    starts: { filed: '提交', accepted: '受理', transferred: '转办', reopened: '重新办理', received: '收到材料' },
    clockSteps: {
      accept: '决定是否受理',
      determine: '查清事实，作出认定',
      again: '重新办理后答复',
      reply: '答复您',
      transfer: '转给承办单位',
      result: '书面告知您结果',
      contact: '第一次联系您',
      rectify: '整改并答复',
    },
    unit: { working_day: '个工作日', calendar_day: '日', month: '个月', year: '年' },
    certainty: { law: '法定期限', report: '参照期限', local: '本地规定的期限' },
    basis: '依据',
    humanTitle: '确认您不是程序',
    humanWorking: '正在自动确认，不用做任何事……',
    humanDone: '已确认。',
    humanHeld: '没有自动确认也可以提交：我们收下以后先人工核对，一个工作日内核对完，再交给承办单位。',
    send: '提交',
    sendNote: '提交以后会得到编号和查询码，请保存好。',
    doneTitle: '已收到',
    doneLead: '您的反映已经交给 {handler}。',
    doneHeld: '您的反映已经收下，正在等人工核对，然后交给 {handler}。',
    number: '编号',
    code: '查询码',
    codeHint: '查进度要用编号和查询码。请现在截图、打印或抄下来：查询码只显示这一次，丢了没有人能补。',
    saveImage: '保存成图片',
    copy: '复制',
    copied: '已复制',
    print: '打印',
    nextTitle: '接下来',
    next1: '今天，{date}：{handler} 已经收到。',
    next1Held: '{date}起一个工作日内：人工核对，然后交给 {handler}。',
    next3: '随时：用编号和查询码查进度、补材料、说意见。',
    qr: '扫码查进度',
    track: '现在查进度',
    doneOver: '确认页已经过期',
    doneOverText: '为了保密，确认页只保留半小时。请用您保存的编号和查询码查进度。',
    started: '您有一份没写完的内容。',
    startedGo: '接着写',
    none: '没有',
  },
  en: {
    title: 'Complain',
    step: 'Step {n} of {m}',
    back: 'Back',
    next: 'Continue',
    summary: 'Your answers so far',
    kept: 'What you type is kept, encrypted, for 24 hours. You can take a break.',
    change: 'Change',
    whyAsk: 'Why we ask, and who will see it',
    wentWrong: 'That did not work',
    storyQ: 'What happened?',
    storyHint: 'In your own words: when, where, who promised what, and what came of it.',
    storyLabel: 'What happened',
    storyExample: 'See an example',
    storyExampleText:
      'In 2021 the district invited us to build a plant. The agreement says that three tenths of the land price is paid back within three months of the start of production. We started that year; nothing was paid back. This year they say that the person in charge has left and that it must be studied again.',
    before: 'Before you start',
    beforeItems: [
      'No account is needed. It takes about ten minutes, also on a phone.',
      'Have pictures of agreements, documents or transfers at hand. Without them you can still complain.',
      'The body that deals with it is never the body that you complain of.',
    ],
    acceptableQ: 'Is another authority dealing with this now?',
    acceptableHint: 'Some things must by law be dealt with elsewhere first. We cannot take them at the same time.',
    obstacles: {
      none: ['No, or a court has decided and the body does not obey', 'You can complain here.'],
      pending_proceedings: [
        'A court, an arbitrator, an administrative review or a supervisory commission is dealing with it',
        'There is no result yet.',
      ],
      already_answered: [
        'It has been formally answered here, and nothing is new',
        'With new facts or evidence, choose the first answer.',
      ],
      not_integrity: [
        'It is not about whether the government keeps its word',
        'For example a dispute with a neighbour, a private debt, a crime, a labour dispute.',
      ],
      state_secret: ['It touches state secrets', 'Please write nothing about it online.'],
    },
    stopTitle: 'This cannot be taken here',
    stops: {
      pending_proceedings: {
        text: 'While a court, an arbitrator, an administrative review or a supervisory commission has the case, please wait for its result. If a judgment in effect is not obeyed, come back: we take that.',
        links: [['https://www.12348.gov.cn', 'China Legal Service (12348), for legal questions']],
      },
      already_answered: {
        text: 'The same matter has been formally answered and nothing is new. With the number and the query code you can read the answer and give your verdict. With new facts or evidence, change your answer below.',
        links: [['/track', 'Track your case']],
      },
      not_integrity: {
        text: 'This is not about the integrity of government. For everyday problems call the service line 12345; for labour disputes 12333; in danger call 110.',
        links: [['https://www.gov.cn', 'The Chinese government portal']],
      },
      state_secret: {
        text: 'What touches state secrets must not be sent online. Please turn to the department for the protection of state secrets in person.',
        links: [],
      },
      no_handler: {
        text: 'No body in this portal stands above the provincial government. The State Council takes such complaints on its own platform.',
        links: [['https://tousu.www.gov.cn', 'State Council “Internet + Supervision”']],
      },
    },
    stopChange: 'Chosen by mistake? Change it below.',
    kindQ: 'Which of these is closest?',
    kindHint: 'A wrong choice does no harm: an official checks it.',
    kinds: {
      promise: ['A promise was not kept', 'A policy, reward, subsidy, refund or contract was not honoured when due.'],
      old_debt: [
        'New people disown what was agreed',
        'After a change of office, a new name, a merger or an abolition, the old agreement no longer counts.',
      ],
      arrears: [
        'Our enterprise is owed money',
        'An organ, public institution or state-owned company owes for works, goods or services.',
      ],
      tip_off: [
        'I am not the injured party, I report it',
        'You know of a body that breaks its word. You may stay unnamed.',
      ],
      other: ['I cannot say, or none of these', 'An official will decide.'],
    },
    seems: 'Seems to fit',
    seemsWords: 'You wrote: {words}.',
    bodyQ: 'Which body do you complain of?',
    bodyHint: 'The one that promised and did not do it, owes, or acted wrongly.',
    bodyLabel: 'Name of the body',
    bodyInputHint: 'Full, short or former name, in Chinese, for example 样例市商务局.',
    bodySearch: 'Find',
    bodyChosen: 'You have chosen',
    bodyFound: 'These were found. Please choose one',
    bodyNone: 'Nothing was found for “{query}”',
    bodyNoneText:
      'Try fewer characters, or look by place. Where a subordinate body is missing, choose its department or the government of the place.',
    bodyAlso: 'also {name}',
    bodyPlace: 'Not sure of the name? Look by place',
    bodyPlaceText: 'Choose the place first, then the body.',
    bodyIn: 'Bodies of {place}',
    bodyPlaces: 'Places in {place}',
    bodyMore: 'There are more: please search by name above.',
    matterQ: 'What is it about?',
    matterHint: 'This decides which body deals with it.',
    matterSeems: 'From your words it seems to be:',
    matterOthers: 'None of these? See all',
    detailsQ: {
      promise: 'What was promised?',
      old_debt: 'What had been agreed?',
      arrears: 'What is owed?',
      tip_off: 'Anything to add?',
      other: 'Anything to add?',
    },
    detailsHint: 'Write what you know. The more exact, the quicker the answer.',
    promised: {
      promise: [
        'What was promised',
        'For example: three tenths of the land price back within three months of production.',
      ],
      old_debt: [
        'What was agreed',
        'For example: three tenths of the land price back within three months of production.',
      ],
      arrears: ['What for', 'For example: works in the school canteen in 2023, accepted.'],
    },
    promiseDocument: {
      promise: [
        'Where it is written',
        'Name and number of the agreement, document or minutes; or who said it, and where.',
      ],
      old_debt: [
        'Where it is written',
        'Name and number of the agreement, document or minutes; or who said it, and where.',
      ],
      arrears: ['Contract or proof', 'Name and number of the contract, or the statement or invoice.'],
    },
    promisedOn: {
      promise: ['When it was promised', 'For example 2021-03-01. Roughly is enough.'],
      old_debt: ['When it was agreed', 'For example 2021-03-01. Roughly is enough.'],
      arrears: ['When it was to be paid', 'For example 2024-06-30.'],
    },
    amount: {
      promise: ['How much money (yuan)', 'For example 120000.50. Leave empty if it is not about money.'],
      old_debt: ['How much money (yuan)', 'For example 120000.50. Leave empty if it is not about money.'],
      arrears: ['How much is owed (yuan)', 'In yuan, not in ten thousands: 120000 for 12 万元.'],
      tip_off: ['How much money (yuan)', 'Leave empty if you do not know.'],
      other: ['How much money (yuan)', 'Leave empty if it is not about money.'],
    },
    bodySays: ['What the body says now', 'For example: no funds, please wait. “No answer” is an answer too.'],
    changeReason: [
      'Which change of people or offices it names',
      'For example: the person in charge has left; the office was merged.',
    ],
    demandsQ: 'What do you want?',
    demandsHint: 'One thing each, up to 10. Each will be answered.',
    demand: 'Demand {n}',
    demandAdd: 'Add another',
    demandRemove: 'Remove demand {n}',
    evidenceQ: 'Is there anything that proves it?',
    evidenceHint: 'Pictures, scans, PDF, documents, sound, video or text: up to 10 files of 20 MB.',
    evidenceWho:
      'Files are kept encrypted. The body that deals with your case can open them, and each opening is logged. The body complained of cannot.',
    evidenceLabel: 'Choose a file',
    evidenceFileHint: 'No archives, no programs.',
    evidenceSend: 'Upload this file',
    evidenceList: 'Uploaded',
    evidenceNone: 'Nothing yet. Without files, just continue.',
    evidenceRemove: 'Remove {name}',
    evidenceDelete: 'Remove',
    evidenceFull: 'There are 10 files: no more can be added.',
    evidenceSkip: 'Continue',
    evidenceSending: 'Uploading {name}: {percent}%',
    evidenceFailed: 'The upload failed. Please try again.',
    evidenceChoose: 'Choose files, also several',
    youQ: 'Who are you, and how can you be reached?',
    youHint: 'Only what is needed. All of it is encrypted.',
    who: 'You complain as',
    whos: {
      person: ['A person', 'In your own name.'],
      enterprise: ['An enterprise or self-employed person', 'The unified social credit code is needed.'],
      anonymous: ['Without a name', 'Nobody knows you, nobody can reach you. You see the result with number and code.'],
    },
    anonymousNo:
      'In this kind of case the answer must go to somebody, so it cannot be anonymous. You may hide your name from the handling body.',
    aboutPerson: 'A person fills in',
    aboutEnterprise: 'An enterprise fills in',
    name: 'Name',
    nameSeen: 'The body complained of cannot see it. The handling body can only if you agree, and it is logged.',
    contactName: 'Person to ask for',
    enterpriseName: 'Name of the enterprise',
    uscc: 'Unified social credit code',
    usccHint: 'The 18 characters on the business licence.',
    size: 'Size of the enterprise',
    sizeHint: 'Arrears of small and medium enterprises have legal time limits of their own.',
    sizes: { micro: 'Micro', small: 'Small', medium: 'Medium', large: 'Large' },
    reach: 'How to reach you',
    reachHint: 'Phone or mail: one is enough.',
    phone: 'Phone',
    phoneSeen:
      'To check facts with you. Hidden from the body complained of; the handling body sees it only if you agree.',
    email: 'Mail address',
    emailSeen: 'We write when something happens: a link only, no content.',
    enterpriseSeen: 'As confidential as a name.',
    anonymousNote: 'If you chose “without a name”, leave the rest empty.',
    declaration: 'Declaration',
    declarationText:
      'I declare that no court, arbitrator or other authority has this claim, and that what I wrote is true.',
    sharingQ: 'What may others know?',
    sharingHint: 'You decide. A “no” changes nothing in how the case is taken.',
    toHandler: 'May the handling body know who you are?',
    toHandlerHint: 'If so, its officials must give a reason each time; each look is logged and shown to you.',
    toRespondent: 'May the body complained of know who you are?',
    toRespondentHint: 'Usually “no”. Some things, such as comparing accounts, are hard without it.',
    summaryPublic: 'When it is over, may a short summary without names be published?',
    summaryPublicHint: 'What it was about, which body, how it was solved. Not who you are.',
    yes: 'Yes',
    no: 'No',
    checkQ: 'Check your answers, then send',
    checkHint: '“Change” takes you back; everything else is kept.',
    sections: {
      story: 'What happened',
      kind: 'Kind',
      body: 'Body complained of',
      matter: 'What it is about',
      details: 'Details',
      demands: 'Your demands',
      evidence: 'Files',
      you: 'You',
      sharing: 'Who may know',
    },
    facts: {
      promised: 'Promised or agreed',
      promiseDocument: 'Where it is written',
      promisedOn: 'Date',
      amount: 'Amount',
      bodySays: 'What the body says',
      changeReason: 'Change that it names',
      name: 'Name',
      enterpriseName: 'Enterprise',
      uscc: 'Unified social credit code',
      enterpriseSize: 'Size',
      phone: 'Phone',
      email: 'Mail address',
      identityToHandler: 'Handling body knows who you are',
      identityToRespondent: 'Body complained of knows who you are',
      publishSummary: 'Summary without names published',
      complainant: 'You complain as',
      declaration: 'Declaration',
    },
    handledBy: 'Who deals with it',
    acceptedBy: 'Who takes it in',
    acceptedByText: '{accepting} takes it in and passes it on to the handling body.',
    watchedBy: '{watching} supervises.',
    supportedBy: 'Supporting: {names}',
    whyThem: 'Why this body',
    steps: 'See how this was decided, step by step',
    when: 'When you will hear',
    dueBy: 'By {date}: {step}',
    dueAfter: '{length} {unit} after {starts}: {step}',
    noClock: 'There is no legal time limit for this kind. The body will answer as soon as it can.',
    starts: {
      filed: 'sending',
      accepted: 'acceptance',
      transferred: 'the transfer',
      reopened: 'it is taken up again',
      received: 'the material is received',
    },
    clockSteps: {
      accept: 'decision whether it is accepted',
      determine: 'facts established and determined',
      again: 'answer after it was taken up again',
      reply: 'answer to you',
      transfer: 'passed on to the handling body',
      result: 'result to you in writing',
      contact: 'first contact with you',
      rectify: 'put right and answered',
    },
    unit: { working_day: 'working days', calendar_day: 'days', month: 'months', year: 'years' },
    certainty: { law: 'legal time limit', report: 'time limit for reference', local: 'local time limit' },
    basis: 'Basis',
    humanTitle: 'Making sure that you are not a program',
    humanWorking: 'Checking by itself. There is nothing to do …',
    humanDone: 'Done.',
    humanHeld:
      'You can send without it: we take your complaint and a person looks at it first, within one working day, before it goes on.',
    send: 'Send',
    sendNote: 'You will get a number and a query code. Keep both.',
    doneTitle: 'Received',
    doneLead: 'Your complaint has gone to {handler}.',
    doneHeld: 'Your complaint is taken. After a look by a person it goes to {handler}.',
    number: 'Number',
    code: 'Query code',
    codeHint:
      'Both are needed to track the case. Save a picture, print or write them down now: the code is shown only once, and nobody can replace it.',
    saveImage: 'Save as picture',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    nextTitle: 'What happens next',
    next1: 'Today, {date}: {handler} has received it.',
    next1Held: 'Within one working day of {date}: a person looks at it, then it goes to {handler}.',
    next3: 'At any time: track it, add material and write with number and code.',
    qr: 'Scan to track',
    track: 'Track it now',
    doneOver: 'This confirmation is over',
    doneOverText:
      'To keep it private, the confirmation stands for half an hour. Please use the number and the code that you saved.',
    started: 'You have an unfinished form.',
    startedGo: 'Go on with it',
    none: 'None',
  },
};
