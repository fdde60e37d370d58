import type { HelpTask } from './help-task.ts';
import type { Text } from './locale.ts';

/** What bodies come for: a record of theirs is wrong, or they have put it right. */
export const bodyTasks: Text<readonly HelpTask[]> = {
  'zh-CN': [
    {
      id: 'credit-repair',
      title: '单位如何申请信用修复',
      words: ['信用修复', '修复', '撤下公示', '下架', '整改完成', '消除', '移出', '履行完毕'],
      lead: '已经履行或者改正的单位，可以申请提前结束公示。不收费，不用找中介。',
      steps: [
        '在“查公示”找到那一条，打开后点“申请信用修复”。没到最短公示期的，页面上写着哪天可以申请。',
        '写明做了什么、哪一天做完、有什么凭据，留下联系方式。',
        '由认定单位确认，做决定的人不是当初公示的人。',
        '确认后公示提前结束，开放数据和接口里同时撤下，并通知共享过的平台；不同意的写明理由。',
      ],
      time: '10 个工作日内决定，再 3 个工作日内共享结果（据公开报道，页面上按记录的依据标明）。',
      sees: '联系方式和凭据只给办理的人看。公开的只有：哪天申请、怎样决定、为什么。',
      links: [
        ['/disclosures', '找到那一条公示'],
        ['/bodies', '查本单位的档案'],
      ],
    },
    {
      id: 'wrong-record',
      title: '公示写错了怎么办',
      words: ['异议', '申诉', '公示错误', '写错', '更正', '不属实', '不是我们'],
      lead: '信息里写到的单位，或者有利害关系的人，可以提出异议。',
      steps: [
        '打开那一条公示，点“提出异议”，写清楚哪一项不对、正确的是什么、依据是什么。',
        '标题旁马上标注“异议处理中”，看的人都知道有争议。',
        '由没有参与公示的人复核，可以更正、撤下或者维持，都要写明理由。',
        '凭查询码查处理进度。',
      ],
      time: '1 个工作日内标注，5 个工作日内决定（本站默认，各地可以调整）。',
      sees: '姓名和理由加密保存，只给处理异议的人看。',
      links: [['/disclosures', '找到那一条公示']],
    },
    {
      id: 'credit-check',
      title: '评优、招录前怎样查信用',
      words: ['信用审查', '信用查询', '评优', '评先', '招录', '核验', '证明', '单位档案'],
      lead: '任何人都能看单位的公开档案；有权审查的单位可以要一份带编号的书面答复，任何人都能核验真伪。',
      steps: [
        '在“单位”里找到它，看公示、诉求办理、评价和承担的职责，每个数都写明分子和分母。',
        '要书面答复的，由有权限的工作人员在工作台提出，写明用途。',
        '拿到答复的人，用编号和摘要在核验页查真伪；有整个文件的，一个字改过都查得出来。',
      ],
      time: '公开档案随时可看；书面答复当场生成。',
      sees: '档案里只有单位，没有个人。谁为了什么查过，有记录。',
      links: [
        ['/bodies', '查单位'],
        ['/credit-checks/verify', '核验一份答复'],
      ],
    },
  ],
  en: [
    {
      id: 'credit-repair',
      title: 'How a body asks for repair',
      words: ['repair', 'remove record', 'put right', 'rectified', 'performed'],
      lead: 'A body that has performed or put things right may ask that publication end. It costs nothing and needs no agent.',
      steps: [
        'Find the record and choose “Ask for credit repair”. Before the shortest term of publication the page says from which day.',
        'Write what was done, on which day, and the proof; leave a contact.',
        'The body that decided confirms it, by somebody who did not publish it.',
        'Then publication ends, in open data and interfaces at the same time, and platforms that got it are told; a refusal states why.',
      ],
      time: 'Decided within 10 working days, shared in 3 more (from reports; the page shows the ground as recorded).',
      sees: 'Contact and proof only those who deal with it. Public: when it was asked, what was decided and why.',
      links: [
        ['/disclosures', 'Find the record'],
        ['/bodies', 'Find the body'],
      ],
    },
    {
      id: 'wrong-record',
      title: 'A record is wrong',
      words: ['objection', 'appeal', 'mistake', 'correct', 'not us', 'untrue'],
      lead: 'The body named in it, or whoever is concerned, may object.',
      steps: [
        'Open the record, choose “Object to this record”, and write what is wrong, what is right, and how you know.',
        'The title carries “under objection” at once, so that every reader knows.',
        'Somebody who had no part in publishing reviews it: it is corrected, withdrawn or upheld, with reasons.',
        'Follow it with the query code.',
      ],
      time: 'Marked within 1 working day, decided within 5 (default of this portal; a place may change it).',
      sees: 'Name and reasons are encrypted; only those who deal with the objection read them.',
      links: [['/disclosures', 'Find the record']],
    },
    {
      id: 'credit-check',
      title: 'Checking credit before honours or hiring',
      words: ['credit check', 'honours', 'certificate', 'verify answer', 'file of a body'],
      lead: 'Anybody reads the public file of a body; bodies that must check get a numbered answer in writing, and anybody can verify it.',
      steps: [
        'Find the body: records, cases, ratings and duties, every figure with numerator and denominator.',
        'An official with the right asks for the written answer and states the purpose.',
        'Whoever is shown the answer verifies it by number and digest; with the whole file every changed character shows.',
      ],
      time: 'The file at any time; the written answer at once.',
      sees: 'The file is about bodies, never persons. Who asked for what is on record.',
      links: [
        ['/bodies', 'Find a body'],
        ['/credit-checks/verify', 'Verify an answer'],
      ],
    },
  ],
};

/** What readers come for: lenders, journalists, researchers. */
export const readerTasks: Text<readonly HelpTask[]> = {
  'zh-CN': [
    {
      id: 'verify-download',
      title: '怎样核对下载的数据',
      words: ['核对', '校验', '哈希', 'SHA-256', '下载', '真伪', '篡改', 'checksum'],
      lead: '下载的文件有没有被改过，自己就能算出来，不用相信我们。',
      steps: [
        '在“开放数据”下载文件，同一页写着它的 SHA-256 和计算命令。',
        '在电脑上运行那一行命令：Windows 用 certutil，苹果用 shasum，Linux 用 sha256sum。',
        '两串字符完全一样，文件就没有变过；不一样，请重新下载。',
        '每天的文件都有日期和版本；撤下的信息会从所有版本里撤下，校验值随之更新。',
      ],
      time: '一分钟。',
      sees: '下载不用登录，不记录是谁。',
      links: [['/open-data', '开放数据']],
    },
    {
      id: 'for-lenders',
      title: '银行、投资机构怎样用这里的数据',
      words: ['银行', '贷款', '授信', '金融机构', '投资', '尽职调查', '风控', '接口', 'API'],
      lead: '看一个地方、一个单位守不守约：欠了什么、判了什么、改了没有，都有出处和日期。',
      steps: [
        '在“地区”比较各地，在“单位”看一家的档案；合并改名前的记录跟着现在的单位走。',
        '批量用开放数据（CSV、NDJSON，每天更新）或数据接口；要及时的，订阅新公示。',
        '一条信息有异议、整改或修复时，状态会变，请以当天为准，不要只存一次。',
        '诉求是一方说法，不在数据里；这里只有经过认定的信息和不含个人的统计。',
      ],
      time: '数据每天 02:30 更新，接口实时。',
      sees: '免费使用，请注明来源和日期。',
      links: [
        ['/open-data', '开放数据'],
        ['/api/docs', '数据接口'],
        ['/bodies', '查单位'],
      ],
    },
    {
      id: 'for-journalists',
      title: '记者怎样查、怎样引用',
      words: ['记者', '媒体', '采访', '引用', '报道', '订阅', '新公示', 'RSS'],
      lead: '三十秒找到：最近公示了什么、谁超期了、数据在哪里下载。',
      steps: [
        '首页看最新公示和本周到期；“查公示”按地方、种类、年份、法院缩小。',
        '点“订阅”可以按条件收邮件，或者用 Atom 源；每条公示有固定网址和版本历史。',
        '引用比例时请连同分子、分母和日期一起引；样本太少的不排名次，也请不要代为排名。',
        '标着“异议处理中”的，请一并写明；修复或撤下的，页面会说明何时、为何结束。',
      ],
      time: '公示一经审核就上网，源和邮件随后发出。',
      sees: '订阅邮箱只用来发信，随时可以退订。',
      links: [
        ['/disclosures', '查公示'],
        ['/subscribe', '订阅'],
        ['/open-data', '开放数据'],
      ],
    },
  ],
  en: [
    {
      id: 'verify-download',
      title: 'How to verify a download',
      words: ['checksum', 'hash', 'sha-256', 'sha256', 'verify', 'authentic', 'tamper', 'download'],
      lead: 'Whether a file was changed you can compute yourself; you need not trust us.',
      steps: [
        'Download from Open data; the same page gives the SHA-256 and the command.',
        'Run that line: certutil on Windows, shasum on a Mac, sha256sum on Linux.',
        'If both strings are the same, nothing was changed; if not, download it again.',
        'Each release is dated; what is withdrawn leaves all releases, and the checksums follow.',
      ],
      time: 'A minute.',
      sees: 'No sign-in, no record of who downloads.',
      links: [['/open-data', 'Open data']],
    },
    {
      id: 'for-lenders',
      title: 'For lenders and investors',
      words: ['bank', 'loan', 'credit', 'due diligence', 'risk', 'lender', 'investor', 'api'],
      lead: 'Does a place or a body keep its word? What it owes, what was judged, what was put right, each with source and date.',
      steps: [
        'Compare places, or open the file of a body; records of the time before a merger or a new name follow the present body.',
        'In bulk: open data (CSV, NDJSON, daily) or the API; to hear at once, subscribe.',
        'A record changes with objection, rectification and repair: use it as of the day, never from an old copy.',
        'Complaints are one side’s word and are not in the data; only what was determined, and figures without persons.',
      ],
      time: 'Files at 02:30 each day; the API is live.',
      sees: 'Free of charge; please name source and date.',
      links: [
        ['/open-data', 'Open data'],
        ['/api/docs', 'API'],
        ['/bodies', 'Find a body'],
      ],
    },
    {
      id: 'for-journalists',
      title: 'For journalists',
      words: ['press', 'media', 'reporter', 'quote', 'cite', 'news', 'feed', 'rss'],
      lead: 'In thirty seconds: what is new, who is late, where the data are.',
      steps: [
        'The home page has the newest records and what is due this week; Records narrows by place, kind, year and court.',
        'Subscribe by mail or Atom feed; every record has a lasting address and its versions.',
        'Quote a rate with numerator, denominator and date; where data are thin nobody is ranked, so please do not rank either.',
        'Say when a record is under objection; where one was repaired or withdrawn its page says when and why.',
      ],
      time: 'A record is online when it is approved; feeds and mails follow.',
      sees: 'An address for mails is used for nothing else; leave at any time.',
      links: [
        ['/disclosures', 'Records'],
        ['/subscribe', 'Subscribe'],
        ['/open-data', 'Open data'],
      ],
    },
  ],
};
