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
        id: 'run',
        title: '谁在运行',
        paragraphs: [
          '诉求由依职责确定的单位办理，公示由认定单位负责，运行本站的人不能改动别人写下的办理记录。',
          '本站由{place}运行，由信用牵头部门（{lead}）会同各单位使用。',
        ],
        facts: [
          ['咨询电话', '12345，也可以请工作人员代为登记。'],
          ['内容有错', '公示有错，在那一条上提出异议；别的错误，用“我要反映”告诉我们。'],
        ],
        link: ['/complain', '我要反映'],
      },
      {
        id: 'basis',
        title: '依据什么',
        paragraphs: [
          '国务院关于加强政务诚信建设的指导意见，以及省、市的实施文件：谁牵头、谁配合、公示什么，逐条写在“分工的依据”里，并标明现在还算不算数。每一条下面都列出本站哪里用到它。',
        ],
        link: ['/policies', '分工的依据'],
      },
      {
        id: 'figures',
        title: '数字怎么来的',
        list: [
          '按时办结：到期或办完的时限里，在截止日以前办完的。等反映人补材料的时间不算。',
          '本人说已解决：办结的诉求里，反映人自己选“解决了”的。没有表态不算满意。',
          '差评已整改：收到的差评里，已经整改答复的。搁置的照样计数。',
          '每个比例都写分子和分母；样本太少的不公布比例、不排名次，是为了保护反映人。',
        ],
        link: ['/integrity/method', '诚信监测的计算方法'],
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
        id: 'run',
        title: 'Who runs it',
        paragraphs: [
          'Cases are dealt with by the body that the rules name, records are answered for by the body that decided; whoever runs the portal cannot change what others have written.',
          'It is run by {place} and used by its bodies under the lead credit authority ({lead}).',
        ],
        facts: [
          ['Telephone', '12345; they enter a case for you as well.'],
          ['Mistakes', 'Object to a record on its own page; tell us of anything else by Complain.'],
        ],
        link: ['/complain', 'Complain'],
      },
      {
        id: 'basis',
        title: 'What it rests on',
        paragraphs: [
          'The guiding opinions of the State Council on integrity in government and the documents of province and city: who leads, who supports, what is published, clause by clause, with their present status and with what rests on each clause here.',
        ],
        link: ['/policies', 'Where the duties come from'],
      },
      {
        id: 'figures',
        title: 'How the figures are made',
        list: [
          'Time limits kept: of those that ended or whose step is done, the ones done by their date. Waiting for the complainant does not count.',
          'Solved: of the cases closed, those that the complainant called solved. Silence is not satisfaction.',
          'Bad ratings put right: of all bad ratings, those answered. What was set aside is counted still.',
          'Every rate has its numerator and denominator; where there are few cases no rate and no rank is shown, to protect people.',
        ],
        link: ['/integrity/method', 'Method of the integrity monitor'],
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
