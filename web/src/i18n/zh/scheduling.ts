/** Words of scheduling: the calendar, the court's closing days, moving and cancelling, notices, device tests. */
export const scheduling = {
  provisional: '暂定日历',
  provisionalWhy: '相关年度的放假安排尚未公布，日期按暂定日历确定，公布后重新核对。',
  slots: { earliest: '各方最早的共同时间', pickEarliest: '{{day}} {{time}}，{{room}}', week: '在周历中查看', noneFree: '近期没有各方都空闲的时间。' },
  change: {
    open: '改期或者取消', move: '改期', cancel: '取消本次开庭', what: '处理方式', reason: '理由', duration: '预计时长（分钟）', day: '日期', time: '开始时间', room: '法庭',
    moveExplained: '原时间立即释放，各方重新收到通知书和短信；通知期重新计算，原来的确认作废，庭前准备重新进行。', cancelExplained: '各方收到取消短信，案件回到排期。',
    doMove: '改期并通知各方', doCancel: '取消并通知各方', movedTo: '已改期，不再举行',
  },
  sms: { label: '短信', sending: '正在发送', sent: '已发送', delivered: '已送达', failed: '未送达', unknown: '是否发出不明', none: '未发短信', at: '{{what}}，{{time}}', note: '记录：{{note}}' },
  tests: { title: '设备测试', points: '{{score}} 分', passed: '符合条件', weak: '勉强可用', failed: '不符合条件', minus: '{{what}}（−{{points}}）', earlier: '共测试 {{count}} 次', none: '还没有测试' },
  calendar: {
    nav: '排期日历', title: '排期周历', week: '{{from}} 至 {{to}}', previous: '上一周', next: '下一周', today: '本周', caption: '各法庭一周的庭审和空闲时间', courtroom: '法庭',
    why: { workday: '工作日', makeUp: '调休上班', weekend: '休息日', holiday: '法定节假日', closing: '本院休息' },
    taken: '已占用', judge: '法官 {{name}}', clerk: '书记员 {{name}}', free: '排 {{time}}', freeAt: '在{{room}}排期：{{day}} {{time}}', none: '—',
    forCase: '正在为 {{number}} 排期：点选空闲时间。', back: '返回任务', days: '工作日和休息日', loading: '正在读取…',
    openCase: '{{number}}，{{cause}}',
  },
  closing: {
    title: '{{year}} 年工作日和本院休息日', previous: '上一年', next: '下一年', source: '放假安排依据', publishedNot: '{{year}} 年放假安排尚未公布：按法定节假日暂定，调休未知。公布后系统自动重新核对已排定的日期。',
    own: '本院休息日', none: '没有设置本院休息日。', day: '日期', reason: '理由', by: '设置', removed: '撤销', state: '状态', inForce: '有效', takenBack: '已撤销',
    add: '增加本院休息日', addDo: '增加', addExplained: '增加后，所有未结案件立即重新核对：期限届满日遇休息日的顺延，开庭日期不再符合的由书记员决定。', remove: '撤销 {{day}}', removeReason: '撤销理由', removeDo: '撤销',
    holidays: '放假', makeUp: '调休上班', range: '{{from}} 至 {{to}}', readOnly: '由管理人员设置。', week: '排期周历',
  },
  retest: { title: '测试设备', link: '再次测试设备', lead: '开庭前可以随时再次测试，每次结果都记入案卷。', channel: '您用什么参加庭审？', send: '提交测试结果', sending: '正在提交…', done: '已记入案卷：{{score}} 分，{{verdict}}。', help: '结果不符合条件，技术人员会联系您；您也可以调整后再次测试。', toCase: '返回案件', incomplete: '请先完成测试，并回答扬声器和场所两项。', last: '上次测试：{{score}} 分，{{verdict}}' },
  away: {
    title: '告知不能到庭的日期', lead: '请在排期前告知您不能到庭的日期和理由。书记员排期时会看到，尽量避开；日期由人民法院决定，告知不等于准许延期。', day: '日期', add: '再加一天', reason: '理由', send: '告知法院', sending: '正在提交…',
    named: '已告知的日期', none: '您还没有告知。', takeBack: '撤回 {{day}}', takeBackDo: '撤回', fillIn: '请填写日期和理由。', flag: '{{name}}告知不能到庭：{{reason}}', weighed: '当事人告知的日期供排期时斟酌，不当然约束法院。', toCase: '返回案件',
  },
  helpFacts: { test: '测试结果', found: '扣分' },
} as const;
