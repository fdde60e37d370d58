import fs from 'node:fs/promises';
import path from 'node:path';
import { DomainError } from '../../domain/errors.ts';
import type { Ctx } from '../context.ts';
import { requireAdministrator } from './administer.ts';

export interface MailView {
  name: string;
  to: string;
  subject: string;
  at: string;
  text: string;
}

const NAME = /^[\w.-]{1,120}\.(eml|sms)$/;
const SHOWN = 100;

/** The newest mails and text messages that the demonstration wrote instead of sending. @throws DomainError auth.required | auth.forbidden */
export async function demonstrationMails(ctx: Ctx, folder: string | null): Promise<MailView[]> {
  await requireAdministrator(ctx, []);
  if (!ctx.place.demonstration || !folder) return [];
  const names = await fs.readdir(folder).catch(() => []);
  const newest = names
    .filter((name) => NAME.test(name))
    .sort()
    .reverse()
    .slice(0, SHOWN);
  return Promise.all(newest.map((name) => readMail(folder, name)));
}

/** One of them. @throws DomainError auth.required | auth.forbidden | resource.not_found */
export async function demonstrationMail(ctx: Ctx, folder: string | null, name: string): Promise<MailView> {
  const mails = await demonstrationMails(ctx, folder);
  const found = mails.find((mail) => mail.name === name);
  if (!found) throw new DomainError('resource.not_found');
  return found;
}

async function readMail(folder: string, name: string): Promise<MailView> {
  const source = await fs.readFile(path.join(folder, name), 'utf8');
  if (name.endsWith('.sms')) {
    const { to, text, sentAt } = JSON.parse(source) as { to: string; text: string; sentAt: string };
    return { name, to, subject: text.slice(0, 30), at: sentAt, text };
  }
  const at = source.search(/\r?\n\r?\n/);
  const head = (at < 0 ? source : source.slice(0, at)).replace(/\r?\n[ \t]+/g, ' ');
  const header = (field: string) => new RegExp(`^${field}:\\s*(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const body = at < 0 ? '' : source.slice(at).trim();
  return {
    name,
    to: decodeWords(header('To')),
    subject: decodeWords(header('Subject')),
    at: header('Date'),
    text: decodeBody(body, header('Content-Transfer-Encoding').toLowerCase()),
  };
}

/** RFC 2047 words, UTF-8 only: our own mailer wrote them. */
const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([BQ])\?([^?]*)\?=/gi, (_, kind: string, words: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(words, 'base64').toString('utf8')
        : quotedPrintable(words.replace(/_/g, ' ')),
    );

const decodeBody = (body: string, encoding: string): string =>
  encoding === 'base64'
    ? Buffer.from(body, 'base64').toString('utf8')
    : encoding === 'quoted-printable'
      ? quotedPrintable(body)
      : body;

function quotedPrintable(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/(?:=[0-9A-F]{2})+/gi, (run) => Buffer.from(run.replace(/=/g, ''), 'hex').toString('utf8'));
}
