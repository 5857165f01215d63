/** What a decision about the people of a case rests on: who, why, asked by whom, and the paper beside it. */
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { benchSeats, groundWords, recusalGrounds } from '#domain/court/recusal.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';

const factsShape = z.object({
  of: z.string().optional(), seat: z.enum(benchSeats).optional(), ground: z.enum(recusalGrounds).optional(), reason: z.string().optional(), by: z.string().optional(), again: z.boolean().optional(),
  agentPersonId: z.string().optional(), ends: z.boolean().optional(), instead: z.string().optional(), powerOfAttorney: z.string().optional(),
}).catch({});

const kinds = ['decide-recusal', 'decide-replacement', 'verify-representative', 'fill-assessor-seat'];
export const isAboutPeople = (kind: string): boolean => kinds.includes(kind);

export function PeopleFacts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation(['casePeople', 'staff']);
  const say = useWords();
  if (!isAboutPeople(task.kind)) return null;
  const facts = factsShape.parse(task.facts);
  const nameOf = (personId: string | undefined) => (personId === undefined ? '' : task.names[personId] ?? '');
  const data = task.participant === null ? task.participantData : null;
  const rows: [string, React.ReactNode][] = [
    ...(facts.agentPersonId ? [[t('facts.kind'), facts.ends ? t('facts.ends') : facts.instead ? t('facts.instead') : t('facts.appoint')] as [string, string], [t('facts.agent'), nameOf(facts.agentPersonId)] as [string, string]] : []),
    ...(data?.identityNumber ? [[t('staff:facts.identityNumber'), data.identityNumber] as [string, string]] : []),
    ...(data?.phone ? [[t('staff:facts.phone'), data.phone] as [string, string]] : []),
    ...(facts.powerOfAttorney ? [[t('facts.paper'), <a key="paper" href={filePath(facts.powerOfAttorney)} target="_blank" rel="noreferrer">{t('facts.openPaper')}</a>] as [string, React.ReactNode]] : []),
    ...(facts.of ? [[t('facts.of'), nameOf(facts.of)] as [string, string]] : []),
    ...(facts.seat ? [[t('facts.seat'), t(`seat.${facts.seat}`)] as [string, string]] : []),
    ...(facts.ground ? [[t('facts.ground'), say(groundWords[facts.ground])] as [string, string]] : []),
    ...(facts.reason ? [[t('facts.reason'), facts.reason] as [string, string]] : []),
    ...(facts.by ? [[t('facts.by'), nameOf(facts.by)] as [string, string]] : []),
    ...(facts.again ? [[t('facts.again'), t('facts.yes')] as [string, string]] : []),
  ];
  return <Panel title={t('changes')}><Facts items={rows} /></Panel>;
}
