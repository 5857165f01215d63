/** What a person is told about a code that does not open. */
import type { CodeCheck } from '#api/sign-in/one-time-codes.ts';
import type { Refusal } from '#domain/law/ruled.ts';

const refusals: Record<Exclude<CodeCheck, 'right'>, Refusal> = {
  wrong: { code: 'code-wrong', articles: [], message: { zh: '验证码错误，请核对后重新输入。', en: 'The code is wrong: check it and enter it again.' } },
  used: { code: 'code-used', articles: [], message: { zh: '该验证码已使用或已被新的验证码取代，请重新获取。', en: 'This code was used already, or replaced by a newer one: ask for another.' } },
  expired: { code: 'code-expired', articles: [], message: { zh: '验证码已过期，请重新获取。', en: 'The code has expired: ask for another.' } },
  none: { code: 'code-none', articles: [], message: { zh: '请先获取验证码。', en: 'Ask for a code first.' } },
  tooManyTries: { code: 'code-too-many-tries', articles: [], message: { zh: '验证码错误次数过多，请重新获取。', en: 'Too many wrong codes: ask for another.' } },
};

export const codeRefusal = (check: Exclude<CodeCheck, 'right'>): Refusal => refusals[check];
