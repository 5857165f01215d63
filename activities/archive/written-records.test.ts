import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { caseWords } from '#activities/case-words.ts';
import { documentHtml } from '#adapters/pdf/weasyprint-renderer.ts';
import { type CaseFixture, type CourtFixture, openCourt } from '#db/testing/court-fixture.ts';
import { writtenRecords } from './written-records.ts';

let court: CourtFixture;
let theCase: CaseFixture;
let hearingId = '';
beforeAll(async () => {
  court = await openCourt();
  theCase = await court.acceptedCase();
  hearingId = await theCase.scheduleHearing();
}, 120_000);
afterAll(() => court?.close());

const htmlOf = async (): Promise<string[]> => {
  const records = await writtenRecords(court.sql, theCase.caseId, await caseWords(court.sql, theCase.caseId));
  return records.map(({ source, seal }) => {
    expect(seal).toBe('add');
    if (!('render' in source)) throw new Error('these are made now');
    return documentHtml(source.render);
  });
};

test('without refusals and gaps there is nothing to write down', async () => {
  expect(await htmlOf()).toEqual([]);
});

test('a refusal to sign and an explained gap become documents of the file', async () => {
  const { sql, people } = court;
  const { caseId } = theCase;
  const sha256 = 'ab'.repeat(32);
  await sql`insert into transcript_versions (hearing_id, version, case_id, sha256, canonical, frozen_at) values (${hearingId}, 1, ${caseId}, ${sha256}, '{}', now())`;
  const refused = await theCase.openTask('record-refusal-to-sign', { role: 'clerk', personId: people.clerk.personId }, {
    hearingId, facts: { version: 1, as: 'defendant', why: '认为记载不完整', personId: people.defendant.personId },
  });
  await theCase.note('task-completed', { taskId: refused, kind: 'record-refusal-to-sign', outcome: { circumstances: '宣读后仍拒绝' }, by: people.clerk.personId, commandId: randomUUID(), via: 'update' });

  const recordingId = randomUUID();
  const [from, to] = ['2026-05-14T01:40:00.000Z', '2026-05-14T01:41:30.000Z'];
  await sql`insert into seats (hearing_id, person_id, role, opaque_id, token) values (${hearingId}, ${people.plaintiff.personId}, 'plaintiff', 'o-1', 't')`;
  const timeLine = { from: '2026-05-14T01:30:00.000Z', to: '2026-05-14T02:30:00.000Z' };
  const ledger = { gaps: [{ personId: people.plaintiff.personId, kind: 'video', from: Date.parse(from), to: Date.parse(to), cause: 'court-equipment', evidence: [] }] };
  await sql`insert into recordings (id, hearing_id, case_id, file_id, sha256, duration_ms, timeline, ledger)
    values (${recordingId}, ${hearingId}, ${caseId}, ${randomUUID()}, ${sha256}, 1, ${sql.json(timeLine)}, ${sql.json(ledger)})`;
  const explained = await theCase.openTask('explain-gap', { role: 'technician' }, { hearingId, facts: { gaps: [{ opaqueId: 'o-1', medium: 'video', from, to }], recordingId } });
  await theCase.note('task-completed', { taskId: explained, kind: 'explain-gap', outcome: { explanation: '录制服务器重启' }, by: people.technician.personId, commandId: randomUUID(), via: 'update' });

  const [refusal = '', gap = '', ...more] = await htmlOf();
  expect(more).toEqual([]);
  for (const words of ['拒绝签名情况记录', '李四（被告）', '认为记载不完整', '宣读后仍拒绝', sha256, '陈书记（书记员）']) expect(refusal).toContain(words);
  for (const words of ['录音录像中断说明', '原告张三（画面）', '法院设备故障', '录制服务器重启', '1分30秒', '09:40:00', '周技术（技术人员）', '2026年5月14日9时30分开庭']) expect(gap).toContain(words);
});
