import type { Text } from './locale.ts';
import type { Prose, Section } from './prose.ts';

export const about: Text<Prose & { demonstration: Section }> = {
  'zh-CN': {
    title: '关于践诺',
    lead: '践诺，就是说到做到。这个平台把政府的承诺、群众的诉求、正式的认定放在一处，谁负责、到哪一步、结果如何，都查得到。',
    demonstration: {
      id: 'demonstration',
      title: '这是演示站点',
      paragraphs: [
        '示例省、样例市和其中的单位、人员、案件、公示都是编出来的。职责文件和江苏省的机构名录取自公开资料，用来演示“谁负责”是怎么算出来的，不代表这些单位参与了本站。',
      ],
    },
    sections: [
      {
        id: 'two',
        title: '诉求是诉求，公示是公示',
        paragraphs: [
          '诉求是一方的说法，只有您、承办单位和监督单位看得到。公示要有文号、有认定机关、有日期，还要经另一个人审核。两本账从不混在一起。',
        ],
      },
      {
        id: 'rules',
        title: '规则都是公开的',
        paragraphs: [
          '由谁办理，按公开的职责文件一步一步推出来；何时答复，按列明依据的时限计算。国家规定、媒体报道和本地设定，页面上分开写明。',
          '每个比例都同时给出分子和分母。样本太少，不排名次。',
        ],
        link: ['/responsibilities', '查谁负责'],
      },
      {
        id: 'open',
        title: '程序和数据都开放',
        paragraphs: ['程序开源，采用 Apache-2.0 许可，任何地方都可以拿去用。公示信息可以订阅、下载，也有数据接口。'],
        link: ['/open-data', '开放数据'],
      },
    ],
  },
  en: {
    title: 'About Jiannuo',
    lead: "Jiannuo (践诺) means keeping one's word. Here what government promised, what people ask, and what was formally decided stand in one place: who answers, how far it is, what came of it.",
    demonstration: {
      id: 'demonstration',
      title: 'This is a demonstration',
      paragraphs: [
        'Example Province, Sample City and their bodies, people, cases and records are made up. The documents on duties and the directory of Jiangsu come from public sources, to show how the responsible body is found; it does not mean that those bodies take part here.',
      ],
    },
    sections: [
      {
        id: 'two',
        title: 'A complaint is not a record',
        paragraphs: [
          "A complaint is one side's word; you, the handler and the supervisor see it. A record needs a document number, a deciding body, a date, and a second person's approval. The two ledgers never mix.",
        ],
      },
      {
        id: 'rules',
        title: 'The rules are public',
        paragraphs: [
          'Who handles a case is derived step by step from published documents; when it must be answered follows from time limits whose basis is stated. National law, reports and local settings are told apart.',
          'Every rate shows its numerator and denominator. Where data are thin, nobody is ranked.',
        ],
        link: ['/responsibilities', 'Find out who answers'],
      },
      {
        id: 'open',
        title: 'Open program, open data',
        paragraphs: [
          'The program is open source under Apache-2.0; any place may use it. Records can be subscribed to, downloaded, and read by API.',
        ],
        link: ['/open-data', 'Open data'],
      },
    ],
  },
};
