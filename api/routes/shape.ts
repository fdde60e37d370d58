import type { z } from '@hono/zod-openapi';

/** How declarations of routes say what goes in and what comes out: json, with an example that the tests send. */
export const json = <S extends z.ZodType>(schema: S, example?: z.input<S>) => ({
  'application/json': { schema, ...(example === undefined ? {} : { example }) },
});
export const body = <S extends z.ZodType>(schema: S, example: z.input<S>) => ({
  required: true as const,
  content: { 'application/json': { schema, example } },
});
export const answered = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: json(schema),
});
