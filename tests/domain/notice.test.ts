import { expect, test } from 'vitest';
import { audienceOf, NOTICES } from '../../api/domain/notice.ts';
import { mailText } from '../../site/text/mail.ts';
import { noticeText } from '../../site/text/notices.ts';

test('whoever hears of something hears it in words, in both languages', () => {
  for (const [template, { officials, complainant }] of Object.entries(NOTICES)) {
    for (const locale of ['zh-CN', 'en'] as const) {
      if (officials.length > 0) expect(noticeText[locale].templates[template], template).toBeTruthy();
      if (complainant) expect(mailText[locale].templates[template] ?? mailText[locale].other, template).toBeTruthy();
    }
  }
});

test('what nobody listed goes to the handlers rather than to nobody', () => {
  expect(audienceOf('case.something_new').officials).toEqual(['handler']);
});
