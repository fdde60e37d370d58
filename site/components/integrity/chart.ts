/** Geometry of scores with their intervals, in units of the view box: 0 to 100 over WIDTH. */
export const WIDTH = 260;
export const ROW = 30;
export const LEFT = 160;

export interface Mark {
  y: number;
  dot: number;
  path: string;
}
export const xOf = (score: number): number => Math.round(score * WIDTH) / 100;

export const marks = (rows: readonly { score: number; low: number; high: number }[]): Mark[] =>
  rows.map(({ score, low, high }, i) => {
    const y = i * ROW + ROW / 2;
    const [from, to] = [xOf(low), xOf(high)];
    return { y, dot: xOf(score), path: `M${from} ${y}H${to}M${from} ${y - 5}V${y + 5}M${to} ${y - 5}V${y + 5}` };
  });
