/**
 * The comparison of a case's record with itself, begun from its page: runs on in this process, and says in its row how far it is.
 *
 * If the process dies here: the row stands still and is shown as stopped; the audit changes nothing, so another is begun.
 */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { audit as contract, AuditRun } from '#api/contract/audit.ts';
import type { SignedInContext } from '#api/context.ts';
import { notFound, tooMany } from '#api/errors.ts';
import { inCase } from '#api/operations/access.ts';
import { auditCase, auditSources } from '#db/audit/audit-case.ts';
import { beginAudit, endAudit, findAudit, listAudits, noteProgress, runningAudit, type AuditRow } from '#db/audit/audits.ts';
import { exportState } from '#db/audit/exported-histories.ts';
import { connectShadows } from '#db/audit/projection-shadow.ts';
import { keepViewing } from '#db/queries/viewings.ts';
import { allowedAs } from '#domain/access/looks.ts';

type Answer<K extends keyof typeof contract> = z.infer<NonNullable<(typeof contract)[K]['~orpc']['outputSchema']>>;

export async function startAudit(context: SignedInContext, { caseId, source }: { caseId: string; source: 'live' | 'export' }): Promise<Answer<'start'>> {
  const standing = await inCase(context, caseId, { do: 'audit-case' });
  const { personId } = context.user;
  await keepViewing(context.sql, { personId, caseId, what: 'audit', why: allowedAs(context.user, standing) });
  // One that runs already answers the same question.
  const running = await runningAudit(context.sql, caseId, source, stoppedAfterMs);
  if (running !== null) return { auditId: running };
  if (atOnce >= mostAtOnce) throw tooMany({ zh: '正在进行的核对过多，请稍后再试。', en: 'Too many audits are running: try again later.' });
  const auditId = randomUUID();
  await beginAudit(context.sql, { auditId, caseId, personId, source });
  void run(context, auditId, caseId, source);
  return { auditId };
}

/** Each reads whole histories and holds a connection of its own. */
const mostAtOnce = 4;
let atOnce = 0;

async function run({ sql, record, environment, log }: SignedInContext, auditId: string, caseId: string, source: 'live' | 'export'): Promise<void> {
  atOnce += 1;
  const shadows = connectShadows(environment.database.url);
  try {
    const result = await auditCase(auditSources(sql, shadows, (stream) => record.histories.history(stream, source), {
      anchors: () => record.anchors(), checkSeal: record.checkSeal, progress: (now) => noteProgress(sql, auditId, now),
    }), caseId);
    await endAudit(sql, auditId, { result });
  } catch (error) {
    log.error({ auditId, caseId, why: error instanceof Error ? error.message : String(error) }, 'an audit could not be finished');
    await endAudit(sql, auditId, { error: error instanceof Error ? error.message : String(error) }).catch(() => undefined);
  } finally {
    atOnce -= 1;
    await shadows.shadows.end({ timeout: 5 });
  }
}

export async function auditOf(context: SignedInContext, { caseId, auditId }: { caseId: string; auditId: string }): Promise<AuditRun> {
  await inCase(context, caseId, { do: 'audit-case' });
  const row = await findAudit(context.sql, caseId, auditId);
  if (!row) throw notFound();
  return shown(row);
}

export async function auditsOf(context: SignedInContext, caseId: string): Promise<Answer<'list'>> {
  const { stage } = await inCase(context, caseId, { do: 'audit-case' });
  const [rows, { exportedAt, ...exports }] = await Promise.all([listAudits(context.sql, caseId), exportState(context.sql, caseId)]);
  return {
    audits: rows.map((row) => {
      const { result, ...run } = shown(row);
      return { ...run, differences: result ? result.findings.length + result.differences.length : null };
    }),
    closed: stage === 'closed', exports: { ...exports, exportedAt: exportedAt?.toISOString() ?? null },
  };
}

/** One that has not gone on for a minute has lost its process. */
const stoppedAfterMs = 60_000;
const shown = (row: AuditRow): AuditRun => ({
  auditId: row.id, by: row.name ?? '', source: row.source, state: row.state === 'running' && Date.now() - row.touchedAt.getTime() > stoppedAfterMs ? 'stopped' : row.state,
  progress: row.progress, startedAt: row.startedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null, error: row.error, result: row.result,
});
