import { expect, test } from 'vitest';
import { foldPlain } from '../../api/domain/chinese-text.ts';
import { missingWords, textHit } from '../../api/domain/text-hit.ts';

const TEXT = [
  '样例市中级人民法院',
  '行政判决书',
  '原告纪云帆，男，住样例市。',
  '',
  '经审理查明，被告于２０２１年承诺返还土地出让金的百分之三十。',
  '本院认为，被告以领导更换为由不履行承诺，没有法律依据；土地出让金应当返还。',
].join('\n');

test('a word is found in the paragraph that the page numbers so', () => {
  expect(textHit(TEXT, ['领导更换'])).toMatchObject({ paragraph: 5, text: expect.stringContaining('本院认为') });
  expect(textHit(TEXT, [foldPlain('2021年')])).toMatchObject({ paragraph: 4 });
  expect(textHit(TEXT, ['土地出让金'])?.paragraph).toBe(4); // the first of equals
  expect(textHit(TEXT, ['土地出让金', '领导更换'])?.paragraph).toBe(5); // the one that holds more
  expect(textHit(TEXT, ['领導'])).toBeNull(); // words come folded
  expect(textHit(TEXT, ['火星'])).toBeNull();
  expect(textHit('', ['承诺'])).toBeNull();
});

test('words that the record itself shows need no explanation, in whatever writing it shows them', () => {
  expect(missingWords(['承诺', foldPlain('(2021)')], ['（２０２１）苏01行终1号', '承諾没有兑现', null])).toEqual([]);
  expect(missingWords(['承诺', '领导更换'], ['承诺没有兑现'])).toEqual(['领导更换']);
});
