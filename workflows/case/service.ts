/**
 * CPL-87 to CPL-90: a document is served on each party: electronically on whom signs for it, otherwise by the clerk, and
 * each time with a receipt that says when and on whom, a refusal included.
 */
import { uuid4 } from '@temporalio/workflow';
import type { Participant } from '#domain/case/types.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { isServed, serviceArticles, type ServiceWay } from '#domain/hearing/sessions/outcome-words.ts';
import type { PersonId } from '#domain/case/ids.ts';
import { court, documents } from '../support/activities.ts';
import type { TaskEnd } from '../support/human-tasks.ts';
import type { CourtCase } from './court-case.ts';

export interface ServedDocument { title: string; fileId: string; sha256: string }

/** `refusalEndsIt`: a mediation document cannot be left behind (CPL-102: whoever refuses it goes back on it). */
type OnRefusal = 'clerkServes' | 'refusalEndsIt';

interface Service { how: ServiceWay; on: string; by: PersonId; receivedBy?: string; why?: string }

export async function serve(courtCase: CourtCase, document: ServedDocument, onRefusal: OnRefusal = 'clerkServes'): Promise<{ participant: Participant; served: boolean }[]> {
  return Promise.all(courtCase.parties.map(async (participant) => {
    const service = await serviceOn(courtCase, document, participant, onRefusal);
    await record(courtCase, document, participant, service);
    return { participant, served: isServed(service.how) };
  }));
}

async function serviceOn(courtCase: CourtCase, document: ServedDocument, participant: Participant, onRefusal: OnRefusal): Promise<Service> {
  const { hearingId } = courtCase.hearing;
  const { participantId } = participant;
  const { title, fileId } = document;
  await courtCase.steps.attempt('tellOfService', court.tellOfService, { caseId: courtCase.filing.caseId, hearingId, fileId, participantId, title });
  const answer = await courtCase.tasks.open('receive-document', { assignee: courtCase.forParticipant(participant), hearingId, facts: { fileId, title, ...(onRefusal === 'refusalEndsIt' ? { goesBack: true } : {}) }, endsWhenOverdue: true }).ended;
  const today = () => dayOf(courtCase.clock.now());
  if (answer.how === 'answered' && answer.outcome.answer === 'received') return { how: 'electronic', on: dayOf(Date.parse(answer.at)), by: answer.by };
  const why = answer.how !== 'answered' ? '逾期未签收' : answer.outcome.answer === 'paper' ? `要求纸质文书，送达地址：${answer.outcome.address}` : answer.outcome.answer === 'refuse' ? answer.outcome.reason : '';
  const refusedIt = answer.how === 'answered' && answer.outcome.answer === 'refuse';
  if (onRefusal === 'refusalEndsIt' && refusedIt) return { how: 'refused', on: today(), by: answer.by, why };

  const other = await courtCase.tasks.open('record-service', {
    assignee: { ...courtCase.forClerk(), participantId }, hearingId, facts: { participantId, fileId, title, ...answerTo(answer) },
    check: (outcome) => {
      if (outcome.result === 'served' && outcome.how === 'leftBehind' && onRefusal === 'refusalEndsIt') {
        return { code: 'not-to-be-left-behind', articles: ['CPL-102'], message: { zh: '调解书须由当事人签收，不适用留置送达。', en: 'A mediation document must be signed for; it cannot be left behind.' } };
      }
      return outcome.result === 'served' && outcome.servedOn > today()
        ? { code: 'service-in-the-future', articles: ['CPL-87'], message: { zh: '送达日期不能晚于今天。', en: 'The day of service cannot lie ahead.' } } : undefined;
    },
  }).ended;
  if (other.how !== 'answered') return { how: 'notServed', on: today(), by: courtCase.allotted.clerk, why };
  const { outcome, by } = other;
  if (outcome.result === 'notServed') return { how: 'notServed', on: today(), by, why: outcome.circumstances };
  return { how: outcome.how, on: outcome.servedOn, by, receivedBy: outcome.receivedBy, why: `${why}；${outcome.circumstances}` };
}

/** What the clerk is told of the electronic service that came to nothing. */
function answerTo(answer: TaskEnd<'receive-document'>): { answered: 'paper' | 'refused' | 'none'; address?: string; why?: string } {
  if (answer.how !== 'answered') return { answered: 'none' };
  const { outcome } = answer;
  if (outcome.answer === 'paper') return { answered: 'paper', address: outcome.address };
  return { answered: 'refused', ...(outcome.answer === 'refuse' ? { why: outcome.reason } : {}) };
}

/** 送达回证, sealed; what cannot be made is still on record. */
async function record(courtCase: CourtCase, document: ServedDocument, { participantId, personId }: Participant, service: Service): Promise<void> {
  const { hearingId } = courtCase.hearing;
  const articles = serviceArticles[service.how];
  const receipt = await courtCase.steps.attempt('makeServiceReceipt', documents.makeServiceReceipt, {
    caseId: courtCase.filing.caseId, hearingId, receiptId: uuid4(), title: document.title, documentSha256: document.sha256, personId, participantId, ...service, at: courtCase.clock.iso(), articles: [...articles],
  });
  courtCase.journal.note('document-served', {
    hearingId, fileId: document.fileId, title: document.title, participantId, ...service, articles, ...(receipt.done ? { receiptFileId: receipt.value.fileId } : {}),
  });
}
