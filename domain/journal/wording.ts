/**
 * How the timeline says each journal entry and each refused attempt: a title in both languages, who did it, under which
 * articles, and the details that a page may show. Pure: names come from whoever asks, the entries hold ids alone.
 */
import { closedWords, stageWords } from '#domain/case/stages.ts';
import { roleInCase, type CaseKind } from '#domain/filing/party-words.ts';
import { roleWords } from '#domain/people/roles.ts';
import { wordEvidenceChange, wordPeriod } from '#domain/evidence/wording.ts';
import { rulingWords, type RulingCode } from '#domain/hearing/departure.ts';
import { moveWords, phaseWords } from '#domain/hearing/phase-words.ts';
import { wordPeople } from '#domain/journal/people-wording.ts';
import type { EntryData, JournalEntry } from '#domain/journal/entries.ts';
import type { Words } from '#domain/law/ruled.ts';
import { wordsOfStep } from '#domain/operations/steps.ts';
import { statusWords } from '#domain/livestream/approval-state.ts';
import { wordHappening } from '#domain/journal/happening-wording.ts';
import { wordApprovalEvent, wordEnd } from '#domain/livestream/wording.ts';
import { serviceWords, sessionDocumentWords } from '#domain/hearing/sessions/outcome-words.ts';
import { wordRecordingEntry } from '#domain/recordings/wording.ts';
import { deductionWords, verdictWords } from '#domain/preparation/self-test-score.ts';
import { taskCatalogue, type TaskKindName } from '#domain/tasks/catalogue.ts';

/** Names of the people of one case; each answers the id itself for whom it does not know. */
export interface Names {
  person(personId: string): string;
  /** By the id of a participant, or of a person of the court who has a seat. */
  participant(participantId: string): string;
  courtroom(courtroomId: string): string;
  /** What the parties are called depends on it. */
  kind: CaseKind;
}

export interface Wording {
  title: Words;
  /** Who did it; null for the court's system. */
  who: string | null;
  articles: readonly string[];
  detail: Record<string, unknown>;
}

const words = (zh: string, en: string): Words => ({ zh, en });
const said = (title: Words, who: string | null = null, detail: Record<string, unknown> = {}, articles: readonly string[] = []): Wording => ({ title, who, detail, articles });
const taskTitle = (kind: TaskKindName): Words => taskCatalogue[kind].title;

export function wordEntry(entry: JournalEntry, names: Names): Wording {
  switch (entry.kind) {
    case 'case-filed': {
      const { filing } = entry.data;
      return said(words('网上提交立案材料', 'Filed online'), names.person(filing.filedBy), { materials: filing.materials.length, appliesForOnline: filing.appliesForOnline }, ['G3']);
    }
    case 'filing-corrected': {
      const { version, changed, by, articles } = entry.data;
      return said(words(`补正立案信息，第${version}版`, `Filing corrected, version ${version}`), names.person(by), { version, changed }, articles);
    }
    case 'case-accepted': {
      const { caseNumber, bench } = entry.data;
      return said(words(`受理立案：${caseNumber}`, `Accepted: ${caseNumber}`), null, {
        caseNumber, ...(bench.division === undefined ? {} : { division: bench.division }), presidingJudge: names.person(bench.presidingJudge),
        ...(bench.panel ? { panel: bench.panel.map(names.person) } : {}), clerk: names.person(bench.clerk),
      }, ['G3', ...(bench.panel ? ['CPL-44'] : [])]);
    }
    case 'stage-entered': {
      const { zh, en } = stageWords[entry.data.stage];
      return said(words(`进入阶段：${zh}`, `Stage begun: ${en}`), null, { stage: entry.data.stage }, entry.data.articles);
    }
    case 'stage-ended': {
      const { zh, en } = stageWords[entry.data.stage];
      return said(words(`阶段结束：${zh}`, `Stage ended: ${en}`), null, { stage: entry.data.stage, exit: entry.data.exit });
    }
    case 'decision':
      return said(decisionTitle(entry.data.what, entry.data.value),
        entry.data.by ? names.person(entry.data.by) : null, { what: entry.data.what, value: entry.data.value }, entry.data.articles);
    case 'task-opened': {
      const { task } = entry.data;
      const { zh, en } = taskTitle(task.kind);
      return said(words(`待办：${zh}`, `To do: ${en}`), null, { taskId: task.taskId, kind: task.kind, ...assignedTo(task.assignee, names), dueAt: task.dueAt ?? null, ...(task.dueProvisional ? { provisional: true } : {}) }, task.articles);
    }
    case 'task-completed': {
      const { zh, en } = taskTitle(entry.data.kind);
      const { system, deputyOf } = entry.data;
      const [by, absent] = [names.person(entry.data.by), deputyOf === undefined ? undefined : names.person(deputyOf)];
      const title = system !== undefined ? words(`完成：${zh}（经${system}系统）`, `Done: ${en} (through ${system})`)
        : absent !== undefined ? words(`完成：${zh}（${by}代${absent}办理）`, `Done: ${en} (${by} as deputy of ${absent})`)
          : words(`完成：${zh}`, `Done: ${en}`);
      return said(title, by, { taskId: entry.data.taskId, kind: entry.data.kind, outcome: entry.data.outcome, ...(system === undefined ? {} : { system }), ...(absent === undefined ? {} : { deputyOf: absent }) },
        taskCatalogue[entry.data.kind].articles);
    }
    case 'task-overdue': {
      const { zh, en } = taskTitle(entry.data.kind);
      const { taskId, kind, escalatedTo, articles = [] } = entry.data;
      if (escalatedTo === undefined) return said(words(`逾期：${zh}`, `Overdue: ${en}`), null, { taskId, kind });
      const to = roleWords[escalatedTo];
      return said(words(`逾期：${zh}，已报${to.zh}`, `Overdue: ${en}; escalated to the ${to.en.toLowerCase()}`), null, { taskId, kind, escalatedTo }, articles);
    }
    case 'task-withdrawn': {
      const { zh, en } = taskTitle(entry.data.kind);
      return said(words(`撤回待办：${zh}`, `Taken back: ${en}`), null, { taskId: entry.data.taskId, kind: entry.data.kind, why: entry.data.why });
    }
    case 'task-refused': {
      const { zh, en } = taskTitle(entry.data.kind);
      const { refusal } = entry.data;
      return said(words(`未予办理：${zh}（${refusal.message.zh}）`, `Refused: ${en} (${refusal.message.en})`), names.person(entry.data.by), { taskId: entry.data.taskId, kind: entry.data.kind, code: refusal.code }, refusal.articles);
    }
    case 'signal-refused':
      return said(words('其他系统的消息被拒绝', 'A message of another system was refused'), entry.data.by ? names.person(entry.data.by) : null, { signal: entry.data.signal, why: entry.data.why, system: entry.data.system ?? null });
    case 'evidence-submitted': {
      const count = entry.data.items.length;
      return said(words(`提交证据${count}件`, `${count} ${count === 1 ? 'item' : 'items'} of evidence submitted`), names.participant(entry.data.by), { items: entry.data.items.map((item) => item.title) }, ['G8']);
    }
    case 'evidence-changed': {
      const { change, items, articles } = entry.data;
      const title = wordEvidenceChange(change, items, names.participant);
      return said(title, names.person(change.by), { items: items.map((item) => item.title), what: change.what }, articles);
    }
    case 'evidence-period': {
      const { period, by, reason, articles } = entry.data;
      return said(wordPeriod(period), by === 'system' ? null : names.person(by), { ...period, ...(reason === undefined ? {} : { reason }) }, articles);
    }
    case 'hearing-scheduled': {
      const { hearing } = entry.data;
      return said(words(`排期：第${hearing.sessionNumber}次开庭`, `Scheduled: session ${hearing.sessionNumber}`), null,
        { hearingId: hearing.hearingId, kind: hearing.kind, startsAt: hearing.startsAt, endsAt: hearing.endsAt, ...(hearing.provisional ? { provisional: true } : {}), courtroom: names.courtroom(hearing.courtroomId), meetingNumber: hearing.meetingNumber }, ['G4']);
    }
    case 'unavailable-weighed': {
      const { hearingId, named, articles } = entry.data;
      const each = named.map(({ participantId, days }) => `${names.participant(participantId)}：${days.join('、')}`);
      return said(words(`排期时考虑的不能到庭日期：${each.join('；')}`, `Days that participants cannot attend, weighed when the date was set: ${each.join('; ')}`), null, { hearingId }, articles);
    }
    case 'hearing-cancelled':
      return said(words('取消本次排期', 'Hearing cancelled'), entry.data.by === undefined ? null : names.person(entry.data.by), { hearingId: entry.data.hearingId, why: entry.data.why });
    case 'hearing-moved':
      return said(words('开庭改期，重新通知各方', 'Hearing moved; everybody is told anew'), names.person(entry.data.by), { hearingId: entry.data.hearingId, to: entry.data.to, why: entry.data.why }, ['G4']);
    case 'dates-rechecked':
      return wordRecheck(entry.data);
    case 'due-moved': {
      const { zh, en } = taskTitle(entry.data.kind);
      return said(words(`期限顺延：${zh}`, `Due day moved on: ${en}`), null, { taskId: entry.data.taskId, kind: entry.data.kind, from: entry.data.from, to: entry.data.to, provisional: entry.data.provisional }, entry.data.articles);
    }
    case 'self-tested': {
      const name = names.participant(entry.data.participantId);
      const { score, verdict, deductions } = entry.data.score;
      const { zh, en } = verdictWords[verdict];
      return said(words(`${name}测试设备：${score}分，${zh}`, `${name} tested the device: ${score} points, ${en}`), names.person(entry.data.by), {
        hearingId: entry.data.hearingId, score, verdict, channel: entry.data.findings.channel,
        deductions: deductions.map(({ code, points }) => `${deductionWords[code].zh} −${points}`), measures: entry.data.findings.measures ?? null,
      }, entry.data.score.articles);
    }
    case 'acceptance-issued': {
      const name = names.participant(entry.data.participantId);
      return said(words(`向${name}发出受理案件通知书`, `Notice of acceptance sent to ${name}`), null, { documentFileId: entry.data.documentFileId }, ['G3']);
    }
    case 'notice-issued': {
      const name = names.participant(entry.data.participantId);
      return said(words(`向${name}发出开庭通知`, `Notice sent to ${name}`), null, { hearingId: entry.data.hearingId, documentFileId: entry.data.documentFileId }, ['G4']);
    }
    case 'notice-proven': {
      const name = names.participant(entry.data.participantId);
      const { zh, en } = provenWords[entry.data.how];
      return said(words(`${name}：${zh}`, `${name}: ${en}`), names.person(entry.data.by), { hearingId: entry.data.hearingId, how: entry.data.how }, ['G4']);
    }
    case 'hearing-phase': {
      const move = (moveWords as Record<string, Words | undefined>)[entry.data.move] ?? words(entry.data.move, entry.data.move);
      const phase = (phaseWords as Record<string, { title: Words } | undefined>)[entry.data.to]?.title ?? words(entry.data.to, entry.data.to);
      return said(words(`庭审：${move.zh}（${phase.zh}）`, `Hearing: ${move.en} (${phase.en})`), entry.data.by === 'system' ? null : names.person(entry.data.by),
        { hearingId: entry.data.hearingId, from: entry.data.from, to: entry.data.to, move: entry.data.move, ...(entry.data.reason === undefined ? {} : { reason: entry.data.reason }) }, entry.data.articles);
    }
    case 'hearing-room':
      return said(roomWords[entry.data.state], null, { hearingId: entry.data.hearingId, state: entry.data.state, mediaHost: entry.data.mediaHost });
    case 'presence-changed': {
      const name = names.participant(entry.data.participantId);
      const away = entry.data.state === 'away';
      return said(away ? words(`${name}离线`, `${name} is gone`) : words(`${name}在线`, `${name} is present`), null,
        { hearingId: entry.data.hearingId, cause: entry.data.cause ?? null, evidence: entry.data.evidence }, away ? ['G6', 'G12'] : []);
    }
    case 'interruption-opened': {
      const name = names.participant(entry.data.participantId);
      return said(words(`庭审中断：${name}`, `Hearing interrupted: ${name}`), null,
        { hearingId: entry.data.hearingId, cause: entry.data.cause, suspendedBySystem: entry.data.suspendedBySystem }, ['G12']);
    }
    case 'interruption-ended': {
      const { zh, en } = interruptionEndWords[entry.data.how];
      return said(words(`中断结束：${zh}`, `Interruption over: ${en}`), null, { hearingId: entry.data.hearingId, how: entry.data.how }, ['G12']);
    }
    case 'hearing-ended':
      return said(hearingEndWords[entry.data.ending], null, { hearingId: entry.data.hearingId, ending: entry.data.ending }, ['G7']);
    case 'recording-composed': {
      const { durationMs, gaps, unexplained, sha256 } = entry.data;
      return said(words(`录音录像已合成（间断${gaps}处，未说明${unexplained}处）`, `Recording composed (${gaps} gaps, ${unexplained} unexplained)`), null,
        { hearingId: entry.data.hearingId, durationMs, gaps, unexplained, sha256 }, ['REC-3']);
    }
    case 'session-document': {
      const { zh, en } = sessionDocumentWords[entry.data.document];
      // A document that is called as its kind is named once.
      return said(entry.data.title === zh ? words(`制作${zh}`, `${en} made`) : words(`${zh}：${entry.data.title}`, `${en}: ${entry.data.title}`), null, { hearingId: entry.data.hearingId, fileId: entry.data.fileId, sha256: entry.data.sha256 }, entry.data.articles);
    }
    case 'document-served': {
      const { zh, en } = serviceWords[entry.data.how];
      const name = names.participant(entry.data.participantId);
      return said(words(`《${entry.data.title}》送达${name}：${zh}`, `“${entry.data.title}” to ${name}: ${en}`), names.person(entry.data.by),
        { hearingId: entry.data.hearingId, on: entry.data.on, receivedBy: entry.data.receivedBy ?? null, why: entry.data.why ?? null, receiptFileId: entry.data.receiptFileId ?? null }, entry.data.articles);
    }
    case 'recordings-requested':
    case 'recordings-decided':
    case 'recordings-ready':
    case 'recordings-access-ended':
    case 'recording-extract-asked':
    case 'recording-extracted':
    case 'archive-supplemented':
      return wordRecordingEntry(entry, names);
    case 'transcript-frozen':
      return said(words(`笔录第${entry.data.version}版固定，待签名`, `Transcript version ${entry.data.version} fixed for signing`), null, { hearingId: entry.data.hearingId, version: entry.data.version, sha256: entry.data.sha256 }, ['G9']);
    case 'transcript-reopened':
      return said(words(`笔录第${entry.data.version}版被修改，已有签名作废`, `Transcript version ${entry.data.version} amended: its signatures are void`), names.person(entry.data.by), { hearingId: entry.data.hearingId, version: entry.data.version, why: entry.data.why }, ['G9']);
    case 'transcript-signed':
      return said(words(`签署笔录（${roleInCase(entry.data.as, names.kind).zh}）`, `Transcript signed (${roleInCase(entry.data.as, names.kind).en})`), names.person(entry.data.by),
        { hearingId: entry.data.hearingId, version: entry.data.version, sha256: entry.data.sha256, verifiedBy: entry.data.verifiedBy }, ['G9']);
    case 'signature-refused':
      return said(words('未签署笔录，已记明', 'Transcript not signed: recorded'), names.person(entry.data.by), { hearingId: entry.data.hearingId, version: entry.data.version, why: entry.data.why }, ['G9']);
    case 'livestream-intended':
      return said(words('拟进行庭审直播', 'A livestream is intended'), names.person(entry.data.by), { hearingId: entry.data.hearingId }, ['N2']);
    case 'livestream-begun': {
      const { opening, panel, chain } = entry.data.approval;
      return said(words('启动庭审直播审批', 'Approval of the livestream begun'), names.person(entry.data.by), { hearingId: entry.data.hearingId, opening, panel: panel.map(names.person), chain: chain.map((step) => step.title) }, ['N1', 'N2']);
    }
    case 'livestream-screened': {
      const { streamable, excluded } = entry.data.screening;
      return said(streamable ? words('直播筛查：没有不得直播的情形', 'Livestream screened: nothing excludes it')
        : words(`直播筛查：不得直播（${excluded.map(({ message }) => message.zh).join('')}）`, `Livestream screened: excluded (${excluded.map(({ message }) => message.en).join(' ')})`),
      null, { hearingId: entry.data.hearingId, day: entry.data.day, ...entry.data.screening }, entry.data.articles);
    }
    case 'livestream-event': {
      const { event, status } = entry.data;
      const { zh, en } = statusWords[status];
      const what = wordApprovalEvent(event, names.participant);
      return said(words(`直播审批：${what.zh}（${zh}）`, `Livestream: ${what.en} (${en})`), 'by' in event ? names.person(event.by) : null, { hearingId: entry.data.hearingId, ...event, livestreamStatus: status }, entry.data.articles);
    }
    case 'livestream-decided': {
      const { end } = entry.data;
      return said(wordEnd(end), null, { hearingId: entry.data.hearingId, livestreamHow: end.how, ...(end.how === 'approved' ? {} : { livestreamReason: end.reason }) }, end.articles);
    }
    case 'livestream-notice-sent': {
      const name = names.participant(entry.data.participantId);
      return said(words(`向${name}发出庭审直播告知短信`, `${name} was sent an SMS about the livestream`), null, { hearingId: entry.data.hearingId }, ['N1']);
    }
    case 'livestream-form-kept':
      return said(words(`庭审直播案件审批表第${entry.data.version}版入副卷`, `Approval form of the livestream, version ${entry.data.version}, kept for the confidential volume`), null, { hearingId: entry.data.hearingId, version: entry.data.version, fileId: entry.data.fileId }, ['N2', 'N-form']);
    case 'recusal-asked':
    case 'recusal-decided':
    case 'replacement-asked':
    case 'bench-changed':
    case 'assessor-invited':
    case 'assessor-answered':
    case 'task-reassigned':
    case 'person-invited':
    case 'invitation-ended':
    case 'representative-asked':
    case 'representative-refused':
    case 'participant-joined':
    case 'participant-left':
      return wordPeople(entry, names);
    case 'step-parked':
      return said(words(`系统步骤失败，等待处理：${wordsOfStep(entry.data.step).title.zh}`, `A step failed and waits: ${wordsOfStep(entry.data.step).title.en}`), null, { step: entry.data.step, error: entry.data.error, taskId: entry.data.taskId });
    case 'step-repaired': {
      const { zh, en } = repairWords[entry.data.how];
      const { title } = wordsOfStep(entry.data.step);
      const { step, how, reason, confirmedBy, changes } = entry.data;
      return said(words(`处理失败步骤：${title.zh}（${zh}）`, `Failed step handled: ${title.en} (${en})`), names.person(entry.data.by), {
        step, how, ...(reason === undefined ? {} : { reason }), ...(confirmedBy === undefined ? {} : { confirmedBy: names.person(confirmedBy) }), ...(changes === undefined ? {} : { changes }),
      });
    }
    case 'repair-not-confirmed': {
      const { step, how, end, reason } = entry.data;
      const { title } = wordsOfStep(step);
      const [zh, en] = [repairWords[how].zh, repairWords[how].en];
      return said(end === 'refused' ? words(`不同意${zh}：${title.zh}`, `Refused to have it ${en}: ${title.en}`) : words(`撤回${zh}：${title.zh}`, `Taken back, not ${en}: ${title.en}`),
        names.person(entry.data.by), { step, how, end, ...(reason === undefined ? {} : { reason }) });
    }
    case 'workflow-reset': {
      const { afterSeq, reason, confirmedBy, keepSignals, keepUpdates } = entry.data;
      return said(words(`工作流重置：自第${afterSeq}条记录之后重新开始`, `Workflow reset: begun again after entry ${afterSeq}`), names.person(entry.data.by),
        { afterSeq, reason, confirmedBy: names.person(confirmedBy), keepSignals, keepUpdates });
    }
    case 'clock-moved':
      return said(words('演示法院的时钟被拨快', 'The clock of the demonstration court was moved'), names.person(entry.data.by), { offsetMs: entry.data.offsetMs });
    case 'happened':
    case 'happening-decided':
    case 'facts-changed':
    case 'ruling-issued':
    case 'case-suspended':
    case 'case-resumed':
    case 'participant-succeeded':
      return wordHappening(entry, names);
    case 'archive-sealed':
      return said(words('卷宗归档并封存', 'Archived and sealed'), null, { mainVolume: entry.data.mainVolume, confidentialVolume: entry.data.confidentialVolume, disc: entry.data.disc }, ['G10', 'N1']);
    case 'case-closed': {
      const { zh, en } = closedWords[entry.data.how];
      return said(words(`结束：${zh}`, `Closed: ${en}`), null, { how: entry.data.how, reason: entry.data.reason ?? null }, entry.data.articles);
    }
  }
}

function wordRecheck({ change, hearingId, holds, provisional, problem, articles }: EntryData['dates-rechecked']): Wording {
  const what = change.what === 'year-published'
    ? words(`${change.year}年放假安排已公布`, `The holidays of ${change.year} are published`)
    : change.what === 'closing-day-added' ? words(`本院${change.day}休息`, `The court closes on ${change.day}`) : words(`本院${change.day}不再休息`, `The court no longer closes on ${change.day}`);
  const outcome = hearingId === undefined ? words('没有待开的庭', 'no hearing is booked')
    : holds ? words(provisional ? '开庭日期不变（仍按暂定日历）' : '开庭日期不变', provisional ? 'the date holds (by a provisional calendar still)' : 'the date holds')
      : words(`开庭日期不再符合：${problem?.message.zh ?? ''}`, `the date no longer holds: ${problem?.message.en ?? ''}`);
  return said(words(`日历变动，重新核对日期：${what.zh}；${outcome.zh}`, `Calendar changed, dates looked at again: ${what.en}; ${outcome.en}`), null, { change, ...(hearingId === undefined ? {} : { hearingId, holds }) }, articles);
}

/** A refused attempt as the manager's history says it. `code` is the rule's or the error's. */
export function wordRefusedAttempt(attempt: { operation: string; code: string; subject: string | null; detail: unknown }): Pick<Wording, 'title' | 'detail' | 'articles'> {
  const told = attempt.detail as { message?: Words; articles?: string[] } | null;
  return {
    title: words(`被拒绝的操作：${attempt.operation}${told?.message ? `（${told.message.zh}）` : ''}`, `Refused attempt: ${attempt.operation}${told?.message ? ` (${told.message.en})` : ''}`),
    detail: { operation: attempt.operation, code: attempt.code, subject: attempt.subject },
    articles: told?.articles ?? [],
  };
}

/** Who looked at what (G10). */
export function wordViewing(what: string, how: 'view' | 'download' = 'view'): Words {
  const known = viewingWords[what] ?? words(`查阅：${what}`, `Viewed: ${what}`);
  return how === 'view' ? known : words(`${known.zh}（下载）`, `${known.en} (downloaded)`);
}

const viewingWords: Record<string, Words | undefined> = {
  history: words('查阅案件全部记录', 'Viewed the history of the case'),
  recording: words('查阅录音录像', 'Viewed a recording'),
  'recording-access': words('查阅准许提供的录音录像', 'Viewed the recording to which access was granted'),
  'recording-extract': words('查阅录音录像摘录', 'Viewed an extract of a recording'),
  disc: words('查阅光盘', 'Viewed the disc'),
  case: words('查阅案件', 'Viewed the case'),
  task: words('查阅任务', 'Viewed a task'),
  hearing: words('查阅庭审', 'Viewed a hearing'),
  transcript: words('查阅笔录', 'Viewed a transcript'),
  'recording-page': words('打开录音录像页面', 'Opened the page of a recording'),
  'livestream-approval-page': words('查阅直播审批', 'Viewed the approval of a livestream'),
  'livestream-approval': words('查阅直播审批表', 'Viewed the form of a livestream'),
  'archive-confidential': words('查阅副卷', 'Viewed the confidential volume'),
  'workflow-event': words('查阅工作流事件', 'Viewed an event of a workflow'),
  audit: words('核对案件记录', 'Audited the record of the case'),
  statistics: words('查阅统计所列案件', 'Listed among the cases of a statistic'),
};
/** A message of the effect ledger: to whom, and what came of it. */
export function wordMessage(to: string, state: 'intended' | 'done' | 'ambiguous' | 'failed'): Words {
  const { zh, en } = messageStateWords[state];
  return words(`短信发送给${to}：${zh}`, `SMS to ${to}: ${en}`);
}
const messageStateWords = {
  intended: words('正在发送', 'being sent'), done: words('已发送', 'sent'), failed: words('发送失败', 'not sent'),
  // It may or may not have gone out: said as such, never repeated blindly.
  ambiguous: words('是否发出不明', 'not known whether it went out'),
} as const;

/** What was decided, and where the title alone leaves it open, how. */
function decisionTitle(what: string, value: unknown): Words {
  const title = decisionWords[what] ?? words(`作出决定：${what}`, `Decided: ${what}`);
  const { decision, ruling } = (value ?? {}) as { decision?: unknown; ruling?: unknown };
  const how = what === 'replacement' ? replacementWords[String(decision)] : what === 'assessor-seat' ? seatWords[String(decision)] : what === 'departure-ruled' ? rulingWords[ruling as RulingCode] : undefined;
  return how ? words(`${title.zh}：${how.zh}`, `${title.en}: ${how.en}`) : title;
}
const seatWords: Record<string, Words> = { judge: words('由法官补足', 'by a judge'), again: words('再次抽取', 'drawn again') };
const replacementWords: Record<string, Words> = { replace: words('更换', 'changed'), keep: words('不更换', 'not changed') };

const decisionWords: Record<string, Words | undefined> = {
  scope: words('审查是否适用在线审理', 'Scope of online hearings decided'),
  replacement: words('决定是否更换审判人员、书记员', 'Change of judge or clerk decided'),
  'assessor-seat': words('决定合议庭如何补足', 'How the panel is completed'),
  consent: words('撤回在线审理同意的处理', 'Decided on the withdrawal of consent'),
  'consent-explained': words('告知在线审理的环节、效力和权利', 'Explained: what an online hearing is, its effect, the rights'),
  composition: words('确定适用程序和审判组织', 'Procedure and composition of the court decided'),
  'departure-ruled': words('裁决离线的后果', 'Ruling on a departure'),
  'cause-of-interruption': words('核实中断原因', 'Cause of the interruption established'),
  'mediation-not-reached': words('调解未达成协议，案件继续审理', 'No mediation agreement: the case goes on'),
  'mediation-effective': words('调解协议生效', 'The mediation agreement has taken effect'),
  'document-not-made': words('文书未能制作', 'A document could not be made'),
  'reviewer-recused': words('立案审查人员回避，由其他人员审查', 'The reviewing clerk recused; a colleague reviews the filing'),
  'archive-not-supplemented': words('归档后制作的摘录未能装入补充卷', 'The extract made after archiving could not be filed in a supplement'),
  'recording-extract-not-made': words('录音录像摘录未能制作', 'The extract of the recording could not be made'),
  'date-kept': words('日历变动后维持原开庭日期', 'The date is kept although the calendar changed'),
  'recording-not-composed': words('录音录像未能合成', 'The recording could not be composed'),
};
const provenWords = {
  confirmed: words('本人确认收悉通知', 'confirmed the notice'), phone: words('电话告知收悉', 'told by phone'), waived: words('法官决定免除收悉证明', 'proof waived by the judge'),
} as const;
const roomWords = {
  provisioned: words('在线法庭已就绪', 'The online courtroom is ready'), closed: words('在线法庭已关闭', 'The online courtroom is closed'),
  recording: words('开始录音录像', 'Recording started'), 'recording-stopped': words('停止录音录像', 'Recording stopped'),
} as const;
const interruptionEndWords = { returned: words('已返回', 'returned'), resumed: words('恢复审理', 'resumed'), adjourned: words('延期审理', 'adjourned') } as const;
const hearingEndWords = {
  ended: words('闭庭', 'The hearing ended'), adjourned: words('延期审理', 'The hearing was adjourned'), withdrawn: words('因撤诉终止庭审', 'The hearing ended: action withdrawn'),
} as const;
const repairWords = {
  retry: words('重试', 'retried'), retryWith: words('修改后重试', 'retried with corrected input'), skip: words('跳过', 'skipped'), fail: words('置为失败', 'failed'),
} as const;

function assignedTo(assignee: { role: string; personId?: string; participantId?: string }, names: Names): Record<string, unknown> {
  return { role: assignee.role, ...(assignee.personId ? { assignee: names.person(assignee.personId) } : {}), ...(assignee.participantId ? { about: names.participant(assignee.participantId) } : {}) };
}
