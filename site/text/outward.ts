import type { Locale, Text } from './locale.ts';

/** What came of a call to an address that somebody else runs: the words of api/adapters/outward-post.ts and of those who call. */
const WORDS: Text<readonly (readonly [RegExp, string])[]> = {
  'zh-CN': [
    [/^only https is spoken$/, '只用 https 地址'],
    [/^an address with a password is not spoken to$/, '地址里不能带密码'],
    [/^the name is not known$/, '找不到这个域名'],
    [/^the name does not lead to a public address$/, '这个域名指向的不是公网地址'],
    [/^no answer in time$/, '没有按时应答'],
    [/^no connection: (.*)$/, '连接不上（$1）'],
    [/^the answer is too long$/, '应答太长'],
    [/^it answered (3\d\d)$/, '对方要求转到别的地址（$1），没有照办'],
    [/^it answered (\d+): (.*)$/, '对方应答 $1：$2'],
    [/^it answered (\d+)$/, '对方应答 $1'],
    [/^(\d+) lines of its answer are no receipts: line (\d+) .*$/, '应答里有 $1 行不是回执，先看第 $2 行'],
    [/^its receipts could not be read: .*$/, '应答里的回执读不出来，可以改用回执文件'],
  ],
  en: [],
};

/** The words as the reader's language has them; what is not known is shown as it came. */
export function outwardError(locale: Locale, said: string): string {
  for (const [pattern, words] of WORDS[locale]) if (pattern.test(said)) return said.replace(pattern, words);
  return said;
}
