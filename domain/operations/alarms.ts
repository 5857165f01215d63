/**
 * When operations must look, as data: each kind of alarm with its thresholds, what it means, what to do, and the chapter of
 * the handbook (docs/operations.md). What was measured becomes alarms here and nowhere else.
 */
import type { Words } from '#domain/law/ruled.ts';

export const severities = ['critical', 'warning'] as const;
export type Severity = (typeof severities)[number];

/** A measure is a warning from the one value on, critical from the other. `below`: the smaller, the worse. */
interface Threshold { warning: number | null; critical: number | null; unit: 'count' | 'seconds' | 'percent' | 'days' | 'milliseconds'; below?: true }

export interface AlarmRule { title: Words; means: Words; todo: Words; threshold: Threshold; /** Anchor in docs/operations.md. */ chapter: string }

export const alarmRules = {
  'part-away': {
    title: { zh: '组件无法访问', en: 'A part does not answer' },
    means: { zh: '系统连不上该组件。人们的操作会保留，等组件恢复后继续；在此之前部分页面不能用。', en: 'The part cannot be reached. What people do is kept and goes on when it is back; until then some pages do not work.' },
    todo: { zh: '查看该组件的日志；停了就重新启动，它会接着原来的进度。', en: 'Read the log of the part; if it has ended, start it again: it carries on where it was.' },
    threshold: { warning: null, critical: 1, unit: 'count' }, chapter: 'a-part-does-not-answer',
  },
  'workflow-wedged': {
    title: { zh: '案件流程卡住', en: 'A workflow is wedged' },
    means: { zh: '工作进程反复执行不了该流程的下一步，通常是新版本与已有历史不符，或者程序有错。案件不会丢失，但不再前进。', en: 'The worker fails at the next step of this workflow again and again: a new build does not fit the history, or there is a bug. Nothing is lost, but it does not move.' },
    todo: { zh: '按下方显示的版本回退到上一版本，或者发布修正后的版本；流程会自行继续。', en: 'Go back to the build before the one named, or bring one that is mended; the workflow goes on by itself.' },
    threshold: { warning: null, critical: 3, unit: 'count' }, chapter: 'a-wedged-workflow',
  },
  'no-worker': {
    title: { zh: '任务队列没有工作进程', en: 'Nobody works on a task queue' },
    means: { zh: '没有进程在领取该队列的任务：案件停在原处，人们的操作等待答复。', en: 'No process takes tasks from the queue: cases stand still and what people send waits.' },
    todo: { zh: '启动工作进程或媒体主机，查看其日志。', en: 'Start the worker or the media host, and read its log.' },
    threshold: { warning: null, critical: 1, unit: 'count' }, chapter: 'workers-and-task-queues',
  },
  'queue-backlog': {
    title: { zh: '任务队列积压', en: 'A task queue is behind' },
    means: { zh: '最早的任务已等待这么久：工作进程太少，或者被拖慢。', en: 'The oldest task has waited this long: there are too few workers, or something slows them down.' },
    todo: { zh: '增加工作进程；查看数据库、短信平台是否变慢。', en: 'Run more workers; look whether the database or the SMS platform is slow.' },
    threshold: { warning: 10, critical: 60, unit: 'seconds' }, chapter: 'workers-and-task-queues',
  },
  'builds-mixed': {
    title: { zh: '同时运行多个版本', en: 'Several builds run side by side' },
    means: { zh: '更新期间这是正常的；时间长了，走到新版本的案件会等待新版本的进程。', en: 'Right while a new build comes. For long it is not: a case that went the new way waits for a worker of the new build.' },
    todo: { zh: '停掉旧版本的工作进程。', en: 'End the workers of the old build.' },
    threshold: { warning: 2, critical: null, unit: 'count' }, chapter: 'before-a-new-build-goes-live',
  },
  'commands-pending': {
    title: { zh: '有操作未得到答复', en: 'Commands have no answer' },
    means: { zh: '有人提交的操作还没有被流程接受。系统会用同一编号反复发送，不会重复办理。', en: 'What somebody sent was not taken by its workflow yet. It is sent again under the same id, and nothing is done twice.' },
    todo: { zh: '先处理其他警报（流程卡住、没有工作进程、Temporal 无法访问），操作随后会自行完成。', en: 'See to the other alarms first (wedged, no worker, Temporal away); the commands then end by themselves.' },
    threshold: { warning: 15, critical: 120, unit: 'seconds' }, chapter: 'commands-without-an-answer',
  },
  'projection-behind': {
    title: { zh: '页面内容落后于流程', en: 'What people read is behind' },
    means: { zh: '流程已经作出的记录还没有写入数据库，人们看到的是旧状态。', en: 'A workflow has decided what the database does not have yet: people see an earlier state.' },
    todo: { zh: '查看数据库和工作进程；写入恢复后自动赶上，之后可用 npx kaiting reconcile 核对。', en: 'Look at the database and the workers. It catches up by itself; npx kaiting reconcile checks afterwards.' },
    threshold: { warning: 10, critical: 60, unit: 'seconds' }, chapter: 'what-people-read-is-behind',
  },
  'live-deaf': {
    title: { zh: '实时更新中断', en: 'Live changes are interrupted' },
    means: { zh: 'API 听不到数据库的变化通知，打开的页面不会自动更新。', en: 'The API does not hear of changes in the database: open pages do not follow.' },
    todo: { zh: '查看数据库的连接；API 会自行重新连接。', en: 'Look at the connections of the database; the API connects again by itself.' },
    threshold: { warning: null, critical: 1, unit: 'count' }, chapter: 'what-people-read-is-behind',
  },
  'media-host-silent': {
    title: { zh: '媒体主机没有消息', en: 'A media host is silent' },
    means: { zh: '该机器上的庭审室仍可通话，但出席情况不再记录，录像暂不收集。', en: 'Rooms on that machine go on, but presence is not noted and recordings are not collected.' },
    todo: { zh: '在 Janus 所在的机器上启动媒体主机；它会补读事件，恢复房间。', en: 'Start the media host on the machine of its Janus; it reads events again and restores rooms.' },
    threshold: { warning: 45, critical: 120, unit: 'seconds' }, chapter: 'janus-and-its-rooms',
  },
  'disk-full': {
    title: { zh: '磁盘空间不足', en: 'The disk is nearly full' },
    means: { zh: '数据文件夹所在磁盘剩余的比例。写满后录像中断，数据库停止写入。', en: 'What is free where the data folder lies. When it is full recordings break off and the database stops.' },
    todo: { zh: '扩充磁盘，或把日志和旧备份移走；不要删除 files、recordings、archives。', en: 'Make the disk larger, or move logs and old backups; never delete files, recordings or archives.' },
    threshold: { warning: 15, critical: 5, unit: 'percent', below: true }, chapter: 'disk',
  },
  'certificate-ends': {
    title: { zh: '证书即将到期', en: 'A certificate is about to end' },
    means: { zh: '到期后，印章不能再签署文书，或者浏览器拒绝连接。', en: 'When it has ended, the seal seals nothing any more, or browsers refuse to connect.' },
    todo: { zh: '向签发机构申请新证书，换上后重新启动。', en: 'Get a new one from its authority, put it in place, and start again.' },
    threshold: { warning: 30, critical: 7, unit: 'days', below: true }, chapter: 'certificates',
  },
  'clock-off': {
    title: { zh: '时钟不一致', en: 'A clock is off' },
    means: { zh: '各机器的时间相差过大：期限、出席记录和录像时间会不可靠。', en: 'The machines disagree about the time: limits, presence and the times of recordings cannot be relied on.' },
    todo: { zh: '检查该机器的 NTP 同步，修正后警报自行消失。', en: 'See to the time synchronisation (NTP) of that machine; the alarm ends by itself.' },
    threshold: { warning: 1_000, critical: 5_000, unit: 'milliseconds' }, chapter: 'clocks',
  },
  'effects-ambiguous': {
    title: { zh: '外部操作结果不明', en: 'Effects with an unknown result' },
    means: { zh: '发出的短信等可能成功也可能没有，系统不会自行重发。', en: 'Something was sent outside and may or may not have happened; nothing is repeated by itself.' },
    todo: { zh: '用编号向服务方查询，再决定重试或者跳过。', en: 'Ask the provider with its key, then retry or skip.' },
    threshold: { warning: 1, critical: null, unit: 'count' }, chapter: 'an-effect-that-may-or-may-not-have-happened',
  },
  'failed-steps': {
    title: { zh: '有失败的步骤', en: 'Failed steps wait' },
    means: { zh: '步骤多次失败后停下，其案件在等待处理。', en: 'Steps kept failing and parked; their cases wait.' },
    todo: { zh: '在“运维”页面逐一或批量处理。', en: 'Repair them on the page “Operations”, one by one or together.' },
    threshold: { warning: 1, critical: 25, unit: 'count' }, chapter: 'a-failed-step',
  },
} as const satisfies Record<string, AlarmRule>;

export type AlarmKind = keyof typeof alarmRules;
export const alarmKinds = Object.keys(alarmRules) as AlarmKind[];

/** One thing that was measured. `subject` and `technical` are what the machine calls it: English, no personal data. */
export interface Measure { kind: AlarmKind; subject: string; /** The subject in words, where it is no name. */ about?: Words; value: number; detail: Words; technical?: string }

export interface Alarm extends Measure { key: string; severity: Severity }

/** The alarms that the measures amount to, the worst first. */
export function alarmsOf(measures: readonly Measure[]): Alarm[] {
  return measures
    .flatMap((measure) => {
      const severity = severityOf(alarmRules[measure.kind].threshold, measure.value);
      return severity === null ? [] : [{ ...measure, severity, key: `${measure.kind}:${measure.subject}` }];
    })
    .sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity) || alarmKinds.indexOf(a.kind) - alarmKinds.indexOf(b.kind) || a.subject.localeCompare(b.subject));
}

function severityOf({ warning, critical, below }: Threshold, value: number): Severity | null {
  const reached = (limit: number | null) => limit !== null && (below ? value < limit : value >= limit);
  return reached(critical) ? 'critical' : reached(warning) ? 'warning' : null;
}
