/**
 * What each kind of journal entry is called, without the particulars of one entry, and to which part of the court's work it
 * belongs: for lists to choose from. The full sentence of an entry is in `wording.ts`.
 */
import type { EntryKind } from '#domain/journal/entries.ts';
import type { Words } from '#domain/law/ruled.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

/** In the order in which a list shows them. */
export const entryAreas = ['course', 'filing', 'tasks', 'evidence', 'scheduling', 'hearing', 'transcript', 'documents', 'recordings', 'livestream', 'people', 'archive', 'system'] as const;
export type EntryArea = (typeof entryAreas)[number];

export const entryAreaWords: Record<EntryArea, Words> = {
  course: words('案件进程', 'Course of the case'), filing: words('立案', 'Filing'), tasks: words('任务', 'Tasks'), evidence: words('证据', 'Evidence'),
  scheduling: words('排期与通知', 'Scheduling and notice'), hearing: words('庭审', 'Hearing'), transcript: words('笔录', 'Transcript'),
  documents: words('文书与送达', 'Documents and service'), recordings: words('录音录像', 'Recordings'), livestream: words('庭审直播', 'Livestream'),
  people: words('人员', 'People'), archive: words('归档', 'Archive'), system: words('系统', 'System'),
};

const of = (area: EntryArea, zh: string, en: string): { area: EntryArea; words: Words } => ({ area, words: words(zh, en) });

/** Every kind; a new one does not compile until it has its words. */
export const entryKindWords: Record<EntryKind, { area: EntryArea; words: Words }> = {
  'stage-entered': of('course', '进入阶段', 'Stage begun'),
  'stage-ended': of('course', '阶段结束', 'Stage ended'),
  decision: of('course', '决定', 'Decision'),
  happened: of('course', '告知法院的情形', 'Told to the court'),
  'happening-decided': of('course', '对所告知情形的处理', 'Decided on what was told'),
  'facts-changed': of('course', '案件事实变更', 'Facts of the case changed'),
  'case-suspended': of('course', '中止诉讼', 'Proceedings suspended'),
  'case-resumed': of('course', '恢复诉讼', 'Proceedings resumed'),
  'case-closed': of('course', '案件结束', 'Case closed'),
  'case-filed': of('filing', '网上提交立案材料', 'Filed online'),
  'filing-corrected': of('filing', '补正立案信息', 'Filing corrected'),
  'case-accepted': of('filing', '受理立案', 'Case accepted'),
  'acceptance-issued': of('filing', '发出受理案件通知书', 'Notice of acceptance sent'),
  'task-opened': of('tasks', '产生待办', 'To do'),
  'task-completed': of('tasks', '任务完成', 'Done'),
  'task-overdue': of('tasks', '任务逾期', 'Overdue'),
  'task-withdrawn': of('tasks', '撤回待办', 'Taken back'),
  'task-refused': of('tasks', '任务未予办理', 'Answer refused'),
  'task-reassigned': of('tasks', '任务转交', 'Handed on'),
  'due-moved': of('tasks', '期限顺延', 'Due day moved on'),
  'evidence-submitted': of('evidence', '提交证据', 'Evidence submitted'),
  'evidence-changed': of('evidence', '证据变更', 'Evidence changed'),
  'evidence-period': of('evidence', '举证期限', 'Time for evidence'),
  'hearing-scheduled': of('scheduling', '排期', 'Hearing scheduled'),
  'unavailable-weighed': of('scheduling', '考虑不能到庭的日期', 'Unavailable days weighed'),
  'hearing-cancelled': of('scheduling', '取消排期', 'Hearing cancelled'),
  'hearing-moved': of('scheduling', '开庭改期', 'Hearing moved'),
  'dates-rechecked': of('scheduling', '日历变动后核对日期', 'Dates looked at again'),
  'self-tested': of('scheduling', '设备测试', 'Device tested'),
  'notice-issued': of('scheduling', '发出开庭通知', 'Notice sent'),
  'notice-proven': of('scheduling', '通知已收悉', 'Notice proven'),
  'hearing-phase': of('hearing', '庭审环节', 'Phase of the hearing'),
  'hearing-room': of('hearing', '法庭房间', 'The room'),
  'presence-changed': of('hearing', '在线、离线', 'Present or gone'),
  'interruption-opened': of('hearing', '庭审中断', 'Hearing interrupted'),
  'interruption-ended': of('hearing', '中断结束', 'Interruption over'),
  'hearing-ended': of('hearing', '庭审结束', 'Hearing ended'),
  'transcript-frozen': of('transcript', '笔录固定', 'Transcript fixed'),
  'transcript-reopened': of('transcript', '笔录修改', 'Transcript amended'),
  'transcript-signed': of('transcript', '签署笔录', 'Transcript signed'),
  'signature-refused': of('transcript', '未签署笔录', 'Transcript not signed'),
  'session-document': of('documents', '制作庭审文书', 'Document of a session'),
  'document-served': of('documents', '文书送达', 'Document served'),
  'ruling-issued': of('documents', '发出裁定书', 'Ruling sent'),
  'recording-composed': of('recordings', '录音录像合成', 'Recording composed'),
  'recordings-requested': of('recordings', '申请查阅、复制录音录像', 'Access to a recording applied for'),
  'recordings-decided': of('recordings', '决定是否准许查阅、复制', 'Access to a recording decided'),
  'recordings-ready': of('recordings', '提供录音录像', 'Recording given'),
  'recordings-access-ended': of('recordings', '查阅期限届满', 'Access to a recording ended'),
  'recording-extract-asked': of('recordings', '要求摘录录音录像', 'Extract asked for'),
  'recording-extracted': of('recordings', '录音录像摘录制作', 'Extract made'),
  'livestream-intended': of('livestream', '拟进行庭审直播', 'Livestream intended'),
  'livestream-begun': of('livestream', '启动直播审批', 'Approval begun'),
  'livestream-screened': of('livestream', '直播筛查', 'Livestream screened'),
  'livestream-event': of('livestream', '直播审批步骤', 'Step of the approval'),
  'livestream-decided': of('livestream', '直播审批结果', 'Approval decided'),
  'livestream-notice-sent': of('livestream', '直播告知短信', 'SMS about the livestream'),
  'livestream-form-kept': of('livestream', '直播审批表入卷', 'Approval form kept'),
  'recusal-asked': of('people', '申请回避', 'Recusal asked for'),
  'recusal-decided': of('people', '回避决定', 'Recusal decided'),
  'replacement-asked': of('people', '请求更换审判人员、书记员', 'Replacement asked for'),
  'bench-changed': of('people', '审判人员、书记员变更', 'Bench changed'),
  'assessor-invited': of('people', '抽取并邀请人民陪审员', 'Assessor drawn and invited'),
  'assessor-answered': of('people', '人民陪审员答复是否参审', 'Assessor answered'),
  'person-invited': of('people', '邀请参加诉讼', 'Person invited'),
  'invitation-ended': of('people', '邀请未成', 'Invitation ended'),
  'representative-asked': of('people', '申请变更代理人', 'Change of agent asked for'),
  'representative-refused': of('people', '代理人变更未予确认', 'Change of agent refused'),
  'participant-joined': of('people', '参加诉讼', 'Participant joined'),
  'participant-left': of('people', '退出诉讼', 'Participant left'),
  'participant-succeeded': of('people', '承继诉讼', 'Participant succeeded'),
  'archive-sealed': of('archive', '卷宗归档并封存', 'Archived and sealed'),
  'archive-supplemented': of('archive', '归档后补充', 'Archive supplemented'),
  'signal-refused': of('system', '其他系统的消息被拒绝', 'Message of another system refused'),
  'step-parked': of('system', '步骤失败，等待处理', 'Failed step waits'),
  'step-repaired': of('system', '失败步骤已处理', 'Failed step handled'),
  'repair-not-confirmed': of('system', '处理方式未获复核', 'Repair not confirmed'),
  'workflow-reset': of('system', '工作流重置', 'Workflow reset'),
  'clock-moved': of('system', '演示法院时钟拨快', 'Demonstration clock moved'),
};

export const isEntryKind = (kind: string): kind is EntryKind => Object.hasOwn(entryKindWords, kind);
