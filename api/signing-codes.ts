/**
 * Who signs is asked once more (G9): participants by a code on their phone, the court's staff by their password.
 * The code is for one person and one task, so that a code for one transcript signs no other.
 */
import { eq } from 'drizzle-orm';
import type { Db } from '#db/connect.ts';
import { persons } from '#db/schema/people.ts';
import type { SmsGateway } from '#adapters/sms/sms-gateway.ts';
import type { CaseId, PersonId, TaskId } from '#domain/case/ids.ts';
import type { CurrentUser } from '#api/context.ts';
import { refused, tooMany } from '#api/errors.ts';
import { codeRefusal } from '#api/sign-in/code-refusals.ts';
import { CODE_VALID_SECONDS, type OneTimeCodes } from '#api/sign-in/one-time-codes.ts';

export interface SigningCodes {
  /**
   * Sends a code to the person's phone. @returns the phone with its middle hidden.
   * @throws REFUSED when the person has no phone; TOO_MANY.
   */
  issue(personId: PersonId, taskId: TaskId, caseId: CaseId): Promise<{ sentTo: string; validSeconds: number }>;
  /** Spends the code. @throws REFUSED with code-wrong, code-used, code-expired, code-none or code-too-many-tries. */
  verify(personId: PersonId, taskId: TaskId, code: string): Promise<void>;
  /** @throws REFUSED with password-wrong; TOO_MANY. */
  verifyPassword(user: CurrentUser, password: string): Promise<void>;
}

export interface SigningCodeSettings {
  db: Db;
  codes: OneTimeCodes;
  sms: SmsGateway;
  /** Is this the password of the account? */
  passwordIs(accountId: string, password: string): Promise<boolean>;
  /** Counts tries of the account's password. @returns false when there were too many. */
  mayTryPassword(accountId: string): Promise<boolean>;
}

export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`;

export function createSigningCodes({ db, codes, sms, passwordIs, mayTryPassword }: SigningCodeSettings): SigningCodes {
  const subject = (personId: PersonId, taskId: TaskId) => `sign:${taskId}:${personId}`;
  return {
    async issue(personId, taskId, caseId) {
      const [person] = await db.select({ phone: persons.phone }).from(persons).where(eq(persons.id, personId));
      if (!person?.phone) {
        throw refused({ code: 'no-phone', articles: ['G9'], message: { zh: '未登记手机号，无法发送签名验证码。', en: 'No phone number is on record, so no signing code can be sent.' } });
      }
      const issued = await codes.issue(subject(personId, taskId));
      if (!issued) throw tooMany();
      await sms.send({
        key: `signing-code:${issued.id}`, phone: person.phone, caseId,
        text: `【互联网法庭】您的庭审笔录签名验证码为${issued.code}，5分钟内有效。请勿告知他人。`,
      });
      return { sentTo: maskPhone(person.phone), validSeconds: CODE_VALID_SECONDS };
    },
    async verify(personId, taskId, code) {
      const check = await codes.check(subject(personId, taskId), code.trim());
      if (check !== 'right') throw refused({ ...codeRefusal(check), articles: ['G9'] });
    },
    async verifyPassword(user, password) {
      if (!(await mayTryPassword(user.accountId))) throw tooMany();
      if (!(await passwordIs(user.accountId, password))) {
        throw refused({ code: 'password-wrong', articles: ['G9'], message: { zh: '密码错误，签名未完成。', en: 'The password is wrong: nothing was signed.' } });
      }
    },
  };
}
