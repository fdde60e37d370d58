/** Whether a file was looked at for viruses. `unscanned`: not yet, or nobody here can; it is held and said to be. */
export const SCAN_STATES = ['unscanned', 'clean', 'infected'] as const;
export type ScanState = (typeof SCAN_STATES)[number];
