import type { Text } from './locale.ts';

/** 公开前请核对: the story with what was found, masked by the complainant before anything is published. */
export const masking: Text<{
  title: string;
  link: string;
  lead: string;
  never: string;
  story: string;
  found: string;
  foundHint: string;
  foundNone: string;
  kinds: Record<string, string>;
  likely: string;
  more: string;
  moreHint: string;
  publish: string;
  publishHint: string;
  yes: string;
  no: string;
  look: string;
  confirm: string;
  preview: string;
  saved: string;
  before: string;
}> = {
  'zh-CN': {
    title: '公开前请核对',
    link: '核对可以公开的文字',
    lead: '您写的经过里，可能有能认出您或别人的信息。找到的都标出来了，由您决定遮住哪些。',
    never: '只有您在这里确认过的文字才可能公开。不确认，什么都不公开。',
    story: '您写的经过',
    found: '要遮住的',
    foundHint: '打勾的会遮住。不用遮的，去掉勾。',
    foundNone: '没有找到姓名、电话、证件号码这样的信息。请再看一遍，要遮的写在下面。',
    kinds: {
      id_number: '身份证号',
      bank_card: '银行账号',
      phone: '电话',
      plate: '车牌',
      email: '邮箱',
      name: '可能是姓名',
      address: '可能是住址',
      own: '您的信息',
    },
    likely: '请核对',
    more: '还要遮住的词',
    moreHint: '一行一个，文中每一处都会遮住。',
    publish: '遮住以后，可以公开吗',
    publishHint: '事情办完以后才可能公开，不写您是谁。',
    yes: '可以公开遮住以后的文字',
    no: '不公开',
    look: '先看看遮住以后的样子',
    confirm: '确认',
    preview: '遮住以后是这样',
    saved: '已经记下您的决定，随时可以再改。',
    before: '您上次确认的文字（{at}）',
  },
  en: {
    title: 'Check before anything is published',
    link: 'Check the words that may be published',
    lead: 'What you wrote may tell who you or others are. What was found is marked; you decide what is masked.',
    never: 'Only words that you have confirmed here can ever be published. Without that, nothing is.',
    story: 'What you wrote',
    found: 'To be masked',
    foundHint: 'Ticked words are masked. Untick what may stay.',
    foundNone: 'No names, telephones or numbers of identity were found. Read it once more; write what to mask below.',
    kinds: {
      id_number: 'identity number',
      bank_card: 'bank account',
      phone: 'telephone',
      plate: 'licence plate',
      email: 'mail address',
      name: 'perhaps a name',
      address: 'perhaps an address',
      own: 'yours',
    },
    likely: 'please check',
    more: 'Further words to mask',
    moreHint: 'One a line; every occurrence is masked.',
    publish: 'May it be published when masked?',
    publishHint: 'Only when the case is over, and without who you are.',
    yes: 'The masked words may be published',
    no: 'Do not publish',
    look: 'Show me how it looks',
    confirm: 'Confirm',
    preview: 'This is how it would look',
    saved: 'Your decision is noted; you can change it at any time.',
    before: 'What you confirmed last ({at})',
  },
};
