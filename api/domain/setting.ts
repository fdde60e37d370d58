/** Settings that an administrator changes and that move the dates of open cases. */
export const SETTING_KINDS = ['calendar', 'clock_rule'] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

/** counting: the cases that it moves are being looked for; applying: confirmed, case after case is moved. */
export const SETTING_STATES = ['counting', 'proposed', 'applying', 'applied', 'discarded'] as const;
export type SettingState = (typeof SETTING_STATES)[number];
