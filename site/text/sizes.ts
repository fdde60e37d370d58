/** Bytes as people say them: 812 KB, 3.4 MB. Thousands, not 1024, as file managers of phones and Macs count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [unit, by] = bytes < 1e6 ? ['KB', 1e3] : bytes < 1e9 ? ['MB', 1e6] : ['GB', 1e9];
  const value = bytes / (by as number);
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}
