/** How the history says an event of Temporal's: what the workflow machine did, for people who audit it. */
import type { RawMediaEventKind } from '#domain/hearing/raw-media-event.ts';
import type { Words } from '#domain/law/ruled.ts';

const words = (zh: string, en: string): Words => ({ zh, en });

/** By the name of the event's attributes in Temporal's own JSON, without the ending. */
const eventWords = {
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
  workflowExecutionUpdateAdmitted: words('重置后再次交付命令', 'Update given once more after a reset'),
  workflowExecutionUpdateRejected: words('命令被拒绝', 'Update rejected'),
  workflowExecutionCancelRequested: words('请求取消工作流', 'Cancellation asked for'),
  workflowExecutionOptionsUpdated: words('更改工作流运行选项', 'Options of the workflow changed'),
  workflowExecutionPaused: words('工作流暂停', 'Workflow paused'),
  workflowExecutionUnpaused: words('工作流继续', 'Workflow goes on'),
  workflowExecutionTimeSkippingTransitioned: words('测试时钟跳转', 'Test clock skipped on'),
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
  activityTaskCancelRequested: words('请求取消执行', 'Cancellation of an activity asked for'),
  activityPropertiesModifiedExternally: words('从外部更改执行属性', 'Properties of an activity changed from outside'),
  timerStarted: words('开始计时', 'Timer started'),
  timerFired: words('计时届满', 'Timer fired'),
  timerCanceled: words('取消计时', 'Timer cancelled'),
  startChildWorkflowExecutionInitiated: words('准备启动子工作流', 'Child workflow asked for'),
  childWorkflowExecutionStarted: words('子工作流开始', 'Child workflow started'),
  childWorkflowExecutionCompleted: words('子工作流结束', 'Child workflow ended'),
  startChildWorkflowExecutionFailed: words('子工作流未能启动', 'Child workflow could not be started'),
  childWorkflowExecutionFailed: words('子工作流失败', 'Child workflow failed'),
  childWorkflowExecutionCanceled: words('子工作流取消', 'Child workflow cancelled'),
  childWorkflowExecutionTimedOut: words('子工作流超时', 'Child workflow timed out'),
  childWorkflowExecutionTerminated: words('子工作流被终止', 'Child workflow terminated'),
  requestCancelExternalWorkflowExecutionInitiated: words('准备请求取消另一工作流', 'Cancellation of another workflow asked for'),
  requestCancelExternalWorkflowExecutionFailed: words('未能请求取消另一工作流', 'Cancellation of another workflow not delivered'),
  externalWorkflowExecutionCancelRequested: words('已请求取消另一工作流', 'Cancellation of another workflow delivered'),
  signalExternalWorkflowExecutionInitiated: words('准备发出信号', 'Signal to another workflow asked for'),
  externalWorkflowExecutionSignaled: words('信号已送达', 'Signal delivered to another workflow'),
  signalExternalWorkflowExecutionFailed: words('信号未送达', 'Signal not delivered'),
  markerRecorded: words('记录标记', 'Marker recorded'),
  upsertWorkflowSearchAttributes: words('更新检索属性', 'Search attributes written'),
  workflowPropertiesModified: words('更新工作流属性', 'Properties written'),
  workflowPropertiesModifiedExternally: words('从外部更改工作流属性', 'Properties changed from outside'),
  nexusOperationScheduled: words('安排外部操作', 'Nexus operation scheduled'),
  nexusOperationStarted: words('外部操作开始', 'Nexus operation started'),
  nexusOperationCompleted: words('外部操作完成', 'Nexus operation completed'),
  nexusOperationFailed: words('外部操作失败', 'Nexus operation failed'),
  nexusOperationCanceled: words('外部操作取消', 'Nexus operation cancelled'),
  nexusOperationTimedOut: words('外部操作超时', 'Nexus operation timed out'),
  nexusOperationCancelRequested: words('请求取消外部操作', 'Cancellation of a Nexus operation asked for'),
  nexusOperationCancelRequestCompleted: words('取消外部操作的请求已送达', 'Cancellation of a Nexus operation delivered'),
  nexusOperationCancelRequestFailed: words('取消外部操作的请求未送达', 'Cancellation of a Nexus operation not delivered'),
} satisfies Record<string, Words>;

/** The events that have words: all that Temporal's histories know (adapters/temporal/event-rows.ts compares them). */
export type WordedEvent = keyof typeof eventWords;

/** One that a newer server wrote is told with its own name, never left out. */
export const wordEvent = (type: string): Words =>
  (Object.hasOwn(eventWords, type) ? eventWords[type as WordedEvent] : words(`工作流事件（${type}）`, `Workflow event (${type})`));

/** The machine's own steps between two things that mean something. */
export const isMachinery = (type: string): boolean => type.startsWith('workflowTask') || type === 'activityTaskStarted' || type === 'markerRecorded';

/** A raw event of the media server or of a page, as the room's evidence. */
const mediaWords: Record<RawMediaEventKind, Words> = {
  'server-started': words('媒体服务器启动', 'Media server started'),
  'server-stopped': words('媒体服务器停止', 'Media server stopped'),
  'transport-connected': words('连接建立', 'Connection made'),
  'transport-disconnected': words('连接断开', 'Connection lost'),
  'session-created': words('会话建立', 'Session begun'),
  'session-claimed': words('会话恢复', 'Session taken up again'),
  'session-timeout': words('会话超时', 'Session timed out'),
  'session-destroyed': words('会话结束', 'Session ended'),
  'handle-attached': words('接入法庭房间', 'Attached to the room'),
  'handle-detached': words('断开法庭房间', 'Detached from the room'),
  'webrtc-up': words('音视频连通', 'Sound and picture connected'),
  'webrtc-hangup': words('音视频挂断', 'Sound and picture hung up'),
  'ice-state': words('网络路径变化', 'Network path changed'),
  'media-receiving': words('音视频数据到达或者中断', 'Media arriving or not'),
  'slow-link': words('网络丢包', 'Packets lost'),
  joined: words('进入房间', 'Entered the room'),
  published: words('开始发送音视频', 'Began to send'),
  unpublished: words('停止发送音视频', 'Stopped sending'),
  leaving: words('离开房间', 'Left the room'),
  kicked: words('被移出房间', 'Put out of the room'),
  'client-ping': words('页面在线', 'The page is alive'),
  'leave-pressed': words('本人点击离开', 'The person pressed leave'),
  'page-closed': words('页面关闭', 'The page was closed'),
  'page-hidden': words('页面转入后台', 'The page went out of sight'),
  'page-visible': words('页面回到前台', 'The page is in sight again'),
  'media-switched': words('本人开关摄像头或者麦克风', 'Camera or microphone switched'),
  'device-lost': words('设备断开', 'Device lost'),
  'device-restored': words('设备恢复', 'Device back'),
  'client-ice-state': words('页面所见网络路径变化', 'Network path as the page saw it'),
};

export const wordMediaEvent = (kind: string): Words => {
  const { zh, en } = Object.hasOwn(mediaWords, kind) ? mediaWords[kind as RawMediaEventKind] : words(kind, kind);
  return words(`媒体事件：${zh}`, `Media event: ${en}`);
};
