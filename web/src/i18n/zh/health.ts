/** Words of the page of the court's health and of its handbook. */
export const health = {
  title: '运行状况', nav: '运行状况', asked: '{{time}}检查，每 5 秒更新一次', handbook: '运维手册', chapter: '手册中的说明',
  alarms: '警报（{{count}}）', well: '没有警报，一切正常。', severity: { critical: '严重', warning: '注意' }, since: '开始于', means: '含义', todo: '怎么办',
  seen: '{{name}}已知悉', see: '我已知悉', seeing: '正在提交…', measured: '测得', showMeans: '说明与处理',
  wedged: '卡住的流程', noWedged: '没有卡住的流程。', round: '共 {{open}} 个未结流程，本轮已检查 {{lookedAt}} 个。',
  workflow: '流程', type: '类型', attempts: '尝试次数', cause: '原因', build: '版本', worker: '工作进程', message: '错误',
  processes: '进程', process: '进程', host: '机器', queue: '任务队列', started: '启动', seenAgo: '最近消息', clock: '与数据库时差', temporalClock: '与流程引擎时差', disk: '磁盘剩余', unknown: '未知', noBuild: '未标明',
  queues: '任务队列', kind: '类型', kinds: { workflow: '流程', activity: '活动' }, backlog: '等待', oldest: '最早的已等待', rate: '每秒任务', pollers: '正在领取的进程', nobody: '没有进程',
  commands: '等待答复的操作（{{count}}）', noCommands: '没有。', operation: '操作', age: '已等待',
  behind: '尚未写入的记录', noBehind: '没有，页面与流程一致。',
  media: '媒体服务器', version: '版本', rooms: '庭审室', room: '庭审室', noRooms: '现在没有庭审室。', inRoom: '在场',
  seal: '法院电子印章', certificates: '证书', noCertificates: '没有可检查的证书。', ends: '到期', days: '剩余 {{count}} 天',
  seconds: '{{count}} 秒', milliseconds: '{{count}} 毫秒', gib: '{{free}} / {{total}} GiB', close: '返回运行状况', inEnglish: '手册为英文。',
} as const;
