import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { DomainError } from './domain/errors.ts';
import { answerSettingsRoutes } from './routes/answer-settings.ts';
import { arrearsRoutes } from './routes/arrears.ts';
import { caseRoutes } from './routes/cases.ts';
import { caseworkRoutes } from './routes/casework.ts';
import { commitmentRoutes } from './routes/commitments.ts';
import { conditional } from './routes/conditional.ts';
import { creditCheckRoutes } from './routes/credit-checks.ts';
import { directoryRoutes } from './routes/directory.ts';
import { disclosureRightsRoutes } from './routes/disclosure-rights.ts';
import { disclosureRoutes } from './routes/disclosures.ts';
import { documentRoutes } from './routes/document.ts';
import { feedRoutes } from './routes/feeds.ts';
import { groupRoutes } from './routes/groups.ts';
import { intakeRoutes } from './routes/intake.ts';
import { integrityRoutes } from './routes/integrity.ts';
import { judgmentTextRoutes } from './routes/judgment-texts.ts';
import { monthlyReportRoutes } from './routes/monthly-reports.ts';
import { noticeRoutes } from './routes/notices.ts';
import { officialAnswerRoutes } from './routes/official-answers.ts';
import { officialCaseRoutes } from './routes/official-cases.ts';
import { officialRoutes } from './routes/officials.ts';
import { openDataRoutes } from './routes/open-data.ts';
import { ownAnswerRoutes } from './routes/own-answers.ts';
import { ownPrivacyRoutes } from './routes/own-privacy.ts';
import { placeRoutes } from './routes/places.ts';
import { answerError } from './routes/problem.ts';
import { pushRoutes } from './routes/push.ts';
import { ratingFigureRoutes } from './routes/rating-figures.ts';
import { ratingRoutes } from './routes/ratings.ts';
import { requestFileRoutes } from './routes/request-files.ts';
import { resolutionRoutes } from './routes/resolution.ts';
import { retaliationRoutes } from './routes/retaliation.ts';
import type { Env } from './routes/router.ts';
import { routingRoutes } from './routes/routing.ts';
import { searchRoutes } from './routes/search.ts';
import { sharingRoutes } from './routes/sharing.ts';
import { uploadRoutes } from './routes/uploads.ts';
import type { Ctx } from './services/context.ts';

const UPLOADS =
  /^\/api\/v1\/(uploads|cases\/[^/]+\/evidence|disclosure-requests\/evidence|officials\/(cases|explanations)\/[^/]+\/files)$/;

/** A judgment may have half a megabyte. */
const TEXTS = /^\/api\/v1\/officials\/disclosures\/[^/]+\/text$/;

/**
 * The API, feeds and open data. `context` makes the context of one request (api/server.ts: actor, source, locale).
 * Each area of api/routes adds its router below.
 */
export function createApp(context: (request: Request) => Promise<Ctx> | Ctx): OpenAPIHono<Env> {
  const app = new OpenAPIHono<Env>();
  app.onError(answerError);
  app.notFound((c) => answerError(new DomainError('resource.not_found'), c));
  app.use(async (c, next) => {
    c.set('ctx', await context(c.req.raw));
    await next();
  });
  app.use('/api/v1/*', conditional);
  app.use('/api/v1/*', async (c, next) => {
    // Uploads stream and have a limit of their own; JSON is small.
    if (UPLOADS.test(c.req.path)) return next();
    // Whoever says how much it is, is believed by node:http to the byte; only others are counted on their way in.
    const maxSize = (TEXTS.test(c.req.path) ? 1024 : 256) * 1024;
    const length = c.req.header('content-length');
    if (length !== undefined && c.req.header('transfer-encoding') === undefined) {
      if (Number(length) > maxSize) throw new DomainError('request.too_large');
      return next();
    }
    return bodyLimit({
      maxSize,
      onError: () => {
        throw new DomainError('request.too_large');
      },
    })(c, next);
  });
  app.route('/', directoryRoutes());
  app.route('/', routingRoutes());
  app.route('/', caseRoutes());
  app.route('/', caseworkRoutes());
  app.route('/', ownPrivacyRoutes());
  app.route('/', ownAnswerRoutes());
  app.route('/', officialCaseRoutes());
  app.route('/', groupRoutes());
  app.route('/', officialAnswerRoutes());
  app.route('/', answerSettingsRoutes());
  app.route('/', intakeRoutes());
  app.route('/', sharingRoutes());
  app.route('/', pushRoutes());
  app.route('/', creditCheckRoutes());
  app.route('/', retaliationRoutes());
  app.route('/', noticeRoutes());
  app.route('/', officialRoutes());
  app.route('/', resolutionRoutes());
  app.route('/', ratingRoutes());
  app.route('/', ratingFigureRoutes());
  app.route('/', uploadRoutes());
  app.route('/', disclosureRoutes());
  app.route('/', requestFileRoutes());
  // Before those of records: their last part may be any action.
  app.route('/', judgmentTextRoutes());
  app.route('/', disclosureRightsRoutes());
  app.route('/', commitmentRoutes());
  app.route('/', searchRoutes());
  app.route('/', feedRoutes());
  app.route('/', placeRoutes());
  app.route('/', arrearsRoutes());
  app.route('/', integrityRoutes());
  app.route('/', monthlyReportRoutes());
  app.route('/', openDataRoutes());
  app.route('/', documentRoutes(app)); // last: it describes what is above
  return app;
}
