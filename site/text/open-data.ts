import type { Text } from './locale.ts';
import type { Section } from './prose.ts';

interface OpenDataPage {
  title: string;
  lead: string;
  all: string;
  none: string;
  madeAt: string;
  big: string;
  bigHint: string;
  check: string;
  checkHint: string;
  checkFile: string;
  checkHow: string;
  windows: string;
  mac: string;
  linux: string;
  sums: string;
  sumsHow: string;
  caption: string;
  set: string;
  rows: string;
  table: string;
  lines: string;
  changes: string;
  changesHint: string;
  changesNone: string;
  day: string;
  others: string;
  pack: string;
  catalogue: string;
  releases: string;
  live: string;
  sections: Section[];
}

/** The page about open data: what there is, how to get and check it, what one may do with it. */
export const openData: Text<OpenDataPage> = {
  'zh-CN': {
    title: '开放数据',
    lead: '本站公示的信息，可以整批下载，可以用程序读取，也可以订阅。不用注册，不收费。',
    all: '下载全部',
    none: '第一期将在今天夜里 02:30 生成。现在就要，请用下面“随时读取”里的表格和接口。',
    madeAt: '{at} 生成，每天 02:30 更新一次',
    big: '下载全部公示信息',
    bigHint: '{rows} 条，CSV 表格，约 {size}，可以直接用 Excel 打开',
    check: '核对下载的文件',
    checkHint: '运行下面的一行命令，得出的 64 位字符与这里的相同，文件就没有缺损，也没有被改过。',
    checkFile: '文件 {file} 的 SHA-256',
    checkHow: '怎样核对',
    windows: 'Windows（命令提示符）',
    mac: 'macOS（终端）',
    linux: 'Linux',
    sums: '所有文件的校验值',
    sumsHow:
      '下载了好几个文件，就把它们和 SHA256SUMS 放在同一个文件夹里，用这一行一次核对完（浏览器存的文件名也认得）：',
    caption: '各类数据的下载',
    set: '内容',
    rows: '条数',
    table: '表格（CSV）',
    lines: '程序用（NDJSON）',
    changes: '每期的变化',
    changesHint:
      '已经有旧的一期，只取其后各期的变化，依次套用，就与最新一期相同：ADD 新增，MOD 修改，DEL 撤下（附原因）。',
    changesNone: '还没有两期，明天起列出变化。',
    day: '日期',
    others: '给程序和资料目录',
    pack: '数据说明（Data Package 2.0，含字段、大小、校验值）',
    catalogue: '数据目录（DCAT 3，JSON-LD）',
    releases: '各期文件清单（JSON）',
    live: '随时读取',
    sections: [
      {
        id: 'selection',
        title: '只要一部分',
        paragraphs: [
          '先在“查公示”里查到想要的结果，再用结果下面的“表格”“数据接口”“订阅”带走：三个地址的条件与页面上的相同。',
        ],
        list: [
          'q：要找的字；kind：类别；division：行政区划代码，含下级；matter：领域；',
          'body：单位编号，含它的前身；year：年份；outcome：判决结果。',
        ],
        link: ['/disclosures', '去查公示'],
      },
      {
        id: 'use',
        title: '怎样读取',
        list: [
          '表格为 UTF-8 编码的 CSV，可以直接用 Excel 打开。以等号等开头的格子前加了单引号，防止被当作公式。',
          '数据接口一次最多 100 条，用返回的 nextCursor 取下一页；条件变了，翻页标记就失效。',
          '每个地址都有强 ETag：带上 If-None-Match 再来，没有变化只答 304。',
          '公示结束的信息会从所有地址中撤下，原地址答 410，只留类别、日期和原因。请让您的副本跟着更新。',
        ],
      },
      {
        id: 'licence',
        title: '许可',
        paragraphs: [
          '公示数据采用“知识共享 署名 4.0”（CC BY 4.0）许可：可以复制、修改、商用，须注明“来源：践诺”和获取日期。本站程序另按 Apache-2.0 许可。',
          '公示内容是公开事实的摘要。判决书、认定书的原文以作出单位公布的为准。引用时请不要把典型案例当作本地的失信记录。',
        ],
      },
      {
        id: 'person',
        title: '个人信息',
        paragraphs: ['公示信息不含自然人的姓名、住址、证件号和电话。如果发现有，请马上告诉我们，会立即撤下。'],
        link: ['/complain', '告诉我们'],
      },
    ],
  },
  en: {
    title: 'Open data',
    lead: 'What is public here can be downloaded whole, read by programs, or followed. No registration, no fee.',
    all: 'Download everything',
    none: 'The first release is made tonight at 02:30. Until then, take the table or the API under “At any time” below.',
    madeAt: 'Made on {at}, renewed each day at 02:30 (Asia/Shanghai)',
    big: 'Download all public records',
    bigHint: '{rows} records as a CSV table, about {size}; opens in Excel',
    check: 'Check what you downloaded',
    checkHint:
      'Run the line below: where its 64 characters are those shown here, the file is whole and nobody has changed it.',
    checkFile: 'SHA-256 of the file {file}',
    checkHow: 'How to check',
    windows: 'Windows (command prompt)',
    mac: 'macOS (terminal)',
    linux: 'Linux',
    sums: 'Checksums of all files',
    sumsHow:
      'Several files at once: put them and SHA256SUMS into one folder and run this line. It knows the names under which browsers save them too.',
    caption: 'Downloads by set',
    set: 'Content',
    rows: 'Rows',
    table: 'Table (CSV)',
    lines: 'For programs (NDJSON)',
    changes: 'What each release changed',
    changesHint:
      'Whoever has an older release takes only the changes after it: applied in order they make the newest one. ADD, MOD, and DEL with its reason.',
    changesNone: 'There is one release so far; changes are listed from tomorrow on.',
    day: 'Date',
    others: 'For programs and catalogues',
    pack: 'Description (Data Package 2.0 with columns, sizes, checksums)',
    catalogue: 'Catalogue (DCAT 3, JSON-LD)',
    releases: 'List of all files (JSON)',
    live: 'At any time',
    sections: [
      {
        id: 'selection',
        title: 'Only a part',
        paragraphs: [
          'Search under “Records” first, then take the result along by the links below it: table, API and feed have the same conditions as the page.',
        ],
        list: [
          'q: words; kind; division: code with all places below it; matter;',
          'body: id of a body, with its predecessors; year; outcome of the judgment.',
        ],
        link: ['/disclosures', 'Search the records'],
      },
      {
        id: 'use',
        title: 'How to read it',
        list: [
          'Tables are CSV in UTF-8 and open in Excel. Cells that begin like a formula carry an apostrophe, so that none is run.',
          'The API gives 100 records at most; take the next page by nextCursor, which holds for the same conditions only.',
          'Every address has a strong ETag: come again with If-None-Match and hear 304 where nothing changed.',
          'A record that is no longer public leaves all of them; its address answers 410 with kind, dates and reason. Please let your copy follow.',
        ],
      },
      {
        id: 'licence',
        title: 'Licence',
        paragraphs: [
          'The data is under Creative Commons Attribution 4.0 (CC BY 4.0): copy, change and sell it, and name “Source: Jiannuo” with the date. The program has a licence of its own, Apache-2.0.',
          'Records are digests of public facts. Of judgments and decisions the text of the issuing body is the true one. Please do not cite a typical case as a record of this place.',
        ],
      },
      {
        id: 'person',
        title: 'Personal data',
        paragraphs: [
          'Records hold no names, addresses, ids or phones of natural persons. If you find one, please tell us: it is taken off at once.',
        ],
        link: ['/complain', 'Tell us'],
      },
    ],
  },
};
