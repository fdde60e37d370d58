import type { Directory } from './duty.ts';
import { existsOn } from './routing-place.ts';
import { superiorsOf } from './superiors.ts';

export interface ReportedCase {
  handlerId: string;
  watchingId: string | null;
  /** The body complained of, as filed and as it is today. */
  respondents: readonly string[];
  on: string; // legal date
  /** Whether a body is the other or subordinate to it (services/officials/authorise.ts). */
  under(above: string, below: string): boolean;
}

/**
 * Who may be told of retaliation (条例 art. 35; 济南 2018 art. 32), nearest first: the bodies above the handler, never the handler,
 * the body complained of, or what is below one of them.
 */
export function confidantsOf(directory: Directory, about: ReportedCase): string[] {
  const { handlerId, watchingId, respondents, on, under } = about;
  return superiorsOf(directory, handlerId, watchingId).filter((id) => {
    const body = directory.bodies.get(id);
    return body && existsOn(body, on) && !under(handlerId, id) && !respondents.some((accused) => under(accused, id));
  });
}
