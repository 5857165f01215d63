/** Words of the day's first page, of assignments, absences and what is overdue. */
export const home = {
  nav: { home: '今日', escalated: '逾期上报', absences: '离岗代理' },
  title: '今日工作',
  loading: '正在读取…',
  counts: '待办 {{open}} 项，逾期 {{overdue}} 项，本岗位待认领 {{roles}} 项',
  toQueue: '打开工作队列',
  next: {
    title: '下一步',
    interrupted: '{{number}}庭审中断：{{who}}离线', room: '{{number}}即将开庭，请进入法庭', task: '办理“{{task}}”：{{number}}',
    overdue: '“{{task}}”已逾期：{{number}}', reminded: '{{by}}催办“{{task}}”：{{number}}',
    waiting: '{{number}}还在等待其他人完成准备，暂无需您办理的事项', roles: '本岗位有 {{count}} 项任务待认领', nothing: '目前没有需要您办理的事项。',
    toRoom: '进入法庭', toTask: '去办理', toCase: '查看案件', toRoles: '查看本岗位任务',
  },
  hearings: {
    title: '近期庭审', none: '今后七天没有您的庭审。', today: '今天', tomorrow: '明天', opensIn: '{{span}}后开庭', opening: '到时间了', running: '进行中：{{phase}}', session: '第 {{number}} 次',
    instead: '代{{name}}', interrupted: '中断：{{who}}，{{cause}}，{{span}}', ready: '已就绪', missing: '还缺 {{count}} 项', room: '进入法庭',
    table: '{{number}}的准备情况', who: '参与人', courtroom: '法庭',
    what: { notice: '通知', deviceTest: '设备', identity: '身份', authority: '授权', courtroom: '法庭测试', technology: '技术测试' },
    proven: { confirmed: '本人确认', phone: '电话告知', waived: '免除证明' }, score: '{{score}} 分', verified: '已核对', tested: '已测试', notAgent: '不适用',
    waiting: '待完成', failed: '未通过', mend: '{{what}}：去办理', by: '由{{who}}办理',
  },
  due: {
    title: '逾期、今日到期和交办', none: '没有逾期或者今日到期的任务。', task: '事项', case: '案件', until: '期限', note: '说明', gone: '已处理', changes: '列表有变化：新增 {{fresh}} 项，已处理 {{gone}} 项。', putInOrder: '重新排列',
    instead: '代{{name}}办理', assigned: '{{by}}指派：{{reason}}', reminded: '{{by}}催办：{{note}}', personal: '限本人办理',
  },
  news: { title: '上次查看以来', since: '{{at}}以来，您的案件中他人的操作', none: '没有新的情况。', seen: '已看过', more: '更早的请在案件中查看。', noNumber: '未编号' },
  stands: { title: '您正在代理', until: '至 {{day}}', explained: '其任务列在“逾期、今日到期和交办”中，记录写明由您代为办理。依法限本人办理的，您可以查看，不能办理。' },
  deputy: { acting: '您正代{{name}}办理，记录中会写明。', personal: '您正代理{{name}}，但这项任务不能代办：{{reason}}' },
  assign: {
    open: '指派', change: '改派', title: '指派任务', to: '指派给', choose: '请选择', reason: '理由', submit: '指派', away: '{{name}}（不在岗）', person: '{{name}}，在办 {{count}} 项', none: '没有其他可指派的同事。',
    given: '{{by}}于 {{at}}指派给{{to}}：{{reason}}', takeBack: '收回', takeBackReason: '收回的理由', explained: '指派后显示为由其认领；本岗位其他同事仍可办理。指派人、时间和理由都会留下记录。', cancel: '取消',
  },
  escalated: {
    title: '逾期上报', explained: '任务逾期仍未办理的，自动上报一次。此处可以催办，也可以将未指定办理人的任务指派给同事；案件内容由承办人员办理。',
    none: '没有逾期上报的任务。', task: '事项', case: '案件', waits: '等待', since: '上报', due: '逾期', act: '处理', roleWaits: '本岗位任何人：{{role}}', about: '涉及{{who}}', remind: '催办', remindNote: '催办的话', remindSend: '发送催办',
    reminded: '{{by}}已催办（{{at}}）：{{note}}', remindedTo: '{{by}}已向{{to}}催办（{{at}}）：{{note}}', openTitle: '尚无人认领的任务', openNone: '没有尚无人认领的任务。',
  },
  absences: {
    title: '离岗代理', mine: '我的离岗和代理', others: '其他人员', none: '没有登记。', enter: '登记离岗',
    explained: '离岗期间，由同岗位的同事代为办理等待您的任务，记录写明由谁代谁办理；期满后自动恢复，也可以提前结束。',
    not: '依法不得代为办理的：', from: '从', until: '到', deputy: '代理人', reason: '事由', submit: '登记', end: '提前结束',
    column: { person: '离岗人', deputy: '代理人', time: '时间', reason: '事由', state: '状态' }, range: '{{from}}至{{until}}',
    state: { now: '离岗中', planned: '尚未开始', over: '已结束', ended: '已提前结束' }, noDeputies: '没有同岗位的同事可以代理。',
  },
} as const;
