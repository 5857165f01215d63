/**
 * One whole case through the API, as fast as people could never be: filing, consent, evidence, schedule, preparation,
 * hearing, signatures, archive. It finds what does not fit together; it shows no pages (that is `npm run demo`).
 *
 *     node --import tsx e2e/straight-path.ts http://127.0.0.1:8480
 */
import { fileURLToPath } from 'node:url';
import type { CaseDetail } from '#api/contract/cases.ts';
import { Person, until } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, exchangeEvidence, file, hold, prepare, schedule, sign, type Walk } from '#e2e/court/story.ts';

export interface StraightPath { caseId: string; stages: { stage: string; at: string }[]; archive: NonNullable<CaseDetail['archive']> }

export async function walkStraightPath(baseUrl: string, say: (line: string) => void = () => undefined): Promise<StraightPath> {
  const people = await comeToCourt(baseUrl, say);
  const walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
  const hearing = await schedule(walk);
  await prepare(walk, hearing.hearingId);
  await hold(walk, hearing.hearingId, hearing.startsAt);
  await sign(walk, hearing.hearingId);
  return archive(walk);
}

async function archive({ baseUrl, caseId, clerk, manager, say }: Walk): Promise<StraightPath> {
  await clerk.complete(caseId, 'complete-archive', { checked: true, registrationNumber: '录备2026-001' });
  const technician = await Person.staff(baseUrl, 'technician');
  const operations = await Person.staff(baseUrl, 'operations');
  const detail = await until('the archive is sealed', async () => {
    // Nobody sent pictures or sound here: what the recording lacks is explained by the technician.
    const { rows } = await technician.get<{ rows: { taskId: string; caseId: string; kind: string }[] }>('/api/tasks?view=roles&kind=explain-gap&limit=100');
    for (const gap of rows.filter((task) => task.caseId === caseId)) {
      await technician.post(`/api/tasks/${gap.taskId}/completion`, { taskId: gap.taskId, outcome: { explanation: '演示走查，参与人未发送音视频。' } });
      say('a gap of the recording is explained');
    }
    const { steps } = await operations.get<{ steps: { caseId: string; step: string; error: string }[] }>('/api/supervision/failed-steps');
    const failed = steps.find((step) => step.caseId === caseId);
    if (failed) throw new Error(`A step failed: ${failed.step}: ${failed.error}`);
    const now = await manager.case(caseId);
    return now.archive && now.closed ? now : undefined;
  }, 180_000);
  say(`sealed: ${detail.archive?.mainVolume}`);
  const { entries } = await manager.get<{ entries: { kind: string; at: string; detail: { stage?: string } }[] }>(`/api/supervision/cases/${caseId}/history`);
  const stages = entries.filter((entry) => entry.kind === 'stage-entered').map((entry) => ({ stage: entry.detail.stage ?? '', at: entry.at }));
  return { caseId, stages, archive: detail.archive! };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const baseUrl = process.argv[2] ?? 'http://127.0.0.1:8480';
  const walked = await walkStraightPath(baseUrl, (line) => console.log(line));
  console.log(JSON.stringify(walked, null, 2));
}
