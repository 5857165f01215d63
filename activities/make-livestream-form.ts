/**
 * N-form: the approval form of a livestream as it stands, sealed, kept as a file of its own a version. File id and ledger
 * key follow from the livestream, the version and what it says, so that a repetition makes nothing a second time.
 *
 * When the process dies here, the file is there or it is not; made again, it is the same one.
 */
import { createHash } from 'node:crypto';
import { ApplicationFailure } from '@temporalio/common';
import type { KeptLivestreamForm, MakeLivestreamForm } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { caseWords, nameOf, participantsOf } from '#activities/case-words.ts';
import { once } from '#activities/effect-ledger.ts';
import { fileIdFrom, keepFile } from '#activities/keep-file.ts';
import type { DocumentData } from '#adapters/pdf/documents.ts';
import { court } from '#domain/court/court.ts';
import type { FormOpinion } from '#domain/livestream/form.ts';
import { isParty } from '#domain/people/roles.ts';
import { riskWords } from '#domain/livestream/facts.ts';

export const livestreamFormPurpose = 'livestream-approval';

export async function makeLivestreamForm(ports: CourtPorts, input: MakeLivestreamForm): Promise<KeptLivestreamForm> {
  const { caseId, hearingId, version, form } = input;
  const key = `livestream-form/${hearingId}/${version}/${createHash('sha256').update(JSON.stringify(form)).digest('hex').slice(0, 16)}`;
  const fileId = fileIdFrom(key);
  return once(ports.sql, {
    key, kind: 'document', caseId, request: { hearingId, version },
    act: async () => {
      const { pdf } = await ports.pdf.render({ template: 'livestream-approval', data: await formData(ports, input) });
      const sealed = await ports.seal.sealPdf(pdf, { reason: '庭审直播案件审批表', field: 'CourtSeal' });
      await keepFile(ports.sql, ports.storage, sealed, { fileId, name: `庭审直播案件审批表-第${version}版.pdf`, purpose: livestreamFormPurpose, mediaType: 'application/pdf', caseId });
      return { fileId };
    },
    status: async () => {
      const [there] = await ports.sql`select 1 from files where id = ${fileId}`;
      return there ? { fileId } : null;
    },
  });
}

async function formData({ sql }: CourtPorts, { caseId, hearingId, form }: MakeLivestreamForm): Promise<DocumentData<'livestream-approval'>> {
  const [place] = await sql<{ courtroom: string; division: string }[]>`
    select coalesce(r.name, b.courtroom_id) as courtroom, a.division from booked_hearings b left join courtrooms r on r.id = b.courtroom_id
      join allotments a on a.case_id = ${caseId} where b.hearing_id = ${hearingId}`;
  if (!place) throw ApplicationFailure.create({ type: 'InvalidInput', nonRetryable: true, message: `The hearing ${hearingId} is not booked` });
  const people = await participantsOf(sql, caseId);
  const signed = async (opinion: FormOpinion | null) => (opinion ? { text: opinion.text, name: await nameOf(sql, opinion.by), at: opinion.at } : null);
  const { caseNumber, causeOfAction } = await caseWords(sql, caseId);
  return {
    court: court.name, caseNumber, causeOfAction, appliedAt: form.appliedAt, risk: form.risk === null ? null : riskWords[form.risk].zh,
    opening: form.opening, courtroom: place.courtroom, division: place.division === '' ? '—' : place.division, judgeInCharge: await nameOf(sql, form.judgeInCharge),
    // 当事人（被告人）
    parties: people.filter(({ roleName }) => isParty(roleName) || roleName === 'prosecutor').map(({ name, role }) => `${role}${name}`).join('；'), panel: await Promise.all(form.panel.map((member) => nameOf(sql, member))),
    judge: await signed(form.judge), divisionHead: await signed(form.divisionHead), vicePresident: await signed(form.vicePresident),
  };
}
