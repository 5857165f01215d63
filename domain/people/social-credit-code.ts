import { invalid, type CheckResult } from './check-result.ts';

/**
 * The unified social credit code of companies, agencies and other organisations (GB 32100-2015): 18 characters
 * out of 31 (no I, O, S, V, Z): registering authority, kind, six digits of place, the organisation code of nine
 * characters with its own check character (GB 11714), and a check character over all.
 */
export type SocialCreditCodeFault = 'credit-code-shape' | 'credit-code-organisation-check' | 'credit-code-check';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const;

/** Checks a code as typed; blanks and hyphens are ignored, small letters count. The value is the 18 characters. */
export function checkSocialCreditCode(typed: string): CheckResult<string, SocialCreditCodeFault> {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) {
    return invalid('credit-code-shape', '统一社会信用代码应为18位数字和大写字母（不使用I、O、S、V、Z）。', 'A unified social credit code has 18 digits and letters (never I, O, S, V, Z).');
  }
  if (code[16] !== organisationCheckCharacter(code.slice(8, 16))) {
    return invalid('credit-code-organisation-check', '统一社会信用代码中的组织机构代码校验码不正确。', 'The check character of the organisation code inside it is wrong.');
  }
  if (code[17] !== creditCodeCheckCharacter(code.slice(0, 17))) {
    return invalid('credit-code-check', '统一社会信用代码的校验码不正确，请核对后重新输入。', 'The check character is wrong; please compare and type it again.');
  }
  return { ok: true, value: code };
}

/** GB 32100: weights are the powers of 3 modulo 31. Takes the first 17 characters. */
export function creditCodeCheckCharacter(first17: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}

/** GB 11714: letters count 10 to 35 in the full alphabet; the check character is a digit or X. Takes eight characters. */
export function organisationCheckCharacter(first8: string): string {
  const value = (character: string) => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55);
  const sum = organisationWeights.reduce((total, weight, index) => total + weight * value(first8.charAt(index)), 0);
  return '0123456789X0'.charAt(11 - (sum % 11));
}
