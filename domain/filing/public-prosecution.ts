/**
 * 公诉: the people's procuratorate prosecutes and sends an officer to court (CRPL-169, CRPL-176, CRPL-189). It is no party
 * (CRPL-108 names the parties), but one of the two sides: it is asked whether it agrees to a hearing online (ONL-4,
 * ONL-37), lays evidence before the court and speaks to that of the other side (CRPL-61), and gets the judgment (CRPL-202).
 */
import type { Participant } from '#domain/case/types.ts';
import type { Words } from '#domain/law/ruled.ts';
import { isParty } from '#domain/people/roles.ts';

/** Why a criminal case may be heard online (ONL-3): the fast track, or a special reason against the courtroom; or neither. */
export const onlineGrounds = ['fastTrack', 'specialReason', 'none'] as const;
export type OnlineGround = (typeof onlineGrounds)[number];

export const onlineGroundWords: Record<OnlineGround, Words> = {
  fastTrack: { zh: '建议适用速裁程序', en: 'The fast-track procedure is proposed' },
  specialReason: { zh: '因特殊原因不宜线下审理', en: 'A special reason speaks against the courtroom' },
  none: { zh: '都不是，应当线下审理', en: 'Neither: it is heard in the courtroom' },
};

/** What the indictment says besides the charge: whether the accused is held, where, and whether the case may be heard online. */
export interface Prosecution {
  held: boolean;
  /** The place of detention, which the court invites when it questions or tries the accused from there (ONL-37). */
  place?: string | undefined;
  onlineGround: OnlineGround;
}

type Taking = Pick<Participant, 'role' | 'organisation'>;

/** The officer of the procuratorate that filed the case; a prosecutor whom the court invited speaks in a case of others. */
export const prosecutes = ({ role, organisation }: Taking): boolean => role === 'prosecutor' && organisation?.kind === 'procuratorate';

/** Those who consent and exchange evidence (G1, G8): the parties, and the procuratorate that prosecutes. */
export const isSide = (one: Taking): boolean => isParty(one.role) || prosecutes(one);
