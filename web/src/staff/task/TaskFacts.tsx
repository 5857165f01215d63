import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage } from '#web/i18n/use-words.ts';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';

/** What workflows tell of the occasion of a task; other facts are ids that the page uses elsewhere. */
const factsShape = z.object({
  why: z.string().optional(),
  record: z.string().optional(),
  explanation: z.string().optional(),
  gaps: z.array(z.object({ from: z.number(), to: z.number(), personId: z.string(), kind: z.enum(['audio', 'video']) })).optional(),
}).catch({});
const told = ['why', 'record', 'explanation'] as const;

/** The occasion of a task: why somebody refused to sign, what the call brought, where the recording has gaps. */
export function TaskFacts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const { data: courtCase } = useQuery(queries.case(task.caseId));
  const facts = factsShape.parse(task.facts);
  const rows: [string, string][] = [
    ...told.flatMap((name): [string, string][] => (facts[name] ? [[t(`facts.${name}`), facts[name]]] : [])),
    ...(facts.gaps ?? []).map((gap): [string, string] => [
      `${nameOf(courtCase, gap.personId)} ${t(`facts.${gap.kind}`)}`,
      t('facts.gap', { from: time(gap.from), to: time(gap.to), seconds: Math.round((gap.to - gap.from) / 1000) }),
    ]),
  ];
  function time(ms: number): string {
    return formatInstant(new Date(ms).toISOString(), 'timeWithSeconds', language);
  }
  return rows.length === 0 ? null : <Panel title={t('facts.title')}><Facts items={rows} /></Panel>;
}

function nameOf(courtCase: CaseDetail | undefined, personId: string): string {
  const bench = Object.values(courtCase?.bench ?? {});
  return [...(courtCase?.participants ?? []), ...bench].find((person) => person?.personId === personId)?.name ?? '';
}
