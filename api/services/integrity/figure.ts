import type { StoredFigure } from '../../../db/queries/integrity.ts';
import { COMPONENTS, type Inputs, type Score, score, type Weights } from '../../domain/integrity.ts';

/** A figure as it is shown: the stored score, and the components that it is made of. */
export interface IntegrityFigure extends Score {
  month: string;
  version: string;
  weightsId: number;
  countedAt: Date;
}

/** Components are worked out from the stored counts; the score is the one that was stored with its version and weights. */
export function figureOf(row: StoredFigure, weights: Weights): IntegrityFigure {
  const inputs = Object.fromEntries(
    COMPONENTS.map((one) => {
      const counts = row.inputs[one];
      return [one, counts ? { part: counts[0], total: counts[1] } : null];
    }),
  ) as Inputs;
  const { month, version, weightsId, countedAt, score: stored, low, high, ranked } = row;
  return { ...score(inputs, weights), score: stored, low, high, ranked, month, version, weightsId, countedAt };
}
