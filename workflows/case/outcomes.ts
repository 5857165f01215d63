/**
 * What follows when the transcript of a session is signed, by its kind (domain/hearing/sessions): a mediation agreement is
 * signed, confirmed and served; a judgment is handed in and served; what is agreed and disputed is put on record; documents
 * are served. Each document is sealed, and each service has its receipt.
 */
import { uuid4 } from '@temporalio/workflow';
import { boundsOf } from '#domain/calendar/day.ts';
import { judgmentPeriod } from '#domain/filing/periods.ts';
import { sessionDocumentWords, type SessionDocumentKind } from '#domain/hearing/sessions/outcome-words.ts';
import { sessions } from '#domain/hearing/sessions/sessions.ts';
import type { ArticleId } from '#domain/law/articles.ts';
import type { AgreementSigner } from '#activities/court-activities.ts';
import { court, documents } from '../support/activities.ts';
import type { CourtCase } from './court-case.ts';
import { serve, type ServedDocument } from './service.ts';

/** `asTheJudgeSaid`: what the judge chose when signing. `goesOn`: another session, whatever was chosen. `settled`: the case is over. */
export type AfterSession = 'asTheJudgeSaid' | 'goesOn' | 'settled';

export async function sessionOutcome(courtCase: CourtCase): Promise<AfterSession> {
  switch (sessions[courtCase.hearing.kind].outcome.kind) {
    case 'transcriptAlone': return 'asTheJudgeSaid';
    case 'mediationAgreement': return mediation(courtCase);
    case 'listOfIssues': return listOfIssues(courtCase);
    case 'judgmentServed': return judgment(courtCase);
    case 'documentsServed': return documentsServed(courtCase);
  }
}

/** CPL-99 to CPL-102: of their own will and lawful; signed by all; in effect when noted and signed, or when all have signed for the mediation document. */
async function mediation(courtCase: CourtCase): Promise<AfterSession> {
  const { hearingId } = courtCase.hearing;
  const written = await courtCase.tasks.open('write-mediation-agreement', { assignee: courtCase.forClerk(), hearingId }).ended;
  if (written.how !== 'answered') return 'goesOn';
  if (written.outcome.decision === 'notReached') return notReached(courtCase, written.outcome.reason);
  const { terms, form } = written.outcome;

  const hashed = await courtCase.steps.attempt('hashText', court.hashText, { text: terms });
  if (!hashed.done) return notReached(courtCase, hashed.reason);
  const { sha256 } = hashed.value;
  const signatures = await Promise.all(courtCase.parties.map((party) => courtCase.tasks.open('sign-mediation-agreement', {
    assignee: courtCase.forParticipant(party), hearingId, facts: { text: terms, sha256, as: party.role, form }, endsWhenOverdue: true,
    check: (outcome) => (outcome.decision === 'sign' && outcome.versionHash !== sha256
      ? { code: 'another-version', articles: ['CPL-99'], message: { zh: '协议文本已有变化，请重新阅读。', en: 'The text of the agreement is another: read it again.' } } : undefined),
  }).ended));
  const signers: AgreementSigner[] = signatures.flatMap((signature, at) => {
    const party = courtCase.parties[at];
    return party && signature.how === 'answered' && signature.outcome.decision === 'sign'
      ? [{ personId: party.personId, role: party.role, signatureFileId: signature.outcome.signatureFileId, verifiedBy: signature.outcome.verifiedBy, at: signature.at }] : [];
  });
  if (signers.length < courtCase.parties.length) {
    const refusal = signatures.flatMap((signature) => (signature.how === 'answered' && signature.outcome.decision === 'refuse' ? [signature.outcome.reason] : []))[0];
    return notReached(courtCase, refusal ?? '逾期未签署');
  }

  const confirmed = await courtCase.tasks.open('confirm-mediation-agreement', { assignee: courtCase.forJudge(), hearingId, facts: { explanation: terms, form } }).ended;
  if (confirmed.how !== 'answered') return 'goesOn';
  if (confirmed.outcome.decision === 'refuse') return notReached(courtCase, confirmed.outcome.reason, ['CPL-99']);
  const sections = [{ heading: '协议内容', lines: linesOf(terms) }];
  const articles: ArticleId[] = form === 'mediationDocument' ? ['CPL-99', 'CPL-100'] : ['CPL-99', 'CPL-101'];
  const document = await make(courtCase, { document: form === 'mediationDocument' ? 'mediationDocument' : 'mediationAgreement', sections, signers, articles });
  if (form === 'inTheTranscript') return effective(courtCase, articles);
  // Nobody signs for what is not there to be read.
  if (!document) return notReached(courtCase, '调解书未能制作');
  const served = await serve(courtCase, document, 'refusalEndsIt');
  return served.every(({ served: has }) => has) ? effective(courtCase, articles) : notReached(courtCase, '调解书送达前当事人反悔或者未能送达');
}

function effective(courtCase: CourtCase, articles: readonly ArticleId[]): AfterSession {
  courtCase.journal.note('decision', { what: 'mediation-effective', value: { hearingId: courtCase.hearing.hearingId }, articles });
  courtCase.closesAs = { how: 'settled', reason: '经调解达成协议。', articles };
  return 'settled';
}

/** CPL-102: then the case is decided. */
function notReached(courtCase: CourtCase, reason: string, articles: readonly ArticleId[] = []): AfterSession {
  courtCase.journal.note('decision', { what: 'mediation-not-reached', value: { hearingId: courtCase.hearing.hearingId, reason }, articles: [...articles, 'CPL-102'] });
  return 'goesOn';
}

/** CPL-136: for the trial. */
async function listOfIssues(courtCase: CourtCase): Promise<AfterSession> {
  const { hearingId } = courtCase.hearing;
  const settled = await courtCase.tasks.open('settle-issues', { assignee: courtCase.forJudge(), hearingId }).ended;
  if (settled.how !== 'answered') return 'asTheJudgeSaid';
  const { agreed, disputed } = settled.outcome;
  await make(courtCase, {
    document: 'listOfIssues', articles: ['CPL-136', 'G8'],
    sections: [{ heading: '当事人无争议的事实和证据', lines: linesOf(agreed) }, { heading: '争议焦点', lines: linesOf(disputed) }],
  });
  return 'asTheJudgeSaid';
}

/** CPL-151, APL-80, CRPL-202: pronounced, then given to the parties; served electronically on whom agrees, on paper on whom asks (CPL-90). */
async function judgment(courtCase: CourtCase): Promise<AfterSession> {
  const { hearingId } = courtCase.hearing;
  const { caseType } = courtCase.filing.facts;
  const sentBy = judgmentPeriod(caseType, courtCase.today, courtCase.calendar);
  // The court's own time for it lies within the ten days of the others; the five of a criminal case are shorter.
  const entered = await courtCase.tasks.open('enter-judgment', {
    assignee: courtCase.forJudge(), hearingId, ...(caseType === 'criminal' ? { dueAt: boundsOf(sentBy.value).last } : {}),
  }).ended;
  if (entered.how !== 'answered') return 'asTheJudgeSaid';
  const { findings, operative, appeal } = entered.outcome;
  const document = await make(courtCase, {
    document: 'judgment', articles: sentBy.articles.filter((id) => ['CPL-151', 'APL-80', 'CRPL-202'].includes(id)),
    sections: [{ heading: '事实和理由', lines: linesOf(findings) }, { heading: '判决结果', lines: linesOf(operative) }, { heading: '上诉权利', lines: linesOf(appeal) }],
  });
  if (document) await serve(courtCase, document);
  return 'asTheJudgeSaid';
}

/** CPL-87: of a session of service. */
async function documentsServed(courtCase: CourtCase): Promise<AfterSession> {
  const { hearingId } = courtCase.hearing;
  const listed = await courtCase.tasks.open('list-document-to-serve', { assignee: courtCase.forClerk(), hearingId }).ended;
  if (listed.how !== 'answered') return 'asTheJudgeSaid';
  const { title, fileId } = listed.outcome;
  const filed = await courtCase.steps.attempt('fileServedDocument', court.fileServedDocument, { caseId: courtCase.filing.caseId, documentId: uuid4(), fileId, title });
  if (!filed.done) return notMade(courtCase, title, filed.reason);
  courtCase.journal.note('session-document', { hearingId, document: 'servedDocument', title, ...filed.value, articles: ['CPL-87'] });
  await serve(courtCase, { title, ...filed.value });
  return 'asTheJudgeSaid';
}

interface Making { document: SessionDocumentKind; sections: { heading: string; lines: string[] }[]; signers?: AgreementSigner[]; articles: readonly ArticleId[] }

/** Undefined when operations ended the step: that is on record. */
async function make(courtCase: CourtCase, { document, sections, signers = [], articles }: Making): Promise<ServedDocument | undefined> {
  const { hearingId, sessionNumber } = courtCase.hearing;
  const title = sessionDocumentWords[document].zh;
  const made = await courtCase.steps.attempt('makeSessionDocument', documents.makeSessionDocument, {
    caseId: courtCase.filing.caseId, hearingId, sessionNumber, documentId: uuid4(), title, sections, signers, at: courtCase.clock.iso(), articles: [...articles],
  });
  if (!made.done) {
    notMade(courtCase, title, made.reason);
    return undefined;
  }
  courtCase.journal.note('session-document', { hearingId, document, title, ...made.value, articles });
  return { title, ...made.value };
}

function notMade(courtCase: CourtCase, title: string, reason: string): AfterSession {
  courtCase.journal.note('decision', { what: 'document-not-made', value: { hearingId: courtCase.hearing.hearingId, title, reason }, articles: ['ONL-35'] });
  return 'asTheJudgeSaid';
}

const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter((line) => line !== '');
