/** The numbers that tell who somebody is, by their check digit or their form. */
const digitsOf = (text: string): string => text.replace(/[^0-9Xx]/g, '').toUpperCase();

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The check character of the first 17 digits: ISO 7064 MOD 11-2 (GB 11643-1999). */
export function idCheck(digits: string): string {
  let sum = 0;
  for (const [i, weight] of WEIGHTS.entries()) sum += Number(digits[i]) * weight;
  return '10X98765432'[sum % 11] ?? '';
}

function realDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!;
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(
    ' ',
  ),
);

/** 18 characters with a good check, or the 15 digits of before 1999, which have none but a place and a day. */
export function isIdNumber(raw: string): 'certain' | 'likely' | null {
  const number = digitsOf(raw);
  if (!PROVINCES.has(number.slice(0, 2))) return null;
  if (/^\d{17}[\dX]$/.test(number)) {
    const year = Number(number.slice(6, 10));
    if (year < 1850 || year > 2100 || !realDay(year, Number(number.slice(10, 12)), Number(number.slice(12, 14))))
      return null;
    return idCheck(number) === number[17] ? 'certain' : null;
  }
  if (/^\d{15}$/.test(number))
    return realDay(1900 + Number(number.slice(6, 8)), Number(number.slice(8, 10)), Number(number.slice(10, 12)))
      ? 'likely'
      : null;
  return null;
}

/** Luhn (ISO/IEC 7812-1). */
export function luhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit > 4 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return sum % 10 === 0;
}

/** 16 to 19 digits of an issuer (62 UnionPay, 4 Visa, 51–55 and 22–27 Mastercard, 35 JCB, 60/65/68/69/90/95 of older cards). */
export const isBankCard = (raw: string): boolean => {
  const digits = digitsOf(raw);
  return (
    /^(?:62|4|5[1-5]|2[2-7]|35|60|65|68|69|9[05])\d+$/.test(digits) &&
    digits.length >= 16 &&
    digits.length <= 19 &&
    luhn(digits)
  );
};

/** Mobile prefixes in use (13–19 without those of things), with or without +86. */
const MOBILE = /^1(?:3\d|4[5-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8}$/;
/** Area code of three or four digits and seven or eight digits of a line, or a service line of 400/800. */
const LANDLINE = /^(?:0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}|[48]00\d{7})$/;

export const isPhone = (raw: string): boolean => {
  const digits = raw.replace(/\D/g, '');
  // Behind the country's code the area code has lost its zero.
  const abroad = /^(?:00)?86(?=\d{10,11}$)/.test(digits) ? digits.replace(/^(?:00)?86/, '') : null;
  return (
    MOBILE.test(digits) ||
    LANDLINE.test(digits) ||
    (abroad !== null && (MOBILE.test(abroad) || LANDLINE.test(`0${abroad}`)))
  );
};
