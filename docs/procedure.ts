/**
 * `docs/procedure.md`: the procedure as the code has it, for people who check it against the law. Made, never written by hand:
 * `npm run docs` writes it, a test holds the two together.
 */
import { writeFileSync } from 'node:fs';
import { closedWords, stageArticles, stageExits, stages, stageWords } from '#domain/case/stages.ts';
import { sessionWords } from '#domain/case/session-words.ts';
import { articlesOf, happeningKinds, happeningWords, mayTell, type Teller } from '#domain/case/happenings.ts';
import { caseTypes, sessionKinds } from '#domain/case/types.ts';
import { shanghaiDayFrom } from '#domain/calendar/day.ts';
import { agenda } from '#domain/hearing/agenda.ts';
import { sessions } from '#domain/hearing/sessions/sessions.ts';
import { phaseWords } from '#domain/hearing/phase-words.ts';
import { causesOf } from '#domain/law/causes/cause.ts';
import { causeLists } from '#domain/law/causes/causes.ts';
import { provisions } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';
import { participantRoles, roleWords } from '#domain/people/roles.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';
import type { DueRule, TaskKind } from '#domain/tasks/task-kind.ts';

const both = ({ zh, en }: Words): string => `${zh} ${en}`;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

function dueWords(due: DueRule): string {
  switch (due.in) {
    case 'workingDays': return `${due.count} 个工作日 working days`;
    case 'minutes': return `${due.count} 分钟 minutes`;
    case 'givenByStage': return '由所在阶段确定 set by the stage';
    case 'none': return '—';
  }
}

function deputyWords({ role, personal }: TaskKind): string {
  if (personal) return `限本人 in person (${personal.articles.join(', ')})`;
  return role === 'participant' ? '—' : '可以 may answer';
}

const tellers: readonly Teller[] = ['judge', 'clerk', ...participantRoles];
/** A day on which every provision of these is law. */
const madeOn = shanghaiDayFrom('2026-11-22');

/** The whole document. */
export function procedureDocument(): string {
  const kinds = Object.values(taskCatalogue) as TaskKind[];
  return `# 程序 The procedure

Made from the code by \`npm run docs\`; a test fails when it is not what the code says. Article ids as in the last table.

## 阶段 Stages

How each stage may end, and where the case goes then. A failed step that operations end moves the case offline as well.

${table(['阶段 Stage', '依据 Articles', '结果 How it ends', '之后 Then'], stages.flatMap((stage) => Object.entries(stageExits[stage]).map(([exit, next], at) => [
    at === 0 ? both(stageWords[stage]) : '', at === 0 ? stageArticles[stage].join(', ') : '', exit, both(stageWords[next as keyof typeof stageWords]),
  ])))}

A closed case has left the procedure as one of: ${Object.values(closedWords).map(both).join('; ')}.

## 任何阶段都可能发生 What can happen at any time

Told to the court in whatever stage; each ends or suspends the running stage whole: what it asked is taken back, a booked hearing is cancelled with everybody told, a session that was opened is closed, recorded, signed and archived.

${table(['发生 What', '由谁 By', '民事依据 Civil', '行政依据 Administrative', '刑事依据 Criminal'], happeningKinds.map((kind) => [
    both(happeningWords[kind]), tellers.filter((teller) => mayTell(kind, teller)).map((teller) => both(roleWords[teller])).join(', '), ...caseTypes.map((caseType) => articlesOf(kind, { caseType }, madeOn).join(', ')),
  ]))}

## 任务 Tasks

Everything that a person can be asked to do: by whom, under which articles, until when, and what follows if nobody acts. While
a member of the court's staff is absent the deputy answers, but for what the law gives to the person alone.

${table(['任务 Task', '由谁 By', '依据 Articles', '期限 Due', '代理 Deputy', '为什么 Why', '无人办理时 If nobody acts'], kinds.map((kind) => [
    both(kind.title), [kind.role, ...(kind.alsoBy ?? [])].map((role) => both(roleWords[role])).join(', '), kind.articles.join(', '), dueWords(kind.due), deputyWords(kind), both(kind.why), both(kind.ifNobodyActs),
  ]))}

## 庭审 Sessions

The eight kinds of session (G1) with their agenda, between the reading of the discipline and the closing.

${table(['种类 Kind', '议程 Agenda', '依据 Articles'], sessionKinds.flatMap((kind) => agenda(kind).map((item, at) => [
    at === 0 ? both(sessionWords[kind]) : '', `${both(phaseWords[item.phase].title)}${item.optional ? '（可以省略 may be left out）' : ''}`, item.articles.join(', '),
  ])))}

Who must be there, what each kind leaves in the file beside transcript and recording, and what comes of it when its transcript is signed.

${table(['种类 Kind', '必须到场 Who must be there', '依据 Articles', '文书 Documents', '结果 Outcome', '依据 Articles'], sessionKinds.map((kind) => {
    const { attendance, documents, outcome } = sessions[kind];
    return [both(sessionWords[kind]), both(attendance.words), attendance.articles.join(', '), documents.map(both).join('; ') || '—', both(outcome.words), outcome.articles.join(', ')];
  }))}

## 案由 Causes of action

${table(['清单 List', '来源 Source', '施行 In force from', '数目 Number'], Object.values(causeLists).map((list) => [list.title, list.source, list.from, String(causesOf(list).length)]))}

## 条文 Articles

Every provision that a rule cites, in the versions kept.

${table(['编号 Id', '条文 Article', '内容 What it says', '施行 In force', '来源 Source'], provisions.map((provision) => [
    provision.id, `${provision.document.zh}${provision.article} ${provision.title.zh} ${provision.title.en}`, provision.text, `${provision.inForce} – ${provision.lastDay ?? ''}`, provision.source,
  ]))}
`;
}

if (process.argv[1] === import.meta.filename) writeFileSync(new URL('procedure.md', import.meta.url), procedureDocument());
