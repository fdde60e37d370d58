/** What runs by itself: the outbox is handed to the queue, the queue delivers, and the clock sweeps up. */

import { sweepPresence } from '../db/queries/case-presence.ts';
import { dispatchOutbox, failOutbox, hurryQueue, settleOutbox, sweepOutbox } from '../db/queries/dispatch.ts';
import { checkTally, foldTally } from '../db/queries/inbox-tally.ts';
import type { Tasks } from '../db/queries/outbox.ts';
import { sweepNonces } from '../db/queries/push.ts';
import { foldRatings, recomputeRatings } from '../db/queries/rating-figures.ts';
import { addToErasureList } from './adapters/erasure-list.ts';
import { createMailer } from './adapters/mailer.ts';
import { createOutwardPost } from './adapters/outward-post.ts';
import { startQueue } from './adapters/queue.ts';
import { createSms } from './adapters/sms.ts';
import type { Built } from './deps.ts';
import { LONGEST_PAUSE } from './domain/delivery.ts';
import type { Env } from './env.ts';
import { runAppraisals, sendAppraisalMail } from './services/appraisals/run.ts';
import { remindOfArrears } from './services/arrears/remind.ts';
import { applyChange } from './services/clocks/apply-change.ts';
import { planChange } from './services/clocks/plan-change.ts';
import { warn } from './services/clocks/warn.ts';
import { passOnCommitments } from './services/commitments/pass-on.ts';
import { warnOfCommitments } from './services/commitments/warn-due.ts';
import { remindCallbacks } from './services/complaints/remind-callbacks.ts';
import { sweepFilings } from './services/complaints/sweep.ts';
import { expireDisclosures } from './services/disclosures/expire.ts';
import { makeGovernanceList } from './services/disclosures/governance.ts';
import { warnLateRequests } from './services/disclosures/rights/warn-late.ts';
import { rebuildSearch } from './services/disclosures/search-rebuild.ts';
import { findWarnings } from './services/early-warnings/find.ts';
import { eraseDue } from './services/erasure/erase-due.ts';
import { keepErasureList } from './services/erasure/keep-list.ts';
import { scanPending } from './services/evidence/scan-pending.ts';
import { resumeImports, runImport } from './services/imports/apply.ts';
import { checkImport } from './services/imports/check.ts';
import { compareImport } from './services/imports/compare.ts';
import { marking } from './services/imports/find-alike.ts';
import { resumePublications, runPublication } from './services/imports/publish.ts';
import { measureQuality } from './services/imports/quality.ts';
import { rollUpIntegrity, rollUpIntegrityOnce } from './services/integrity/roll-up.ts';
import { sendInvitation } from './services/invitations/send.ts';
import { makeMonthlyReport } from './services/monthly-reports/manage.ts';
import { announce } from './services/notices/announce.ts';
import { announceBody } from './services/notices/announce-body.ts';
import { announceRequest } from './services/notices/announce-request.ts';
import { deliver } from './services/notices/deliver.ts';
import { planMorning } from './services/notices/digest.ts';
import { indexWords } from './services/officials/case-words.ts';
import { buildNightly, followEndings } from './services/open-data/refresh.ts';
import { countPlaces, countPlacesOnce } from './services/places/count.ts';
import { flagRatings } from './services/ratings/flags/find.ts';
import { keepRatingMonths } from './services/ratings/keep-months.ts';
import { sendRatingReports } from './services/ratings/reports/send.ts';
import { deliverSharing } from './services/sharing/deliver.ts';
import { reconcileDestinations } from './services/sharing/destinations.ts';
import { planDigests, sendSubscriptionMail } from './services/subscriptions/send.ts';
import { sendWebhooks } from './services/webhooks/send.ts';

export interface Jobs {
  stop(): Promise<void>;
}

type Payload = Record<string, unknown>;

// Times are UTC: warnings go out in the working hours of Asia/Shanghai, 8 to 18.
const CRONTAB = `
*/5 * * * * hurry:queue ?max=1
7 * * * * sweep:evidence ?max=3
*/5 * * * * scan:evidence ?max=1
2 * * * * expire:disclosures ?max=3
5 0-10 * * * warn:clocks ?max=3
6 0-10 * * * warn:requests ?max=3
20 0 1 * * list:governance ?max=9&fill=20d
12 * * * * pass-on:commitments ?max=3
40 0 * * * warn:commitments ?max=9&fill=20h
45 0 * * * remind:arrears ?max=9&fill=20h
40 18 * * * sweep:outbox ?max=3
30 0 * * * digest:officials ?max=9&fill=6h
20 19 * * * erase:due ?max=3
* * * * * fold:inbox ?max=1
25 18 * * * check:inbox ?max=3
10 20 * * * reconcile:sharing ?max=3
25 19 * * * keep:rating-months ?max=3
40 19 * * * check:ratings ?max=3
17 * * * * sweep:presence ?max=1
20 1 * * * remind:callbacks ?max=3
50 * * * * count:places ?max=1
10 18 * * * count:integrity ?max=3
50 18 * * * find:warnings ?max=3
30 20 1 * * make:monthly-report ?max=9&fill=20d
15 0 * * * run:appraisals ?max=3&fill=6h
* * * * * resume:imports ?max=1
* * * * * mark:records ?max=1
33 * * * * sweep:nonces ?max=1
* * * * * send:webhooks ?max=1
* * * * * send:rating-reports ?max=1
55 19 * * * flag:ratings ?max=3&fill=12h
* * * * * deliver:sharing ?max=1
*/10 * * * * measure:quality ?max=1
30 18 * * * build:open-data ?max=9&fill=12h
0 1 * * * digest:subscribers ?max=9&fill=6h
`;
// Times are UTC: 00:30 is 08:30 in Asia/Shanghai, 18:30 is 02:30 of the next day.
const BATCH = 500;
/** So far back the figures of ratings are counted anew every night. */
const CHECKED_DAYS = 40;
const daysAgo = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10);

/** What a task reports of its failure: the words of the server, without the address or number that it may repeat. */
export const withoutAddresses = (error: unknown): string =>
  String(error instanceof Error ? error.message : error)
    .replace(/[^\s<>"']+@[^\s<>"']+/g, '…@…')
    .replace(/\+?\d[\d\s-]{5,}\d/g, '…')
    .slice(0, 500);

export async function startJobs(
  built: Pick<Built, 'deps'>,
  env: Pick<Env, 'databaseUrl' | 'smtpUrl' | 'mailDir' | 'mailFrom'> &
    Partial<Pick<Env, 'smsUrl' | 'smsSecret' | 'erasureList'>>,
  options: { patience?: number } = {},
): Promise<Jobs> {
  const { deps } = built;
  const { sql, log } = deps;
  const { patience } = options;
  const { smsUrl: url = null, smsSecret: secret = null } = env;
  const senders = {
    mailer: createMailer({ ...env, from: env.mailFrom, patience }),
    sms: createSms({ url, secret, folder: url ? null : env.mailDir, patience }),
  };

  /** A task that came through the outbox settles its row, or says there why it did not succeed. */
  const settled = (work: (payload: Payload) => Promise<unknown>) => async (payload: Payload) => {
    const id = Number(payload.outboxId);
    try {
      await work(payload);
      if (Number.isInteger(id)) await settleOutbox(sql, id);
    } catch (error) {
      const why = withoutAddresses(error);
      log.warn({ outboxId: payload.outboxId, err: why }, 'a task failed and will be tried again');
      if (Number.isInteger(id)) await failOutbox(sql, id, why).catch(() => {});
      throw new Error(why);
    }
  };

  const stopping = new AbortController();
  const send = settled((payload) => deliver(deps, senders, String(payload.noticeId)));
  const { erasureList } = env;
  const keepList = async () =>
    erasureList && keepErasureList(deps, (after) => addToErasureList(erasureList, deps.keys, after));

  const outward = createOutwardPost();
  const upward = createOutwardPost({ patience: 60_000 }); // a platform checks a whole batch before it answers
  const queue = startQueue({
    databaseUrl: env.databaseUrl,
    log,
    concurrency: 8,
    crontab: CRONTAB,
    tasks: {
      'notice.case': settled((payload) => announce(deps, Number(payload.outboxId), payload as Tasks['notice.case'])),
      'notice.mail': send,
      'notice.sms': send,
      'digest:officials': settled(() => planMorning(deps)),
      'notice.body': settled((payload) =>
        announceBody(deps, Number(payload.outboxId), payload as Tasks['notice.body']),
      ),
      'evidence.scan': settled(() => scanPending(deps)),
      'scan:evidence': settled(() => scanPending(deps)),
      'erasure.list': settled(keepList),
      'erase:due': settled(async () => {
        await eraseDue(deps);
        await keepList();
      }),
      'invitation.mail': settled((payload) =>
        sendInvitation(deps, senders.mailer, payload as { invitationId: string; sending: number }),
      ),
      'evidence.sweep': settled(() => sweepFilings(deps)),
      'sweep:evidence': settled(() => sweepFilings(deps)),
      'clocks.plan': settled((payload) => planChange(deps, String(payload.changeId))),
      'clocks.apply': settled((payload) => applyChange(deps, String(payload.changeId))),
      'warn:clocks': settled(() => warn(deps)),
      'warn:requests': settled(() => warnLateRequests(deps)),
      'notice.request': settled((payload) =>
        announceRequest(deps, Number(payload.outboxId), payload as Tasks['notice.request']),
      ),
      'list:governance': settled(() => makeGovernanceList(deps)),
      'pass-on:commitments': settled(() => passOnCommitments(deps)),
      'remind:arrears': settled(() => remindOfArrears(deps)),
      'warn:commitments': settled(() => warnOfCommitments(deps)),
      'expire:disclosures': settled(() => expireDisclosures(deps)),
      'remind:callbacks': settled(() => remindCallbacks(deps)),
      'count:places': settled(() => countPlaces(deps)),
      'run:appraisals': settled(() => runAppraisals(deps)),
      'appraisal.mail': settled((payload) =>
        sendAppraisalMail(deps, senders.mailer, payload as Tasks['appraisal.mail']),
      ),
      'make:monthly-report': settled(() => makeMonthlyReport(deps)),
      'find:warnings': settled(() => findWarnings(deps)),
      'count:integrity': settled(() => rollUpIntegrity(deps)),
      'integrity.count': settled(() => rollUpIntegrity(deps)),
      'import.check': settled((payload) => checkImport(deps, String(payload.batchId))),
      'import.apply': settled(async (payload) => {
        await runImport(deps, String(payload.batchId));
        await measureQuality(deps);
      }),
      'import.compare': settled((payload) => compareImport(deps, String(payload.batchId))),
      'import.publish': settled((payload) => runPublication(deps, String(payload.batchId))),
      'resume:imports': settled(async () => {
        await resumeImports(deps);
        await resumePublications(deps);
      }),
      'send:webhooks': settled(() => sendWebhooks(deps, outward)),
      'send:rating-reports': settled(() => sendRatingReports(deps, outward)),
      'flag:ratings': settled(() => flagRatings(deps)),
      'deliver:sharing': settled(() => deliverSharing(deps, upward)),
      'sweep:nonces': settled(() => sweepNonces(sql)),
      'mark:records': settled(marking(deps)),
      'measure:quality': settled(() => measureQuality(deps)),
      'sweep:outbox': settled(() => sweepOutbox(sql)),
      'hurry:queue': settled(() => hurryQueue(sql, LONGEST_PAUSE)),
      'fold:inbox': settled(() => foldTally(sql)),
      'check:inbox': settled(async () => {
        const wrong = await checkTally(sql);
        if (wrong > 0) log.error({ wrong }, 'the counts of the inbox were wrong and were put right');
      }),
      'keep:rating-months': settled(() => keepRatingMonths(deps)),
      'check:ratings': settled(async () => {
        const wrong = await recomputeRatings(sql, daysAgo(CHECKED_DAYS));
        if (wrong > 0) log.error({ wrong }, 'figures of ratings were wrong and were put right');
      }),
      'reconcile:sharing': settled(() => reconcileDestinations(deps)),
      'sweep:presence': settled(() => sweepPresence(sql)),
      'subscription.mail': settled((payload) => sendSubscriptionMail(deps, senders.mailer, String(payload.mailId))),
      'digest:subscribers': settled(() => planDigests(deps)),
      'build:open-data': settled(async () => {
        // Somebody builds by hand, or the table is being tidied: the queue tries again.
        const name = await buildNightly(deps, 'nightly', stopping.signal);
        if (name === null) throw new Error('open data are being built elsewhere');
      }),
    },
  });

  // The list exists from the first start on: where a restore finds none, it was lost.
  await keepList().catch((error: unknown) =>
    log.error({ err: withoutAddresses(error) }, 'the list of erasures cannot be written'),
  );
  await countPlacesOnce(deps).catch((error: unknown) =>
    log.warn({ err: withoutAddresses(error) }, 'the cases of places could not be counted'),
  );
  await rollUpIntegrityOnce(deps).catch((error: unknown) =>
    log.warn({ err: withoutAddresses(error) }, 'the integrity monitor could not be counted'),
  );
  const stopDispatching = every(
    250,
    async () => {
      while ((await dispatchOutbox(sql, BATCH)) === BATCH);
    },
    (error) => log.warn({ err: String(error) }, 'the outbox could not be handed over'),
  );

  // Words of new cases can be found within a second or two; the filing itself does not wait for it.
  const stopIndexing = every(
    1000,
    async () => void (await indexWords(deps)),
    (error) => log.warn({ err: String(error) }, 'the words of cases could not be indexed'),
  );

  // Figures of ratings are a second old; where there are so many that adding them takes time, they are added in larger heaps.
  let foldedAt = 0;
  const stopFolding = every(
    1000,
    async () => {
      if (Date.now() < foldedAt) return;
      const began = Date.now();
      while ((await foldRatings(sql)) > 0);
      foldedAt = Date.now() + Math.min(10_000, (Date.now() - began) * 50);
    },
    (error) => log.warn({ err: String(error) }, 'figures of ratings could not be brought up to date'),
  );

  // A record that left publication leaves the files of open data too; after a failure a minute passes, for builds are long.
  let rested = 0;
  const stopFollowing = every(
    2000,
    async () => {
      if (Date.now() < rested) return;
      rested = Date.now() + 60_000;
      await followEndings(deps, stopping.signal);
      rested = 0;
    },
    (error) => log.warn({ err: String(error) }, 'files of open data could not be brought up to date'),
  );

  // Search rows of an older release, some hundreds a second.
  const stopRebuilding = every(
    1000,
    async () => void (await rebuildSearch(deps)),
    (error) => log.warn({ err: String(error) }, 'search rows could not be rebuilt'),
  );

  return {
    async stop() {
      stopping.abort();
      await Promise.all([stopDispatching(), stopIndexing(), stopFolding(), stopFollowing(), stopRebuilding()]);
      await queue.stop();
    },
  };
}

/** Runs `work` again and again, `pause` milliseconds apart, never twice at once. @returns stops and waits for the last run */
function every(pause: number, work: () => Promise<void>, failed: (error: unknown) => void): () => Promise<void> {
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let told = 0;
  let current: Promise<void> = Promise.resolve();
  const turn = () => {
    current = work()
      .catch((error: unknown) => {
        // While the database is away one line a minute is enough.
        if (Date.now() - told < 60_000) return;
        told = Date.now();
        failed(error);
      })
      .then(() => {
        if (!stopping) timer = setTimeout(turn, pause);
      });
  };
  turn();
  return async () => {
    stopping = true;
    clearTimeout(timer);
    await current;
  };
}
