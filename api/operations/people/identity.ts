/** Real-name verification before filing (G3): the number is checked, then the register is asked with the account's phone. */
import type { CurrentUser, SignedInContext } from '#api/context.ts';
import type { Me } from '#api/contract/people.ts';
import { invalid, refused, unavailable } from '#api/errors.ts';
import { bindVerifiedPerson } from '#api/sign-in/verified-person.ts';
import type { IdentityAnswer } from '#adapters/identity/identity-register.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { checkIdentityNumber } from '#domain/people/identity-number.ts';
import type { Refusal } from '#domain/law/ruled.ts';
import { maskedPhone } from '#domain/people/phone.ts';

/** The person's own phone is shown with its middle hidden, as everywhere. */
export const meOf = (user: CurrentUser): Me => ({
  personId: user.personId, name: user.name, staff: user.staff, roles: user.roles, verified: user.verified, phone: user.phone === null ? null : maskedPhone(user.phone),
});

export async function verifyIdentity(context: SignedInContext, input: { name: string; identityNumber: string }): Promise<Me> {
  const { user } = context;
  if (user.staff) throw refused({ code: 'staff-are-known', articles: ['G3'], message: { zh: '法院工作人员无需实名认证。', en: 'Staff of the court need no verification.' } });
  const { now } = await context.courtNow();
  const checked = checkIdentityNumber(input.identityNumber, dayOf(now.getTime()));
  if (!checked.ok) throw invalid([{ path: 'identityNumber', message: checked.message }]);
  const identityNumber = checked.value.number;
  const answer = await ask(context, { name: input.name, identityNumber, ...(user.phone === null ? {} : { phone: user.phone }) });
  if (!answer.verified) throw refused(refusals[answer.why]);
  const personId = await bindVerifiedPerson(context.db, user, { name: input.name, identityNumber, source: answer.source });
  return meOf({ ...user, personId, name: input.name, verified: true });
}

async function ask(context: SignedInContext, claim: Parameters<SignedInContext['identity']['verify']>[0]): Promise<IdentityAnswer> {
  try {
    return await context.identity.verify(claim);
  } catch (error) {
    context.log.warn({ failure: error instanceof Error ? error.name : 'unknown' }, 'the identity register could not be asked');
    throw unavailable({ zh: '身份核验服务暂时不可用，请稍后再试。', en: 'The identity register cannot be asked at the moment: try again later.' });
  }
}

const refusals: Record<Extract<IdentityAnswer, { verified: false }>['why'], Refusal> = {
  unknown: { code: 'identity-unknown', articles: ['G3'], message: { zh: '未查询到该身份信息，请核对姓名和身份证号码。', en: 'The register does not know this identity: compare name and number.' } },
  nameDiffers: { code: 'identity-name-differs', articles: ['G3'], message: { zh: '姓名与身份证号码不一致，请核对。', en: 'Name and identity number do not belong together: compare them.' } },
  phoneDiffers: { code: 'identity-phone-differs', articles: ['G3'], message: { zh: '登录手机号与本人登记的手机号不一致。', en: 'The phone that you signed in with is not the one on record for this person.' } },
};
