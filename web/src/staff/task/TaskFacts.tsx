import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { TaskDetail } from '#api/contract/tasks.ts';
import { queries } from '#web/api/queries.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { changeableFacts, factWords } from '#domain/case/happenings.ts';
import { groundWords, suspensionGrounds } from '#domain/case/suspension.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import { filePath } from '#web/paths.ts';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { isAboutPeople } from '#web/staff/task/PeopleFacts.tsx';
import { useDeductions } from '#web/staff/scheduling/SelfTests.tsx';
import { useOptionWords } from '#web/tasks/form/option-words.ts';

/** What workflows tell of the occasion of a task; other facts are ids that the page uses elsewhere. */
const factsShape = z.object({
  why: z.string().optional(),
  record: z.string().optional(),
  explanation: z.string().optional(),
  startsAt: z.iso.datetime().optional(),
  problem: z.object({ message: z.object({ zh: z.string(), en: z.string() }) }).optional(),
  test: z.object({ score: z.number(), channel: z.string(), deductions: z.array(z.object({ code: z.string(), points: z.number() })) }).nullish(),
  applied: z.enum(['view', 'copy']).optional(),
  lateReason: z.string().optional(),
  about: z.string().optional(),
  level: z.object({ zh: z.string(), en: z.string() }).optional().catch(undefined),
  evidenceId: z.string().optional(),
  answered: z.enum(['paper', 'refused', 'none']).optional(),
  address: z.string().optional(),
  fileId: z.uuid().optional(),
  title: z.string().optional(),
  reason: z.string().optional(),
  terms: z.string().optional(),
  fact: z.enum(changeableFacts).optional(),
  ground: z.enum(suspensionGrounds).optional(),
  wish: z.enum(['withdrawal', 'mediationAgreement']).optional(),
  documents: z.array(z.string()).optional(),
  /** Who told the court, and whom it is about. */
  toldBy: z.string().optional(),
  participantId: z.string().optional(),
  gaps: z.array(z.object({ from: z.iso.datetime(), to: z.iso.datetime(), opaqueId: z.string(), medium: z.enum(['audio', 'video']) })).optional(),
}).catch({});
const told = ['why', 'record', 'explanation', 'lateReason', 'about'] as const;

/** The occasion of a task: why somebody refused to sign, what the call brought, where the recording has gaps. */
export function TaskFacts({ task }: { task: TaskDetail }) {
  const { t } = useTranslation(['staff', 'recordings', 'scheduling', 'cases']);
  const say = useWords();
  const deductions = useDeductions();
  const optionWords = useOptionWords();
  const { t: happenings } = useTranslation('happenings');
  const language = useLanguage();
  const { data: hearing } = useQuery({ ...queries.hearing(task.hearingId ?? ''), enabled: task.hearingId !== null });
  const facts = factsShape.parse(task.facts);
  const { data: courtCase } = useQuery({ ...queries.case(task.caseId), enabled: facts.evidenceId !== undefined || facts.toldBy !== undefined || facts.ground !== undefined });
  const item = courtCase?.evidence.find(({ evidenceId }) => evidenceId === facts.evidenceId);
  const nameIn = (participantId: string) => {
    const found = courtCase?.participants.find((one) => one.participantId === participantId);
    return found && courtCase ? `${say(roleInCase(found.role, courtCase))} ${found.organisation?.name ?? found.name}` : '';
  };
  const nameOf = (opaqueId: string) => hearing?.seats.find((seat) => seat.opaqueId === opaqueId)?.name ?? '';
  const time = (instant: string) => formatInstant(instant, 'timeWithSeconds', language);
  const ofParticipant = ({ participant, participantData: data }: TaskDetail): [string, string][] => (participant === null || data === null ? [] : [
    [t('facts.name'), participant.name],
    ...(data.identityNumber === null ? [] : [[t('facts.identityNumber'), data.identityNumber] as [string, string]]),
    ...(data.verifiedAt === null ? [] : [[t('facts.verified'), formatInstant(data.verifiedAt, 'dateTime', language)] as [string, string]]),
    ...(data.phone === null ? [] : [[t('facts.phone'), data.phone] as [string, string]]),
  ]);
  const rows: [string, ReactNode][] = [
    ...ofParticipant(task),
    ...(facts.fileId ? [[t('facts.document'), <a key="document" href={filePath(facts.fileId)} target="_blank" rel="noreferrer">{facts.title ?? facts.fileId.slice(0, 8)}</a>] as [string, ReactNode]] : []),
    ...(facts.applied ? [[t('facts.applied'), t(`recordings:how.${facts.applied}`)] as [string, string]] : []),
    ...(facts.level && task.kind === 'report-livestream' ? [[t('facts.level'), say(facts.level)] as [string, string]] : []),
    ...(item ? [[t('cases:evidence'), <a key="item" href={filePath(item.fileId)} target="_blank" rel="noreferrer">{item.title}</a>] as [string, ReactNode]] : []),
    ...(facts.answered ? [[t('facts.answered'), t(`facts.answers.${facts.answered}`)] as [string, string]] : []),
    ...(facts.address ? [[t('facts.address'), facts.address] as [string, string]] : []),
    ...told.flatMap((name): [string, string][] => (facts[name] ? [[t(`facts.${name}`), facts[name]]] : [])),
    ...(facts.test ? [
      [t('scheduling:helpFacts.test'), `${t('scheduling:tests.points', { score: facts.test.score })} · ${optionWords(facts.test.channel)}`] as [string, string],
      [t('scheduling:helpFacts.found'), deductions(facts.test.deductions)] as [string, string],
    ] : []),
    ...(facts.problem ? [[t('facts.why'), say(facts.problem.message)] as [string, string]] : []),
    ...(facts.startsAt ? [[t('scheduling:change.time'), formatInstant(facts.startsAt, 'dateTime', language)] as [string, string]] : []),
    ...(facts.toldBy ? [[happenings('toldBy'), nameIn(facts.toldBy)] as [string, string]] : []),
    ...(facts.fact ? [[happenings('field.fact'), say(factWords[facts.fact])] as [string, string]] : []),
    ...(facts.ground ? [[happenings('field.ground'), say(groundWords(facts.ground))] as [string, string]] : []),
    ...(facts.ground && facts.participantId ? [[happenings('field.participantId'), nameIn(facts.participantId)] as [string, string]] : []),
    ...(facts.wish ? [[happenings('field.wish'), happenings(`wishes.${facts.wish}`)] as [string, string]] : []),
    ...(facts.terms ? [[happenings('field.terms'), facts.terms] as [string, string]] : []),
    ...(facts.reason && !isAboutPeople(task.kind) ? [[happenings('field.reason'), facts.reason] as [string, string]] : []),
    ...(facts.gaps ?? []).map((gap): [string, string] => [
      `${nameOf(gap.opaqueId)} ${t(`facts.${gap.medium}`)}`,
      t('facts.gap', { from: time(gap.from), to: time(gap.to), seconds: Math.round((Date.parse(gap.to) - Date.parse(gap.from)) / 1000) }),
    ]),
  ];
  const documents = (facts.documents ?? []).map((fileId, at) => <a key={fileId} href={filePath(fileId)} target="_blank" rel="noreferrer">{happenings('field.documents')} {at + 1}</a>);
  return rows.length === 0 ? null : <Panel title={t('facts.title')}><Facts items={rows} />{documents}</Panel>;
}
