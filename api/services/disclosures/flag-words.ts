import { disclosureStates } from '../../../site/text/states.ts';
import { flagsOf, type PublicDisclosure } from '../../domain/disclosure-view.ts';
import type { Locale } from '../context.ts';

/** The flags of a record in words, for what has text only: feeds, suggestions, mails. Pages have RecordFlags.astro. */
export const flagWords = (record: Pick<PublicDisclosure, 'objection' | 'rectification'>, locale: Locale): string[] =>
  flagsOf(record).map((flag) => disclosureStates[locale][flag] ?? flag);
