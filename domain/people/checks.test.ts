import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { ageOn, checkIdentityNumber, identityCheckCharacter } from './identity-number.ts';
import { checkMobilePhone, maskedPhone } from './phone.ts';
import { checkSocialCreditCode, creditCodeCheckCharacter, organisationCheckCharacter } from './social-credit-code.ts';

const today = shanghaiDayFrom('2026-05-11');

describe('identity numbers (GB 11643)', () => {
  test.each([
    // The example of the standard itself.
    ['11010519491231002X', '1949-12-31', 'female'],
    ['11010519491231002x', '1949-12-31', 'female'],
    [' 110105 19491231 002X ', '1949-12-31', 'female'],
    ['440524188001010014', '1880-01-01', 'male'],
  ])('%s is right', (typed, birthday, sex) => {
    expect(checkIdentityNumber(typed, today)).toMatchObject({ ok: true, value: { birthday, sex } });
  });

  test.each([
    ['110105194912310021', 'identity-number-check-digit'],
    ['11010519491231012X', 'identity-number-check-digit'],
    ['1101051949123100',   'identity-number-shape'],
    ['110105491231002',    'identity-number-shape'],  // the old 15 digits
    ['1101051949123100XX', 'identity-number-shape'],
    ['',                   'identity-number-shape'],
    ['99010519491231002X', 'identity-number-place'],
    ['110105194902300021', 'identity-number-birthday'], // 30 February
    ['110105203012310021', 'identity-number-birthday'], // not born yet
    ['110105194913010021', 'identity-number-birthday'],
  ])('%s is refused: %s', (typed, code) => {
    const result = checkIdentityNumber(typed, today);
    expect(result).toMatchObject({ ok: false, code });
    if (!result.ok) expect(result.message.zh && result.message.en).toBeTruthy();
  });

  test('one wrong digit, or two neighbours exchanged, is always found', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 3, maxLength: 3 }).map((order) => `4106111990010${order[0]}${order[1]}${order[2]}`.padEnd(17, '1'));
    fc.assert(fc.property(digits, fc.nat(16), fc.integer({ min: 1, max: 9 }), (first17, place, change) => {
      const check = identityCheckCharacter(first17);
      const wrong = first17.slice(0, place) + String((Number(first17[place]) + change) % 10) + first17.slice(place + 1);
      expect(identityCheckCharacter(wrong)).not.toBe(check);
      const next = place === 16 ? 15 : place + 1;
      const [low, high] = [Math.min(place, next), Math.max(place, next)];
      const swapped = first17.slice(0, low) + first17[high] + first17[low] + first17.slice(high + 1);
      if (swapped !== first17) expect(identityCheckCharacter(swapped)).not.toBe(check);
    }));
  });

  test.each([
    ['2008-05-12', '2026-05-11', 17], // G1: under 18 at trial
    ['2008-05-11', '2026-05-11', 18], // on the birthday
    ['2008-02-29', '2026-02-28', 17],
    ['2008-02-29', '2026-03-01', 18],
  ])('born %s, on %s: %d years', (birthday, day, age) => {
    expect(ageOn(shanghaiDayFrom(birthday), shanghaiDayFrom(day))).toBe(age);
  });
});

describe('mobile numbers', () => {
  test.each([['13812345678', '13812345678'], ['138 1234 5678', '13812345678'], ['+86 138-1234-5678', '13812345678'], ['8613812345678', '13812345678'], ['008619912345678', '19912345678']])('%s', (typed, value) => {
    expect(checkMobilePhone(typed)).toEqual({ ok: true, value });
  });
  test.each(['1381234567', '138123456789', '12812345678', '0392-3380901', '', 'abc', '+85291234567'])('%p is refused', (typed) => {
    expect(checkMobilePhone(typed)).toMatchObject({ ok: false, code: 'phone-shape' });
  });
  test('masked', () => expect(maskedPhone('13812345678')).toBe('138****5678'));
});

describe('unified social credit codes (GB 32100)', () => {
  test.each([
    '91350100M000100Y43', // the example of the standard itself
    '91350100m000100y43',
    '9135 0100 M000 100Y43',
    '91440300708461136T', // published in company registers
    '914403001922038216',
    '9144030071526726XG', // an organisation code whose check character is X
  ])('%s is right', (typed) => {
    expect(checkSocialCreditCode(typed)).toMatchObject({ ok: true });
  });
  test.each([
    ['91350100M000100Y44', 'credit-code-check'],
    ['91350100M000100X43', 'credit-code-organisation-check'],
    ['91350100I000100Y43', 'credit-code-shape'],
    ['91350100M000100Y4',  'credit-code-shape'],
    ['',                   'credit-code-shape'],
  ])('%s is refused: %s', (typed, code) => {
    expect(checkSocialCreditCode(typed)).toMatchObject({ ok: false, code });
  });
  test('check characters', () => {
    expect(organisationCheckCharacter('M000100Y')).toBe('4');
    expect(creditCodeCheckCharacter('91350100M000100Y4')).toBe('3');
  });
});
