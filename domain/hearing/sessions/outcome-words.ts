/** What comes of sessions, in words: their documents, and how those are served (CPL-87, 89, 90). */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

export const sessionDocuments = ['mediationAgreement', 'mediationDocument', 'listOfIssues', 'judgment', 'servedDocument'] as const;
export type SessionDocumentKind = (typeof sessionDocuments)[number];
export const sessionDocumentWords: Record<SessionDocumentKind, Words> = {
  mediationAgreement: { zh: '调解协议', en: 'Mediation agreement' }, mediationDocument: { zh: '调解书', en: 'Mediation document' },
  listOfIssues: { zh: '争议焦点清单', en: 'List of issues' }, judgment: { zh: '判决书', en: 'Judgment' }, servedDocument: { zh: '送达的文书', en: 'Document served' },
};

export const serviceWays = ['electronic', 'inPerson', 'byPost', 'leftBehind', 'refused', 'notServed'] as const;
export type ServiceWay = (typeof serviceWays)[number];
export const serviceWords: Record<ServiceWay, Words> = {
  electronic: { zh: '电子送达，本人签收', en: 'Signed for electronically' }, inPerson: { zh: '直接送达', en: 'Served in person' }, byPost: { zh: '邮寄送达', en: 'Served by post' },
  leftBehind: { zh: '留置送达', en: 'Served by leaving it' }, refused: { zh: '拒绝签收', en: 'Refused to sign for it' }, notServed: { zh: '未能送达', en: 'Not served' },
};
export const serviceArticles: Record<ServiceWay, readonly ArticleId[]> = {
  electronic: ['CPL-87', 'CPL-90'], inPerson: ['CPL-87'], byPost: ['CPL-87'], leftBehind: ['CPL-87', 'CPL-89'], refused: ['CPL-87', 'CPL-102'], notServed: ['CPL-87'],
};
/** The document has come to the person, or counts as having. */
export const isServed = (how: ServiceWay): boolean => how !== 'refused' && how !== 'notServed';
