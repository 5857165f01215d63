/** Beginning a case's workflow again from a point of its history. */
export const resets = {
  title: '重置工作流', of: '案件 {{number}}', link: '重置该案工作流', back: '返回系统运维',
  explained: '重置用于修复工作流，不改变法院已经作出的行为：日志只增不减，已经发出的短信和文书由台账拦住，不会再发。', points: '从哪里重新开始', point: '第{{seq}}条记录之后', next: '原来接着记录了：', more: '另有 {{count}} 条', noPoints: '没有可选的点。', reading: '正在读取工作流的历史…',
  preview: '重置后会怎样', after: '该点之后的 {{count}} 条日志保留，并注明重置。', again: '将再次执行的步骤', held: '已有编号，台账拦住，不会发生第二次', notHeld: '使用新的编号', nothingAgain: '没有步骤需要再次执行。',
  updates: '该点之后收到的答复（{{count}}）', lost: '其待办将重新发出，须重新答复', taken: '会再次送达', signals: '该点之后收到的通知（{{count}}）', none: '没有。', kept: '再次送达', dropped: '不再送达', keepUpdates: '再次送达这些答复', keepSignals: '再次送达这些通知',
  reason: '理由', ask: '提出重置', asked: '已提出，等待另一名运维人员复核。', reasonMissing: '请写明理由，至少两个字。',
  find: '从案件开始重置', findHint: '案号或者工作流编号', choosePoint: '选择重置点', notFound: '没有这个案号或者工作流编号。', findFailed: '没有查到，请稍后再试。',
  list: '重置（{{count}}）', by: '{{name}}提出', state: { asked: '等待复核', takenBack: '已撤回', refused: '未同意', confirmed: '正在执行', done: '已重置' }, confirm: '同意并执行', refuse: '不同意', takeBack: '撤回', decided: '{{name}}决定',
} as const;
