// Made once: a page of figures writes hundreds of numbers, and a formatter costs more than all of them.
const WHOLE = new Intl.NumberFormat('en-US');

/** A count as both languages write it: 43,670,000. */
export const numberText = (n: number): string => WHOLE.format(n);
