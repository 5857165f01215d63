/** Sign-in by phone code (better-auth's phone number plug-in). Nothing is kept here; the session is the server's cookie. */

export type PhoneCodeTrouble = 'wrong' | 'reused' | 'expired' | 'tooMany' | 'phone' | 'network' | 'other';
export type PhoneCodeAnswer = { ok: true } | { ok: false; trouble: PhoneCodeTrouble };

/** The plug-in's codes. A code that was used is deleted at once, so a second use is "not found". */
const troubles: Record<string, PhoneCodeTrouble> = {
  INVALID_OTP: 'wrong',
  OTP_NOT_FOUND: 'reused',
  OTP_EXPIRED: 'expired',
  TOO_MANY_ATTEMPTS: 'tooMany',
  INVALID_PHONE_NUMBER: 'phone',
};

async function post(path: string, body: Record<string, unknown>): Promise<PhoneCodeAnswer> {
  try {
    const response = await fetch(`/api/auth${path}`, { method: 'POST', credentials: 'same-origin', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (response.ok) return { ok: true };
    if (response.status === 429) return { ok: false, trouble: 'tooMany' };
    const { code } = (await response.json().catch(() => ({}))) as { code?: string };
    return { ok: false, trouble: (code === undefined ? undefined : troubles[code]) ?? 'other' };
  } catch {
    return { ok: false, trouble: 'network' };
  }
}

/** The court's numbers are mainland mobile numbers, 11 digits. */
export const isPhone = (text: string): boolean => /^1[3-9]\d{9}$/.test(text);

export const sendPhoneCode = (phoneNumber: string): Promise<PhoneCodeAnswer> => post('/phone-number/send-otp', { phoneNumber });
export const signInWithCode = (phoneNumber: string, code: string): Promise<PhoneCodeAnswer> => post('/phone-number/verify', { phoneNumber, code });
export const signOut = (): Promise<PhoneCodeAnswer> => post('/sign-out', {});
