import { connect, type Socket } from 'node:net';

/** One keep-alive HTTP connection that costs the load generator next to nothing. Resolves with the status. */
export class RawClient {
  readonly #socket: Socket;
  #buffer = '';
  #waiting: { resolve: (status: number) => void; reject: (error: Error) => void } | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.setEncoding('latin1');
    socket.on('data', (chunk: string) => this.#take(chunk));
    socket.on('error', (error) => this.#waiting?.reject(error));
    socket.on('close', () => this.#waiting?.reject(new Error('the connection was closed')));
  }

  static open(port: number): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => resolve(new RawClient(socket)));
      socket.once('error', reject);
    });
  }

  #take(chunk: string): void {
    this.#buffer += chunk;
    const end = this.#buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const head = this.#buffer.slice(0, end).toLowerCase();
    const length = /content-length: (\d+)/.exec(head);
    const body = this.#buffer.slice(end + 4);
    const whole = length ? body.length >= Number(length[1]) : body.endsWith('0\r\n\r\n');
    if (!whole) return;
    this.#buffer = '';
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve(Number(head.slice(9, 12)));
  }

  /** `from`: the address that a trusted proxy would have seen. */
  post(path: string, body: string, from?: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.write(
        `POST ${path} HTTP/1.1\r\nhost: bench\r\ncontent-type: application/json\r\n${from ? `x-forwarded-for: ${from}\r\n` : ''}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
