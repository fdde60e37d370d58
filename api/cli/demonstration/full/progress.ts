/** What a long command says while it works: one line that is written over on a terminal, else a line every five seconds. */
export interface Progress {
  begin(what: string, total: number, done: number): void;
  step(done: number): void;
  end(): void;
}

interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

export function createProgress(out: Output, clock: () => number = () => performance.now()): Progress {
  let what = '';
  let total = 0;
  let from = 0;
  let began = 0;
  let told = 0;
  const line = (done: number, seconds: number): string => {
    const rate = seconds > 0 ? (done - from) / seconds : 0;
    const left = rate > 0 ? (total - done) / rate : null;
    const rest = left === null || done >= total ? '' : `  剩余 left ${Math.ceil(left)} s`;
    return `  ${what}  ${done.toLocaleString('en')}/${total.toLocaleString('en')}  ${rate.toFixed(0)}/s${rest}`;
  };
  const tell = (done: number, last: boolean): void => {
    const now = clock();
    if (!last && now - told < (out.isTTY ? 200 : 5_000)) return;
    told = now;
    const text = line(done, (now - began) / 1000);
    const took = last ? `  ${((now - began) / 1000).toFixed(1)} s` : '';
    out.write(out.isTTY ? `\r${text}${took}\u001b[K${last ? '\n' : ''}` : `${text}${took}\n`);
  };
  return {
    begin(name, all, done) {
      [what, total, from] = [name, all, done];
      began = told = clock();
    },
    step: (done) => tell(done, false),
    end: () => tell(total, true),
  };
}

export const SILENT_PROGRESS: Progress = { begin() {}, step() {}, end() {} };
