/** Who must be there (G1): judged for the kind of session, by who takes part in the case and who has come. */
import type { SessionKind } from '#domain/case/types.ts';
import { ruled, type Refusal, type Ruled } from '#domain/law/ruled.ts';
import { invitedRoles, isParty, roleWords, type ParticipantRole } from '#domain/people/roles.ts';
import { sessions } from './sessions.ts';

export interface Attending {
  readonly participantId: string;
  readonly role: ParticipantRole;
  readonly present: boolean;
  /** The procuratorate's officer in a public prosecution, without whom no trial is held (CRPL-189). */
  readonly prosecutes?: boolean;
}

/** The participants without whom the session does not go on as things are. */
export function requiredNow(kind: SessionKind, people: readonly Attending[]): ReadonlySet<string> {
  const { attendance } = sessions[kind];
  const ids = (those: readonly Attending[]) => new Set(those.map(({ participantId }) => participantId));
  switch (attendance.who) {
    case 'nobody': return new Set();
    case 'everyParty': return ids(people.filter(({ role, prosecutes }) => isParty(role) || prosecutes === true));
    case 'roles': return ids(people.filter(({ role }) => attendance.roles.includes(role)));
    case 'oneParty': {
      const parties = people.filter(({ role }) => isParty(role));
      const come = parties.filter(({ present }) => present);
      // As long as one is there, who they are is enough; while nobody is, each of them could be the one.
      return come.length === 1 ? ids(come) : come.length > 1 ? new Set() : ids(parties);
    }
  }
}

export type SessionRefusal = Refusal<'participant-lacking'>;

/** May a session of this kind be scheduled, with those who take part in the case? */
export function schedulable(kind: SessionKind, roles: readonly ParticipantRole[]): Ruled<true> | SessionRefusal {
  const { attendance } = sessions[kind];
  const lacking = attendance.who === 'roles' ? attendance.roles.filter((role) => !roles.includes(role)) : [];
  if (lacking.length === 0) return ruled(true, ...attendance.articles);
  const named = (language: 'zh' | 'en') => lacking.map((role) => roleWords[role][language]).join(language === 'zh' ? '、' : ', ');
  // Whoever comes by invitation can be had at once.
  const invited = lacking.every((role) => (invitedRoles as readonly string[]).includes(role));
  return { code: 'participant-lacking', articles: attendance.articles, message: { zh: `本案尚无${named('zh')}，不能安排此类庭次。${invited ? '请先在案件页面邀请其参加。' : ''}`, en: `This kind of session needs in the case: ${named('en')}.${invited ? ' Invite somebody on the page of the case first.' : ''}` } };
}
