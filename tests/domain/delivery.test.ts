import { expect, test } from 'vitest';
import { mailboxGone, masked, smsNumber } from '../../api/domain/delivery.ts';
import { NOTICES, noticeKind, ownChannel } from '../../api/domain/notice.ts';

test('only an answer that speaks of the mailbox marks an address', () => {
  expect(mailboxGone(550, '550 5.1.1 no such user')).toBe(true);
  expect(mailboxGone(553, '553 mailbox name not allowed')).toBe(true);
  expect(mailboxGone(550, '550 5.7.1 relaying denied')).toBe(false);
  expect(mailboxGone(554, '554 your address is on a list')).toBe(false);
  expect(mailboxGone(451, '451 later')).toBe(false);
});

test('text messages go to mobile numbers, as they are written across borders', () => {
  expect(smsNumber('138 0013 8000')).toBe('+8613800138000');
  expect(smsNumber('+8613800138000')).toBe('+8613800138000');
  expect(smsNumber('008613800138000')).toBe('+8613800138000');
  expect(smsNumber('+85291234567')).toBe('+85291234567');
  for (const none of ['051083331234', '4008001234', '+86051083331234', '', null, undefined]) {
    expect(smsNumber(none)).toBeNull();
  }
});

test('an address is shown so that its owner knows it and nobody else learns it', () => {
  expect(masked('jia@example.org')).toBe('j•••@example.org');
  expect(masked('+8613800138000')).toBe('+86•••••••8000');
});

test('a complainant who chose nothing hears by what was left, mail first', () => {
  expect(ownChannel({ email: true, mobile: true })).toBe('mail');
  expect(ownChannel({ email: false, mobile: true })).toBe('sms');
  expect(ownChannel({ email: false, mobile: false })).toBe('none');
});

test('every notice of officials belongs to one of the kinds that they choose by', () => {
  const kinds = Object.keys(NOTICES).map((template) => [template, noticeKind(template)]);
  expect(Object.fromEntries(kinds)).toMatchObject({
    'case.filed': 'arrivals',
    'case.messaged': 'words',
    'case.overdue': 'clocks',
    'case.due_soon': 'clocks',
    'case.accepted': 'progress',
    'retaliation.reported': 'words',
    'explanation.asked': 'progress',
  });
});
