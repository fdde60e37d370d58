import type { IncomingMessage, ServerResponse } from 'node:http';

export interface Places {
  /** Requests that were let in and are not answered yet. */
  readonly taken: number;
  /** Whether the request may come in; it leaves by itself when its answer is out or its connection is gone. */
  enter(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
}

/** How many bodies may be on their way in beside each request that is being worked on. */
const ARRIVING = 4;

/**
 * Admission: so many requests are worked on at once, and whoever comes on top hears so at once. One whose body is still on its
 * way in costs a socket and little else: it holds no place of those who could be answered, so that hundreds of senders who
 * drip (slowloris) refuse nobody. Once its body is there it counts as the others do.
 */
export function createPlaces(capacity: number): Places {
  let working = 0;
  let arriving = 0;
  return {
    get taken() {
      return working + arriving;
    },
    async enter(req, res) {
      let place: 'none' | 'working' | 'arriving' | 'left' = 'none';
      const move = (to: 'working' | 'arriving' | 'left') => {
        if (place === 'left') return;
        if (place === 'working') working -= 1;
        if (place === 'arriving') arriving -= 1;
        if (to === 'working') working += 1;
        if (to === 'arriving') arriving += 1;
        place = to;
      };
      res.once('close', () => move('left'));
      // A short body mostly stands in the packet of its head, and is read in this very turn.
      if (hasBody(req) && !req.complete) await new Promise(setImmediate);
      if (res.destroyed || working >= capacity) return false;
      if (!hasBody(req) || req.complete) {
        move('working');
        return true;
      }
      if (arriving >= capacity * ARRIVING) return false;
      move('arriving');
      req.once('end', () => move('working'));
      return true;
    },
  };
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
