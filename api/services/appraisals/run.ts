import {
  answersOf,
  appraisalById,
  dueToClose,
  dueToRemind,
  keepResults,
  linkMail,
  markSent,
  panelCounts,
  stepAppraisal,
  unlinkAnswers,
} from '../../../db/queries/appraisals.ts';
import { findKey } from '../../../db/queries/disclosure-rights.ts';
import { enqueue } from '../../../db/queries/outbox.ts';
import { lockSettings } from '../../../db/queries/settings.ts';
import { appraisalMail } from '../../../site/text/appraisals.ts';
import { legalDateText } from '../../../site/text/dates.ts';
import { fill } from '../../../site/text/locale.ts';
import type { Mailer } from '../../adapters/ports.ts';
import { REMIND_DAYS, resultsOf } from '../../domain/appraisal.ts';
import { settingEvent } from '../clocks/setting-event.ts';
import type { Deps } from '../context.ts';
import { linkToken, panelistContext } from './link.ts';

/** Closes what is over, counts it once and for all, and reminds whoever has not answered. Doing it twice does nothing twice. */
export async function runAppraisals(deps: Deps): Promise<void> {
  for (const { id, version } of await dueToClose(deps.sql)) await closeAppraisal(deps, id, version);
  for (const { panelistId } of await dueToRemind(deps.sql, REMIND_DAYS))
    await deps.db.transaction((tx) => enqueue(tx, 'appraisal.mail', { panelistId, reminder: true }));
}

async function closeAppraisal(deps: Deps, id: string, version: number): Promise<void> {
  const row = await appraisalById(deps.sql, id);
  if (!row) return;
  const { panel } = await panelCounts(deps.sql, id);
  await deps.db.transaction(async (tx) => {
    const { now } = await lockSettings(tx);
    // The state first: whoever answers at this moment either comes before the count or finds the link closed.
    if (!(await stepAppraisal(tx, id, version, { to: 'closed', at: now, asked: panel }))) return;
    const answers = await answersOf(tx, id);
    const results = resultsOf(
      row.questions,
      answers.map((one) => one.levels),
    ) ?? { answers: answers.length, questions: null };
    await keepResults(tx, id, results);
    await unlinkAnswers(tx, id);
    await settingEvent(tx, { actor: { kind: 'system' } }, now, `appraisal/${id}`, 'appraisal_closed', {
      asked: panel,
      answers: answers.length,
    });
  });
}

/** Task appraisal.mail: the one mail that carries the secret, or its reminder. @throws whatever the mail server says */
export async function sendAppraisalMail(
  deps: Deps,
  mailer: Mailer,
  { panelistId, reminder }: { panelistId: string; reminder: boolean },
): Promise<'sent' | 'not needed'> {
  const row = await linkMail(deps.sql, panelistId);
  if (!row || (reminder ? row.reminded : row.sent)) return 'not needed';
  const key = await findKey(deps.db, row.keyId);
  if (!key?.wrapped) return 'not needed';
  const opened = deps.keys.unwrap(row.keyId, key.wrapped, key.version);
  const person = JSON.parse(deps.keys.open(opened, row.sealed, panelistContext(panelistId)).toString('utf8')) as {
    name: string;
    email: string;
  };
  const directory = await deps.directory();
  const place = directory.divisions.get(row.division)?.name ?? deps.place.name;
  const body = directory.bodies.get(row.bodyId)?.name ?? deps.place.name;
  const link = `${deps.publicUrl}/appraise/${linkToken(deps.keys, panelistId, row.keyVersion)}`;
  const t = appraisalMail['zh-CN'];
  await mailer.send({
    id: `${panelistId}.${reminder ? 2 : 1}`,
    to: person.email,
    subject: fill(reminder ? t.reminderSubject : t.subject, { place, title: row.title }),
    text: fill(t.text, {
      name: person.name,
      place,
      body,
      title: row.title,
      link,
      on: legalDateText(row.closesOn, 'zh-CN'),
    }),
  });
  await markSent(deps.sql, panelistId, reminder);
  return 'sent';
}
