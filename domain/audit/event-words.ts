/** How the history says an event of Temporal's: what the workflow machine did, for people who audit it. */
import type { Words } from '#domain/law/ruled.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

/** By the name of the event's attributes in Temporal's own JSON, without the ending. */
const eventWords: Record<string, Words | undefined> = {
  workflowExecutionStarted: words('工作流开始', 'Workflow started'),
  workflowExecutionCompleted: words('工作流结束', 'Workflow ended'),
  workflowExecutionFailed: words('工作流失败', 'Workflow failed'),
  workflowExecutionCanceled: words('工作流取消', 'Workflow cancelled'),
  workflowExecutionTerminated: words('工作流被终止', 'Workflow terminated'),
  workflowExecutionTimedOut: words('工作流超时', 'Workflow timed out'),
  workflowExecutionContinuedAsNew: words('工作流转入新的运行', 'Workflow went on in a new run'),
  workflowExecutionSignaled: words('收到信号', 'Signal received'),
  workflowExecutionUpdateAccepted: words('接受命令', 'Update accepted'),
  workflowExecutionUpdateCompleted: words('命令已答复', 'Update answered'),
  workflowTaskScheduled: words('工作流任务待办', 'Workflow task scheduled'),
  workflowTaskStarted: words('工作流任务开始', 'Workflow task started'),
  workflowTaskCompleted: words('工作流任务完成', 'Workflow task completed'),
  workflowTaskFailed: words('工作流任务失败', 'Workflow task failed'),
  workflowTaskTimedOut: words('工作流任务超时', 'Workflow task timed out'),
  activityTaskScheduled: words('安排执行', 'Activity scheduled'),
  activityTaskStarted: words('开始执行', 'Activity started'),
  activityTaskCompleted: words('执行完毕', 'Activity completed'),
  activityTaskFailed: words('执行失败', 'Activity failed'),
  activityTaskTimedOut: words('执行超时', 'Activity timed out'),
  activityTaskCanceled: words('执行取消', 'Activity cancelled'),
  timerStarted: words('开始计时', 'Timer started'),
  timerFired: words('计时届满', 'Timer fired'),
  timerCanceled: words('取消计时', 'Timer cancelled'),
  startChildWorkflowExecutionInitiated: words('准备启动子工作流', 'Child workflow asked for'),
  childWorkflowExecutionStarted: words('子工作流开始', 'Child workflow started'),
  childWorkflowExecutionCompleted: words('子工作流结束', 'Child workflow ended'),
  signalExternalWorkflowExecutionInitiated: words('准备发出信号', 'Signal to another workflow asked for'),
  externalWorkflowExecutionSignaled: words('信号已送达', 'Signal delivered to another workflow'),
  signalExternalWorkflowExecutionFailed: words('信号未送达', 'Signal not delivered'),
  markerRecorded: words('记录标记', 'Marker recorded'),
  upsertWorkflowSearchAttributes: words('更新检索属性', 'Search attributes written'),
  workflowPropertiesModified: words('更新工作流属性', 'Properties written'),
};

export const wordEvent = (type: string): Words => eventWords[type] ?? words('工作流事件', 'Workflow event');

/** The machine's own steps between two things that mean something. */
export const isMachinery = (type: string): boolean => type.startsWith('workflowTask') || type === 'activityTaskStarted' || type === 'markerRecorded';

/** A raw event of the media server or of a page, as the room's evidence. */
export const mediaEventWords: Words = words('媒体事件', 'Media event');
