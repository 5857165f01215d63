/** Failed steps, as operations repair them. */
export const repairs = {
  title: '失败的步骤（{{count}}）', none: '没有失败的步骤。', shown: '仅显示最早的 {{count}} 个，处理后显示其余。',
  group: '{{steps}} 个步骤，{{cases}} 件案件', first: '最早', last: '最近', step: '步骤', error: '错误', case: '案件', attempts: '尝试', attemptsOf: '{{attempts}} 次，停下 {{times}} 回', since: '停下时间',
  noNumber: '未编号', irreversible: '不可撤回', ambiguousMark: '结果不明',
  does: '该步骤做什么', repeated: '再次执行时', without: '没有它时', effects: '台账已知的外部操作', noEffects: '台账没有记录：尚未向外发出。', noLedger: '该步骤不经台账。',
  effect: { intended: '准备发出，结果未回', done: '已完成', ambiguous: '结果不明', failed: '失败' },
  choose: '选择{{number}}', chooseAll: '全选', chosen: '已选 {{count}} 个', open: '查看和处理', close: '收起', repairOne: '处理该步骤', input: '输入', fullError: '完整错误',
  action: { retry: '重试', skip: '跳过', fail: '置为失败' }, reason: '理由', reasonMissing: '请写明理由，至少两个字。',
  asksSecond: '跳过和置为失败须由另一名运维人员复核，复核前步骤保持原状。', send: '对所选 {{count}} 个执行：{{action}}',
  changes: '所作修改', noChanges: '尚未修改。', field: '字段', before: '原值', after: '新值', added: '（新增）', removed: '（删除）', unfit: '输入不符合要求',
  bulk: {
    title: '批量处理', progress: '已处理 {{done}} / {{total}}，', sent: '成功 {{count}} 个。', failed: '未成功 {{count}} 个：', stop: '停止', stopped: '已停止，其余未处理。', close: '关闭报告', working: '正在处理…',
    afterRetry: '重试后仍失败的步骤会再次出现在上面的列表中。', afterAsk: '已提出，等待另一名运维人员复核。', afterConfirm: '已复核。',
  },
  confirmations: {
    title: '等待复核（{{count}}）', explained: '一人提出，另一人复核。提出人只能撤回。', asked: '{{name}}提出{{action}}', action: { skip: '跳过', fail: '置为失败' }, why: '理由',
    confirm: '同意所选', refuse: '不同意所选', takeBack: '撤回所选', refuseReason: '不同意的理由', mineOnly: '所选均由您提出，只能撤回。', mixed: '所选中有您提出的，只能撤回；请分别选择。', mine: '本人提出', others: '待您复核',
  },
  ambiguous: {
    title: '结果不明的外部操作（{{count}}）', explained: '服务方超时或者无法答复，本院不知道是否已经发生。系统不会自行重发。', ask: '询问服务方', asking: '正在询问…', key: '编号', at: '时间',
    answer: {
      sent: '服务方答复：已于 {{at}} 发出。', delivered: '服务方答复：已于 {{at}} 发出，{{delivered}} 送达。', unknown: '服务方答复：从未收到该编号。', unreachable: '现在无法询问服务方：{{detail}}', notAsked: '该操作没有可以询问的服务方。',
    },
    follows: {
      sent: '重试：台账记为已完成，不会再发。跳过：当作没有发出，尽管已经发出。', unknown: '重试：以同一编号发出一次。跳过：不发，案件照此继续。', unreachable: '重试：先询问服务方，仍无法答复时保持结果不明，不会重发。跳过：不论是否发出，案件当作没有发出。', notAsked: '重试：先按台账核对，再以同一编号执行。',
    },
    waits: '等待它的步骤', noStep: '没有步骤因此停下。',
  },
  handbook: {
    title: '怎么办', chapter: '运维手册：{{chapter}}', failed: '失败的步骤', ambiguous: '结果不明的外部操作',
    failedLines: '先看错误：原因已排除，选择整组并重试。输入有误，打开该步骤修改后重试，只能填写编号和法律事实，不得填写姓名。案件没有它也能继续时跳过；不能继续时置为失败，案件转为线下办理。跳过和置为失败须另一人复核。',
    ambiguousLines: '先询问服务方。已发出：重试，台账记为完成，不会重发。未收到：重试，以同一编号发出一次。无法询问：等服务方恢复，不要跳过。',
  },
} as const;
