import type { Text } from './locale.ts';

/** Text messages: one sentence and a link, in the length of one or two messages. The sentences are those of mails. */
export const smsText: Text<{ official: string; complainant: string; filer: string; test: string }> = {
  'zh-CN': {
    official: '【践诺】{sentence}登录查看：{link}',
    complainant: '【践诺】{sentence}用编号和查询码查看：{link}。我们不会索要查询码、密码或转账。',
    filer: '【践诺】{sentence}用查询码查看：{link}。我们不会索要查询码、密码或转账。',
    test: '【践诺】这是一条测试短信，能看到就说明短信通道正常。',
  },
  en: {
    official: '[Jiannuo] {sentence} Sign in to read it: {link}',
    complainant:
      '[Jiannuo] {sentence} Read it with number and query code: {link} . We never ask for the code, a password or money.',
    filer:
      '[Jiannuo] {sentence} Read it with your query code: {link} . We never ask for the code, a password or money.',
    test: '[Jiannuo] A test: if you can read this, text messages work.',
  },
};
