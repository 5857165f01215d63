/**
 * CPL-157, CPL-100, CPL-153: the court's ruling, mediation agreement or notice of resumption, sealed, for everybody in
 * the case, and one SMS each. The file's id and the SMS keys follow from the ruling, so that a repetition makes nothing
 * a second time.
 */
import type { IssueRuling, IssuedRuling } from '#activities/court-activities.ts';
import type { CourtPorts } from '#activities/ports.ts';
import { benchWords, caseKindOf, caseWords, participantsOf } from '#activities/case-words.ts';
import { fileIdFrom, keepFile } from '#activities/keep-file.ts';
import { sendSms } from '#activities/send-sms.ts';
import { dayOf } from '#domain/calendar/day.ts';
import { rulingArticles, rulingName, rulingText, rulingTitle, type RulingKind } from '#domain/case/rulings.ts';
import { citation } from '#domain/law/articles.ts';

export async function issueRuling(ports: CourtPorts, input: IssueRuling): Promise<IssuedRuling> {
  const documentFileId = fileIdFrom(`ruling/${input.rulingId}`);
  await makeDocument(ports, input, documentFileId);
  const { caseNumber } = await caseWords(ports.sql, input.caseId);
  const name = rulingName(input.ruling.ruling, await caseKindOf(ports.sql, input.caseId));
  for (const person of await participantsOf(ports.sql, input.caseId)) {
    await sendSms(ports, {
      key: `ruling/${input.rulingId}/${person.participantId}`, caseId: input.caseId, person,
      text: `${caseNumber}案已作出${name}，请登录诉讼服务网站，在案件文件中查阅。`,
    });
  }
  return { documentFileId };
}

async function makeDocument({ sql, pdf, seal, storage }: CourtPorts, { caseId, caseType, ruling, at }: IssueRuling, fileId: string): Promise<void> {
  const [there] = await sql`select 1 from files where id = ${fileId}`;
  if (there) return;
  const kind = await caseKindOf(sql, caseId);
  const { findings, decision } = rulingText(ruling, kind);
  const title = rulingTitle(ruling.ruling, caseType);
  const rendered = await pdf.renderAll([{
    template: 'ruling',
    data: {
      ...(await caseWords(sql, caseId)), title, people: (await participantsOf(sql, caseId)).map(({ name, role }) => ({ name, role })),
      findings, lead: leads[ruling.ruling], decision: [...decision], effect: effects[ruling.ruling],
      bench: await benchWords(sql, caseId),
      at, basis: rulingArticles(ruling, kind, dayOf(Date.parse(at))).map(citation).join('、'),
    },
  }]);
  const [sealed] = await seal.sealPdfs(rendered.map(({ pdf: bytes }) => ({ pdf: bytes, reason: title, field: 'CourtSeal' })));
  if (!sealed) throw new Error('The sealed ruling is missing');
  await keepFile(sql, storage, sealed, { fileId, name: `${rulingName(ruling.ruling, kind)}.pdf`, purpose: 'ruling', mediaType: 'application/pdf', caseId });
}

const ruled = '裁定如下：';
const leads: Record<RulingKind, string> = {
  withdrawalPermitted: ruled, withdrawalRefused: ruled, suspended: ruled, terminated: ruled,
  resumed: '现通知如下：', mediationAgreement: '经审查，上述协议出于当事人自愿，内容不违反法律规定，本院予以确认。协议内容：',
};
const effects: Record<RulingKind, string | null> = {
  withdrawalPermitted: null, withdrawalRefused: null, suspended: '中止的原因消除后，恢复审理。', resumed: '中断的诉讼阶段重新开始，期间重新计算。', terminated: null,
  mediationAgreement: '本调解书经各方当事人签收后，即具有法律效力。',
};
