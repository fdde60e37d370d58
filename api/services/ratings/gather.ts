import { DomainError } from '../../domain/errors.ts';

export type Outcome<R> = { value: R } | { error: unknown };

/** Takes what arrives at about the same time and has it written together. */
export interface Gathering<E, R> {
  /** @throws what the writing of this one came to; DomainError service.unavailable at once where too many wait */
  add(entry: E): Promise<R>;
}

export interface GatherOptions<E, R> {
  /** One outcome for each entry, in their order; where it throws, all hear that. */
  write(entries: readonly E[]): Promise<readonly Outcome<R>[]>;
  /** Milliseconds for which the first of a group waits for others. */
  linger?: number;
  /** The most that is written together. */
  largest?: number;
  /** Groups under way at once, each on a connection of its own. */
  lanes?: number;
  /** How many may wait; whoever comes on top is told to come back instead of waiting in vain. */
  capacity?: number;
}

interface Waiting<E, R> {
  entry: E;
  since: number;
  resolve(value: R): void;
  reject(error: unknown): void;
}

/** Group commit: one transaction, and one wait for the disk, for all that came within some milliseconds. */
export function createGathering<E, R>({
  write,
  linger = 4,
  largest = 64,
  lanes = 4,
  capacity = 2_000,
}: GatherOptions<E, R>): Gathering<E, R> {
  let waiting: Waiting<E, R>[] = [];
  let busy = 0;
  let timer: NodeJS.Timeout | null = null;

  async function run(group: Waiting<E, R>[]): Promise<void> {
    try {
      const outcomes = await write(group.map((one) => one.entry));
      group.forEach((one, i) => {
        const outcome = outcomes[i];
        if (outcome && 'value' in outcome) one.resolve(outcome.value);
        else one.reject(outcome ? outcome.error : new Error('a rating was written without an outcome'));
      });
    } catch (error) {
      for (const one of group) one.reject(error);
    } finally {
      busy -= 1;
      next();
    }
  }

  function next(): void {
    const first = waiting[0];
    if (!first || busy >= lanes) return;
    const rest = first.since + linger - performance.now();
    if (rest > 0 && waiting.length < largest) {
      if (timer === null) {
        timer = setTimeout(() => {
          timer = null;
          next();
        }, rest);
      }
      return;
    }
    const group = waiting.slice(0, largest);
    waiting = waiting.slice(largest);
    busy += 1;
    void run(group);
    next();
  }

  return {
    add(entry) {
      if (waiting.length >= capacity)
        return Promise.reject(new DomainError('service.unavailable', { params: { retryAfter: 2 } }));
      return new Promise((resolve, reject) => {
        waiting.push({ entry, since: performance.now(), resolve, reject });
        next();
      });
    },
  };
}
