/** A page of plain words: sections with paragraphs, a list, or terms with what they mean. */
export interface Section {
  id: string;
  title: string;
  paragraphs?: readonly string[];
  list?: readonly string[];
  facts?: readonly (readonly [term: string, text: string])[];
  link?: readonly [href: string, label: string];
}

export interface Prose {
  title: string;
  lead: string;
  sections: readonly Section[];
}
