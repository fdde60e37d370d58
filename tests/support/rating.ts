import { randomUUID } from 'node:crypto';
import { EXAMPLE_POINT_CODE } from '../../api/domain/point-code.ts';
import type { Ctx } from '../../api/services/context.ts';
import type { TestDatabase } from './database.ts';

/** A request at the counter of the fictional place. Clocks may be absent where their table is not loaded. */
export function counterCtx(database: TestDatabase, changes: Partial<Ctx> = {}): Ctx {
  return database.ctx({ kind: 'public' }, { source: randomUUID(), ...changes });
}

export const ratingInput = (
  overrides: Record<string, unknown> = {},
): Record<string, unknown> & { submissionId: string } => ({
  submissionId: randomUUID(),
  code: EXAMPLE_POINT_CODE,
  level: 5,
  ...overrides,
});
