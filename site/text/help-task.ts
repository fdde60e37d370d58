/** One task of the help: a question in everyday words and one screen that answers it. */
export interface HelpTask {
  /** Last part of its address, /help/ID. */
  id: string;
  title: string;
  /** Other words for it, which the search knows. */
  words: readonly string[];
  lead: string;
  steps: readonly string[];
  time: string;
  sees: string;
  /** Where to start; the first is the main one. */
  links: readonly (readonly [href: string, label: string])[];
}
