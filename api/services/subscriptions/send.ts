import { findKey } from '../../../db/queries/disclosure-rights.ts';
import {
  askMail,
  forgetMails,
  mailToSend,
  removeSubscriptions,
  type Subscription,
  settleMail,
  subscriptionBy,
  withoutDigest,
} from '../../../db/queries/subscriptions.ts';
import { legalDateText } from '../../../site/text/dates.ts';
import { fill } from '../../../site/text/locale.ts';
import { disclosureStates } from '../../../site/text/states.ts';
import { subscriptionMails } from '../../../site/text/subscriptions.ts';
import type { Mail, Mailer } from '../../adapters/ports.ts';
import { DeliveryRefused } from '../../domain/delivery.ts';
import type { PublicDisclosure } from '../../domain/disclosure-view.ts';
import { CONFIRM_HOURS, DIGEST_LINES } from '../../domain/subscription.ts';
import type { Ctx, Deps } from '../context.ts';
import { newestDisclosures } from '../disclosures/search.ts';
import { sealContext } from './subscribe.ts';

const BATCH = 500;

/** Asks for the digests of the day, and forgets what nobody confirmed. Running it twice asks nothing twice. */
export async function planDigests(deps: Pick<Deps, 'db'>): Promise<number> {
  await deps.db.transaction(async (tx) => {
    await removeSubscriptions(tx, { unconfirmedHours: CONFIRM_HOURS });
    await forgetMails(tx);
  });
  let asked = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const ids = await withoutDigest(deps.db, after, BATCH);
    await deps.db.transaction(async (tx) => {
      for (const id of ids) if (await askMail(tx, id, 'digest')) asked += 1;
    });
    const last = ids.at(-1);
    if (!last || ids.length < BATCH) return asked;
    after = last;
  }
}

/**
 * Task subscription.mail. A digest tells of what became public since the one before and is public still; where there is
 * nothing, nothing is sent. A mailbox that does not exist ends the subscription.
 * @throws whatever the mail server says; the task is then tried again
 */
export async function sendSubscriptionMail(deps: Deps, mailer: Mailer, mailId: string): Promise<'sent' | 'not needed'> {
  const asked = await mailToSend(deps.db, mailId);
  const row = asked && (await subscriptionBy(deps.db, { id: asked.subscriptionId }));
  const key = row && (await findKey(deps.db, row.keyId));
  if (!asked || !row || !key?.wrapped) return 'not needed';
  const opened = deps.keys.open(deps.keys.unwrap(row.keyId, key.wrapped, key.version), row.sealed, sealContext(row.id));
  const { email, token } = JSON.parse(opened.toString('utf8')) as { email: string; token: string };
  const mail =
    asked.kind === 'question'
      ? row.confirmed
        ? null
        : question(deps, row, token)
      : row.confirmed
        ? await digest(deps, row, token, asked.until)
        : null;
  if (mail) {
    try {
      await mailer.send({ id: mailId, to: email, ...mail });
    } catch (error) {
      if (!(error instanceof DeliveryRefused)) throw error;
      await deps.db.transaction((tx) => removeSubscriptions(tx, { id: row.id }));
      return 'not needed';
    }
  }
  await deps.db.transaction((tx) => settleMail(tx, mailId, asked.kind === 'digest' ? asked.until : null));
  return mail ? 'sent' : 'not needed';
}

type Content = Pick<Mail, 'subject' | 'text' | 'headers'>;

function question(deps: Deps, row: Subscription, token: string): Content {
  const t = subscriptionMails[row.locale];
  const { place, root } = placeOf(deps, row);
  return {
    subject: fill(t.questionSubject, { place }),
    text: fill(t.question, {
      place,
      link: `${root}/subscribe/confirm/${token}`,
      list: listOf(root, row),
      hours: CONFIRM_HOURS,
    }),
  };
}

async function digest(deps: Deps, row: Subscription, token: string, until: string): Promise<Content | null> {
  const found = await publishedSince(deps, row, until);
  if (found.length === 0) return null;
  const t = subscriptionMails[row.locale];
  const { place, root } = placeOf(deps, row);
  const leave = `${root}/subscribe/leave/${token}`;
  const lines = found.slice(0, DIGEST_LINES).map((record) => {
    const flag =
      record.objection === 'none' ? '' : `［${disclosureStates[row.locale][record.objection] ?? record.objection}］`;
    return `${flag}${record.title}\n${legalDateText(record.publishedOn, row.locale)}  ${root}/disclosures/${record.id}`;
  });
  const more = found.length > DIGEST_LINES ? [t.more] : [];
  return {
    subject: fill(t.digestSubject, { place, count: found.length > DIGEST_LINES ? `${DIGEST_LINES}+` : found.length }),
    text: fill(t.digest, { lines: [...lines, ...more].join('\n\n'), list: listOf(root, row), leave, place }),
    // RFC 2369 and RFC 8058: the mail program itself can end it with one click.
    headers: { 'list-unsubscribe': `<${leave}>`, 'list-unsubscribe-post': 'List-Unsubscribe=One-Click' },
  };
}

/** Asked as the public; what has left publication since is not among it. */
async function publishedSince(deps: Deps, row: Subscription, until: string): Promise<PublicDisclosure[]> {
  const ctx: Ctx = {
    ...deps,
    actor: { kind: 'public' },
    locale: row.locale,
    requestId: 'job:subscription',
    source: '',
  };
  const newest = await newestDisclosures(ctx, row.filters, DIGEST_LINES + 1);
  const [from, to] = [row.toldUntil, until].map((instant) => new Date(instant).toISOString());
  return newest.filter(({ publishedAt }) => publishedAt > (from ?? '') && publishedAt <= (to ?? ''));
}

const listOf = (root: string, row: Subscription): string => {
  const query = new URLSearchParams(row.filters as Record<string, string>).toString();
  return `${root}/disclosures${query ? `?${query}` : ''}`;
};

function placeOf(deps: Deps, row: Subscription): { place: string; root: string } {
  return row.locale === 'en'
    ? { place: deps.place.nameEn, root: `${deps.publicUrl}/en` }
    : { place: deps.place.name, root: deps.publicUrl };
}
