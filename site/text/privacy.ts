import type { Text } from './locale.ts';
import type { Prose } from './prose.ts';

export const privacy: Text<Prose> = {
  'zh-CN': {
    title: '个人信息怎么保护',
    lead: '您反映的单位，可能正是您担心的单位。所以我们少收、加密、留痕，并且让您看得到谁看过。',
    sections: [
      {
        id: 'what',
        title: '收集什么，为什么',
        facts: [
          ['您写的内容和材料', '用来办理您的诉求。每件诉求有自己的密钥，加密保存。'],
          ['姓名或企业名称', '有的事必须实名，例如拖欠账款；能匿名的，您可以不留。'],
          ['电话或邮箱', '只用来通知您有新进展，短信和邮件里不写诉求内容。'],
          ['评价', '不用登录，不收姓名。留不留联系方式由您决定。'],
          ['网络地址', '只用来防止恶意刷屏，变成无法还原的标记，不和诉求一起保存。'],
        ],
      },
      {
        id: 'who',
        title: '谁能看到，谁看不到',
        facts: [
          ['承办单位', '看得到诉求和材料。您的姓名和联系方式，只有您同意才看得到。'],
          ['被反映单位', '看不到您是谁，除非您明确同意公开身份。'],
          ['上级监督单位', '看得到办理过程，查看身份要写理由。'],
          ['社会公众', '看不到诉求。您同意后，只公开去掉身份的摘要。'],
          ['您自己', '凭编号和查询码看得到全部，包括谁在什么时候、因为什么查看过您的身份。'],
        ],
      },
      {
        id: 'keep',
        title: '保存多久',
        list: [
          '没有提交的草稿：24 小时后删除。',
          '办结的诉求：按本地规定的期限保存，到期销毁密钥，内容和身份从此无法读出，只留下没有个人信息的办理记录。',
          '网络安全日志：不少于六个月，其中不含个人信息。',
        ],
      },
      {
        id: 'rights',
        title: '您的权利',
        paragraphs: [
          '您可以随时查看、补充、更正，也可以撤回诉求，撤回对公开身份或摘要的同意。在“查进度”页面就能办。',
          '任何单位和个人不得因为您反映问题而打击报复。遇到这种情况，请马上在原诉求里告诉我们，也可以拨打 12345。',
        ],
        link: ['/track', '查进度'],
      },
      {
        id: 'cookies',
        title: '浏览器里存了什么',
        list: [
          '大字版的选择，一年。',
          '填写诉求时的草稿编号，24 小时；提交后查看这一件诉求的凭证，30 分钟。',
          '扫码评价后补充留言的凭证，30 分钟。',
          '不做跟踪，不放广告，不请求其他网站。只有本站启用人机验证服务时，填写页才会连接该服务，页面上会说明。',
        ],
      },
    ],
  },
  en: {
    title: 'How personal data are protected',
    lead: 'The body you complain of may be the one you fear. So we collect little, encrypt it, log every look at it, and show you who looked.',
    sections: [
      {
        id: 'what',
        title: 'What is collected, and why',
        facts: [
          ['Your story and files', 'To deal with your case. Each case has a key of its own and is stored encrypted.'],
          [
            'Your name or enterprise',
            'Some kinds, such as arrears, need it. Where anonymity is possible you may leave it out.',
          ],
          ['Phone or mail', 'Only to tell you that there is news. Messages never carry the content of a case.'],
          ['Ratings', 'No sign-in, no name. Whether you leave a contact is up to you.'],
          ['Network address', 'Only against flooding, as a mark that cannot be turned back; never kept with a case.'],
        ],
      },
      {
        id: 'who',
        title: 'Who sees it, and who does not',
        facts: [
          ['The handler', 'sees the story and the files; your name and contact only if you agree.'],
          ['The body complained of', 'does not see who you are, unless you expressly agree.'],
          ['The supervising body', 'sees how the case is handled; to see an identity it must give a reason.'],
          ['The public', 'sees no case. If you agree, a summary without identities.'],
          ['You', 'see everything with number and code, and who looked at your identity, when and why.'],
        ],
      },
      {
        id: 'keep',
        title: 'How long it is kept',
        list: [
          'Drafts not sent: deleted after 24 hours.',
          'Closed cases: for the time the place sets; then the key is destroyed and content and identity can no longer be read. A record of the handling without personal data remains.',
          'Security logs: at least six months, without personal data.',
        ],
      },
      {
        id: 'rights',
        title: 'Your rights',
        paragraphs: [
          'At any time you may look, add, correct, withdraw the case, or withdraw your consent to showing your identity or a summary. All of it on the tracking page.',
          'Nobody may retaliate because you complained. If it happens, say so in the case at once, or call 12345.',
        ],
        link: ['/track', 'Track a case'],
      },
      {
        id: 'cookies',
        title: 'What is stored in your browser',
        list: [
          'Your choice of large print, for a year.',
          'The id of your draft for 24 hours, and after sending a pass to that one case for 30 minutes.',
          'After rating at a counter, a pass to add words to that rating, for 30 minutes.',
          'No tracking, no advertising, no request to other sites. Only where a human-check service is configured does the form connect to it, and it says so.',
        ],
      },
    ],
  },
};
