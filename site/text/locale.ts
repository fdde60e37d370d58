export type Locale = 'zh-CN' | 'en';
export const LOCALES = ['zh-CN', 'en'] as const;

/** A text in both languages. `{name}` stands for a parameter. */
export interface Text<T> {
  'zh-CN': T;
  en: T;
}

/** In brackets of the language, with the space that belongs before them. */
export const bracketed = (words: string, locale: Locale): string => (locale === 'en' ? ` (${words})` : `（${words}）`);

/** Fills `{name}` with parameters; an unknown name stays visible, so that a test can find it. */
export function fill(template: string, params: Record<string, string | number> = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
