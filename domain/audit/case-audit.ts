/** What an audit of one case answers, and how far one that runs has come: shapes that database, API and page share. */
import type { AuditFinding } from '#domain/audit/audit-stream.ts';

/** Where Temporal's history of a workflow was taken from. `both`: earlier runs from the export, the last from the server. */
export type HistorySource = 'live' | 'export' | 'both';

export interface StreamAudited {
  stream: string;
  entries: number;
  runs: number;
  events: number;
  /** How much of Temporal's history there is. */
  history: 'complete' | 'partly' | 'gone';
  from: HistorySource | null;
  /** Anchors that name this journal. */
  anchors: number;
}

/** A row of what people read that is not as the journal makes it. */
export interface RowDiffers { table: string; key: string; column: string | null; expected?: unknown; found?: unknown }

/** A reset of a workflow: its entries from `from` to `to` were written by the run before, as the entry `seq` says. */
export interface ResetAudited { stream: string; seq: number; from: number; to: number; runId: string; by: string; confirmedBy: string; reason: string; /** With the history of the run that wrote them. */ compared: boolean }

export interface CaseAuditResult {
  caseId: string;
  streams: StreamAudited[];
  findings: AuditFinding[];
  differences: RowDiffers[];
  /** Absent in audits that an older build made. */
  resets?: ResetAudited[];
  /** Commands to the case's workflows, and how many of them bear the court's keyed hash. */
  commands: number;
  sealedCommands: number;
  /** The newest anchor that was looked at; null where there is none yet. */
  anchoredUntil: string | null;
}

export const auditSteps = ['anchors', 'journals', 'commands', 'tables'] as const;
export type AuditStep = (typeof auditSteps)[number];
export interface AuditProgress { step: AuditStep; done: number; of: number }

export const isWhole = ({ findings, differences }: Pick<CaseAuditResult, 'findings' | 'differences'>): boolean => findings.length + differences.length === 0;
