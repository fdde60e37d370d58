import { legalDate } from './calendar.ts';
import type { Body } from './directory.ts';
import type { Directory } from './duty.ts';
import { existsOn, governmentOf, nextPlaceUp } from './routing-place.ts';

/** Working days within which a body contests that a case is its own (信访条例 art. 22: five, unless the place has another rule). */
export const CONTEST_DAYS = 5;
export const CONTEST_RULE = 'petition.contest';

export interface Contest {
  handlerId: string;
  /** The body that passed the case on, where one did. */
  senderId: string | null;
  /** The body complained of, as filed and as it is today. */
  respondents: readonly string[];
  on: string; // legal date
  /** Whether a body is the other or subordinate to it (services/officials/authorise.ts). */
  under(above: string, below: string): boolean;
}

/**
 * Who decides which body is competent: the lead credit authority (development and reform) of the nearest place that holds both
 * bodies; where that is itself involved, that of the next place up; above the highest, the government's office there. Null:
 * nobody is left.
 */
export function arbiterOf(directory: Directory, contest: Contest): Body | null {
  const { handlerId, senderId, respondents, on, under } = contest;
  const handler = directory.bodies.get(handlerId);
  const sender = senderId ? directory.bodies.get(senderId) : undefined;
  const involved = (body: Body): boolean =>
    body.id === handlerId || body.id === senderId || respondents.some((id) => under(id, body.id));
  if (!handler) return null;
  let place: string | null = handler.division;
  while (place !== null && sender && !sender.division.startsWith(place)) place = nextPlaceUp(directory, place);
  let highest = place ?? handler.division;
  for (; place !== null; place = nextPlaceUp(directory, place)) {
    highest = place;
    const lead = directory.bodiesIn(place).find((body) => body.role === 'development_reform' && existsOn(body, on));
    if (lead && !involved(lead)) return lead;
  }
  const office = directory.bodiesIn(highest).find((body) => body.role === 'government_office' && existsOn(body, on));
  if (office && !involved(office)) return office;
  const government = governmentOf(directory, highest, on);
  return government && !involved(government) ? government : null;
}

/** The day on which the present handler was given the case; null where the ledger does not say. */
export function leadSince(assignments: readonly { role: string; from: string; to: string | null }[]): string | null {
  const now = assignments.find((row) => row.role === 'lead' && row.to === null);
  return now ? legalDate(new Date(now.from)) : null;
}
