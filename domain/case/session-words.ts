/** The eight kinds of G1 in words. */
import type { Words } from '#domain/law/ruled.ts';
import type { SessionKind } from './types.ts';

export const sessionWords: Record<SessionKind, Words> = {
  inquiry: { zh: '询问', en: 'Inquiry' },
  custodyQuestioning: { zh: '提审', en: 'Questioning in custody' },
  publicHearing: { zh: '听证', en: 'Public hearing' },
  mediation: { zh: '调解', en: 'Mediation' },
  evidenceExchange: { zh: '证据交换', en: 'Exchange of evidence' },
  trial: { zh: '开庭', en: 'Trial' },
  pronouncement: { zh: '宣判', en: 'Pronouncement' },
  service: { zh: '送达', en: 'Service' },
};
