import { parseShanghaiDay, type ShanghaiDay } from '#domain/calendar/day.ts';
import { invalid, type CheckResult } from './check-result.ts';

/**
 * The citizen identity number of the People's Republic, 18 characters (GB 11643-1999): six digits of place, eight
 * of birth, three of order (odd for men), and a check character by ISO 7064 MOD 11-2.
 */
export type IdentityNumber = { readonly number: string; readonly birthday: ShanghaiDay; readonly sex: 'male' | 'female' };

export type IdentityNumberFault = 'identity-number-shape' | 'identity-number-place' | 'identity-number-birthday' | 'identity-number-check-digit';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** First two digits: provinces, autonomous regions, municipalities; 81 to 83 are residence permits of Hong Kong, Macao and Taiwan residents. */
const provinces = new Set([
  '11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
  '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82', '83', '91',
]);

/** Checks a number as typed: blanks around and inside are ignored, a small x counts. `today` bounds the birthday. */
export function checkIdentityNumber(typed: string, today: ShanghaiDay): CheckResult<IdentityNumber, IdentityNumberFault> {
  const number = typed.replace(/\s/g, '').toUpperCase();
  if (!/^\d{17}[\dX]$/.test(number)) return invalid('identity-number-shape', '身份证号码应为18位，前17位为数字，最后一位为数字或者X。', 'An identity number has 18 characters: 17 digits and a digit or X.');
  if (!provinces.has(number.slice(0, 2))) return invalid('identity-number-place', '身份证号码的地区代码不存在。', 'The place code of the identity number does not exist.');
  const birthday = parseShanghaiDay(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`);
  if (birthday === undefined || birthday > today || birthday < '1850-01-01') return invalid('identity-number-birthday', '身份证号码中的出生日期无效。', 'The date of birth in the identity number is not valid.');
  if (number[17] !== identityCheckCharacter(number.slice(0, 17))) return invalid('identity-number-check-digit', '身份证号码的校验码不正确，请核对后重新输入。', 'The check digit of the identity number is wrong; please compare and type it again.');
  return { ok: true, value: { number, birthday, sex: Number(number[16]) % 2 === 1 ? 'male' : 'female' } };
}

/** The check character of the first 17 digits; RangeError for anything else. */
export function identityCheckCharacter(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('Not 17 digits');
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return checkCharacters.charAt(sum % 11);
}

/** Full years of age on the day; on the birthday itself the year is full. */
export function ageOn(birthday: ShanghaiDay, day: ShanghaiDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4));
  return day.slice(5) < birthday.slice(5) ? years - 1 : years;
}
