import { invalid, type CheckResult } from './check-result.ts';

/**
 * A mobile number of the Chinese mainland: 11 digits, the first 1, the second 3 to 9. Blanks, hyphens and +86
 * before it are ignored; the value is the 11 digits alone.
 */
export function checkMobilePhone(typed: string): CheckResult<string, 'phone-shape'> {
  const digits = typed.replace(/[\s-]/g, '').replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  if (!/^1[3-9]\d{9}$/.test(digits)) return invalid('phone-shape', '请输入11位中国大陆手机号码。', 'Please type a mainland mobile number of 11 digits.');
  return { ok: true, value: digits };
}

/** For screens and messages to others: 138****5678. */
export function maskedPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
}
