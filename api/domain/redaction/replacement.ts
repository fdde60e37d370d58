/** What a replacement hides. */
export const REDACTION_KINDS = [
  'name',
  'id_number',
  'bank_account',
  'phone',
  'plate',
  'address',
  'health',
  'email',
  'chat',
  'passport',
  'certificate',
  'birth_date',
] as const;
export type RedactionKind = (typeof REDACTION_KINDS)[number];

/** Why: 法释〔2016〕19号, by article; `own` where the portal goes further than the article. */
export const REDACTION_RULES = [
  'art9_surname', // art. 9(1): the family name and 某
  'art9_first_character', // art. 9(2), (3): names of minorities and foreigners in Chinese characters
  'art9_first_letter', // art. 9(3): foreign names in Latin letters
  'art10_person', // art. 10(1): home address, contact, identity number, health and the like of natural persons
  'art10_anyone', // art. 10(1), (2): accounts, plates, certificates, whoever owns them
  'art11_county', // art. 10(1) with 11(1): of a home the county or district is kept
  'own_birth_year', // ours: art. 11(1) keeps the day of birth of those who keep their name; nobody keeps it here
] as const;
export type RedactionRule = (typeof REDACTION_RULES)[number];

export interface Replacement {
  /** What stood there, exactly, and what stands there now. */
  from: string;
  to: string;
  /** UTF-16 offsets in the original; end is exclusive. */
  start: number;
  end: number;
  kind: RedactionKind;
  rule: RedactionRule;
  /** The same number for the same natural person, from 1 in the order of the text; never the name. */
  person?: number;
}

/** A replacement in the reading, before overlaps are settled. */
export interface Found {
  start: number;
  end: number;
  to: string;
  kind: RedactionKind;
  rule: RedactionRule;
  person?: number;
  /** Of two that overlap the higher stays, then the longer. */
  weight: number;
}

/** Counts positions looked at, so that a test can say how the work grows with the text. */
export interface Meter {
  steps: number;
}

/** The text with the replacements made. */
export function applyReplacements(text: string, replacements: readonly Replacement[]): string {
  let out = '';
  let at = 0;
  for (const { start, end, to } of replacements) {
    out += text.slice(at, start) + to;
    at = end;
  }
  return out + text.slice(at);
}
