import { createRoute, z } from '@hono/zod-openapi';
import { Suggestion, SuggestionQuery } from '../contracts/search.ts';
import { suggestSearch } from '../services/search/suggest.ts';
import { problems } from './problem.ts';
import { createRouter } from './router.ts';

const suggestions = createRoute({
  method: 'get',
  path: '/api/v1/suggestions',
  operationId: 'suggestSearch',
  'x-access': 'public',
  tags: ['disclosures'],
  summary: 'Bodies, a matter and records that may be meant by what was typed so far',
  request: { query: SuggestionQuery },
  responses: {
    200: {
      description: 'A few, bodies first; none for less than two characters',
      content: { 'application/json': { schema: z.object({ items: z.array(Suggestion.openapi('Suggestion')) }) } },
    },
    ...problems(400),
  },
});

export function searchRoutes() {
  const router = createRouter();
  router.openapi(suggestions, async (c) => {
    const answer = await suggestSearch(c.var.ctx, c.req.valid('query'));
    c.header('cache-control', 'no-store'); // half-typed words are nobody else's
    return c.json(answer, 200);
  });
  return router;
}
