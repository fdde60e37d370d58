import { afterEach, expect, test } from 'vitest';
import { createMailer } from '../../api/adapters/mailer.ts';
import { DeliveryRefused } from '../../api/domain/delivery.ts';
import { type MailServer, type MailServerOptions, mailServer, refusingTls } from '../support/mail-server.ts';

let server: MailServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const MAIL = { id: 'a1', to: 'jia@example.org', subject: '有进展', text: '请查看。' };
async function mailerFor(options: MailServerOptions = {}, query = '') {
  server = await mailServer(options);
  return createMailer({ smtpUrl: `${server.url}${query}`, mailDir: null, from: 'portal@example.org', patience: 2_000 });
}
const failure = (work: Promise<void>) =>
  work.then(
    () => null,
    (error: unknown) => error as Error,
  );

test('a mail arrives whole, in one conversation, under an id that stays the same', async () => {
  const mailer = await mailerFor();
  await mailer.send(MAIL);
  await mailer.send(MAIL);
  expect(server?.mails.map((mail) => mail.to)).toEqual([['jia@example.org'], ['jia@example.org']]);
  const ids = server?.mails.map((mail) => /^Message-ID: (.*)$/im.exec(mail.source)?.[1]);
  expect(ids?.[0]).toBe('<a1@example.org>');
  expect(ids?.[1]).toBe(ids?.[0]);
});

test.each([501, 550, 551, 553, 556])('a mailbox that is refused with %i is refused for good', async (status) => {
  const error = await failure((await mailerFor({ refuse: () => status })).send(MAIL));
  expect(error).toBeInstanceOf(DeliveryRefused);
  expect(error).toMatchObject({ code: `smtp_${status}` });
});

test.each([421, 450, 451, 452, 554])('an answer of %i to the recipient is tried again later', async (status) => {
  const error = await failure((await mailerFor({ refuse: () => status })).send(MAIL));
  expect(error).toBeInstanceOf(Error);
  expect(error).not.toBeInstanceOf(DeliveryRefused);
});

test.each([451, 550, 554])(
  'a text that is refused with %i says nothing of the mailbox: tried again',
  async (status) => {
    const error = await failure((await mailerFor({ refuseData: () => status })).send(MAIL));
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(DeliveryRefused);
  },
);

test('a line that is cut in the middle of the text, or before the answer, is a failure that may be tried again', async () => {
  const cut = await failure((await mailerFor({ dropInData: () => true })).send(MAIL));
  expect(cut).toBeInstanceOf(Error);
  expect(cut).not.toBeInstanceOf(DeliveryRefused);
  expect(server?.mails).toEqual([]);
  await server?.stop();
  const unsaid = await failure((await mailerFor({ loseAnswer: () => true })).send(MAIL));
  expect(unsaid).toBeInstanceOf(Error);
  expect(server?.mails).toHaveLength(1); // sent again under the same Message-ID
});

test('a tarpit and a closed port cost no more than the patience', async () => {
  const began = Date.now();
  const tarpit = await mailerFor({ silent: true });
  expect(await failure(tarpit.send(MAIL))).toBeInstanceOf(Error);
  expect(Date.now() - began).toBeLessThan(6_000);
  await server?.stop();
  expect(String(await failure(tarpit.send(MAIL)))).toContain('ECONNREFUSED');
});

test('where encryption fails nothing is said in the clear', async () => {
  const refusing = await refusingTls();
  const mailer = createMailer({ smtpUrl: refusing.url, mailDir: null, from: 'portal@example.org', patience: 2_000 });
  expect(await failure(mailer.send(MAIL))).toBeInstanceOf(Error);
  expect(refusing.heard.filter((line) => /^(MAIL|RCPT|DATA)/i.test(line))).toEqual([]);
  await refusing.stop();
  // A certificate that nobody knows, and a server without encryption where it is demanded.
  expect(await failure((await mailerFor({ tls: true })).send(MAIL))).toBeInstanceOf(Error);
  expect(server?.mails).toEqual([]);
  await server?.stop();
  expect(await failure((await mailerFor({}, '?requireTLS=true')).send(MAIL))).toBeInstanceOf(Error);
  expect(server?.mails).toEqual([]);
});

test.each(['a@example.org\r\nBcc: b@example.org', 'a@example.org, b@example.org', '"a b"@example.org', 'a@b@c', ''])(
  'an address that is not one address is not sent to: %j',
  async (to) => {
    expect(String(await failure((await mailerFor()).send({ ...MAIL, to })))).toContain('not one address');
    expect(server?.connections()).toBe(0);
  },
);

test('a line break in a subject adds no header', async () => {
  await (await mailerFor()).send({ ...MAIL, subject: 'news\r\nBcc: b@example.org' });
  const [head = ''] = server?.mails[0]?.source.split('\r\n\r\n') ?? [];
  expect(head).not.toMatch(/^Bcc:/im);
  expect(server?.mails[0]?.to).toEqual(['jia@example.org']);
});
