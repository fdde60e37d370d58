import type { Text } from './locale.ts';
import type { Prose } from './prose.ts';

export const help: Text<Prose> = {
  'zh-CN': {
    title: '怎么办理',
    lead: '四件事：反映、查进度、评价、查公示。不用注册，手机就能办。',
    sections: [
      {
        id: 'complain',
        title: '反映一件事',
        paragraphs: ['用自己的话写清楚发生了什么就行，不用懂法律名词。一屏只问一个问题，填到一半可以歇一歇再来。'],
        facts: [
          ['承诺没兑现', '政府或部门答应的政策、奖励、补贴、合同，到期没有做到。'],
          ['旧账不认', '换了领导、改了单位名称，就不认以前的约定。'],
          ['拖欠账款', '机关、事业单位、国有企业或平台公司欠了工程款、货款、服务费。'],
          ['举报', '您不是当事人，但知道有单位不守信用。可以匿名。'],
          ['其他', '说不清是哪一类，就选这个，由工作人员判断。'],
        ],
        link: ['/complain', '我要反映'],
      },
      {
        id: 'handler',
        title: '谁来办',
        paragraphs: [
          '系统按公开的职责文件找出承办单位，并把理由写给您看。被反映的单位不会办理针对自己的诉求；镇街的事由县（市、区）政府办，政府的事由上一级办。',
          '单位合并、改名或者换了领导，事情由接替它的单位继续办，不能作为推脱的理由。',
        ],
        link: ['/responsibilities', '查谁负责'],
      },
      {
        id: 'code',
        title: '编号和查询码',
        paragraphs: [
          '提交后会得到一个编号和一组 24 位的查询码。查进度、补材料、和承办单位说话、给评价，都凭这两样。',
          '请截图、打印或抄下来。查询码只显示这一次，我们只存它的指纹，丢了无法补给您。',
        ],
        link: ['/track', '查进度'],
      },
      {
        id: 'clock',
        title: '多久有结果',
        paragraphs: [
          '不同的事时限不同。提交之前、查进度的时候，都能看到每一步的截止日期和依据。工作日按国务院公布的放假和调休安排计算。',
          '等您补材料的时候，时间会暂停，页面上会写明。超过期限没有办的，会标明“超期”，上级单位也看得到。',
        ],
      },
      {
        id: 'after',
        title: '办完以后',
        paragraphs: [
          '承办单位要对您的每一项诉求逐条答复。答复以后请您说一句：解决了、部分解决，还是没解决。',
          '单位说解决了，和您说解决了，是两回事，两个数都会公布。您不表态，不算满意。',
        ],
      },
      {
        id: 'refused',
        title: '哪些事这里不能办',
        list: [
          '正在法院、仲裁、行政复议或者监察程序中的事：请等那边的结果。法院已经判了、单位不执行的，可以在这里反映。',
          '已经答复过、又没有新情况的事。',
          '和政府守信用没有关系的事，例如邻里纠纷、消费纠纷：请拨打 12345，或者找对口的部门。',
          '涉及国家秘密的事：请不要在网上填写，直接找保密工作部门。',
          '正在发生的危险：请拨打 110、119 或 120。',
        ],
      },
      {
        id: 'rate',
        title: '评价窗口服务',
        paragraphs: [
          '在服务窗口扫二维码，选一个满意程度就行，不用登录，十秒钟。差评一定会有人核实和整改；留了联系方式的，会有人答复您。',
        ],
        link: ['/rate', '评价'],
      },
      {
        id: 'records',
        title: '查公示',
        paragraphs: [
          '这里公示的是经过正式认定的信息：行政机关败诉、没有履行的裁判、政务失信记录和典型案例。一条诉求只是一方的说法，不会变成公示。',
          '单位认为公示有错，可以提出异议；改正以后，可以申请信用修复。',
        ],
        link: ['/disclosures', '查公示'],
      },
    ],
  },
  en: {
    title: 'How it works',
    lead: 'Four things: complain, track, rate, look up. No account is needed, and a phone is enough.',
    sections: [
      {
        id: 'complain',
        title: 'Complain',
        paragraphs: [
          'Say in your own words what happened. You need no legal terms. Each screen asks one thing, and you may pause and come back.',
        ],
        facts: [
          ['A promise not kept', 'A policy, reward, subsidy or contract that government promised and did not deliver.'],
          ['An old debt', 'New officials or a renamed body will not honour what was agreed before.'],
          [
            'Arrears',
            'A government body, public institution or state-owned company owes you for work, goods or services.',
          ],
          ['A tip-off', 'You are not the injured party but know of a body that breaks its word. It may be anonymous.'],
          ['Other', 'Not sure which? Choose this; an official will decide.'],
        ],
        link: ['/complain', 'Complain'],
      },
      {
        id: 'handler',
        title: 'Who deals with it',
        paragraphs: [
          'The responsible body is found from published documents on duties, and you are told why. A body never handles a complaint about itself. Townships are handled by their county government, governments by the level above.',
          'Where a body was merged or renamed, or its officials changed, its successor carries on. That is no excuse.',
        ],
        link: ['/responsibilities', 'Find out who answers'],
      },
      {
        id: 'code',
        title: 'The number and the query code',
        paragraphs: [
          'After sending you get a case number and a query code of 24 characters. With these two you follow the case, add material, write to the handler and give your verdict.',
          'Keep a screenshot, a print or a note. The code is shown once; we store only its fingerprint and cannot give it to you again.',
        ],
        link: ['/track', 'Track a case'],
      },
      {
        id: 'clock',
        title: 'How long it takes',
        paragraphs: [
          'Time limits differ by the kind of case. You see each step with its due date and its basis before you send and whenever you look. Working days follow the public holidays of the State Council.',
          'While we wait for your material the clock is stopped, and the page says so. What is late is marked as overdue, and the superior body sees it.',
        ],
      },
      {
        id: 'after',
        title: 'Afterwards',
        paragraphs: [
          'The handler must answer each of your demands. Then you say whether it is solved, partly solved or not solved.',
          'What the body says and what you say are two facts, and both are counted in public. Silence is not satisfaction.',
        ],
      },
      {
        id: 'refused',
        title: 'What cannot be taken here',
        list: [
          'What is before a court, in arbitration, administrative review or supervision: please await that result. A judgment in force that a body does not obey can be reported here.',
          'What has been answered already, without new facts.',
          "What is not about government keeping its word, such as quarrels between neighbours or consumers' disputes: call 12345 or the competent department.",
          'State secrets: never type them here.',
          'Danger right now: call 110, 119 or 120.',
        ],
      },
      {
        id: 'rate',
        title: 'Rate a service',
        paragraphs: [
          'Scan the code at the counter and choose how satisfied you are: no sign-in, ten seconds. Every bad rating is looked into and put right; if you leave a contact, you get an answer.',
        ],
        link: ['/rate', 'Rate'],
      },
      {
        id: 'records',
        title: 'Public records',
        paragraphs: [
          "What is published here was formally decided: judgments lost, judgments not obeyed, dishonesty records and typical cases. A complaint is one side's word and does not become a record by itself.",
          'A body that finds a record wrong may object; one that has put things right may ask for repair.',
        ],
        link: ['/disclosures', 'Public records'],
      },
    ],
  },
};
