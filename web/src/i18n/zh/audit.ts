/** Words of the supervision pages: history, audit, looks, statistics. */
export const audit = {
  nav: { cases: '全部案件', statistics: '统计', looks: '查阅监督', history: '完整经过', audit: '核对记录', label: '监督' },
  onRecord: '查看本页也会留下记录。',
  source: { journal: '案件记录', commands: '命令', refusals: '被拒绝的操作', claims: '领取', messages: '短信', media: '媒体事件', looks: '查阅', workflow: '工作流' },
  filter: { sources: '来源', person: '人员', article: '依据条文', kind: '种类', from: '起', to: '止', about: '编号', refused: '只看被拒绝的', clear: '清除条件', any: '不限' },
  entries: '共 {{count}} 条', shown: '已显示 {{count}} 条', more: '更早的记录', none: '没有符合条件的记录。', court: '法庭时间 {{time}}', system: '系统', unread: '以下工作流的历史现在读不到：{{streams}}',
  detail: '内容', related: '相关编号', relatedHint: '点选编号，只看带有同一编号的记录', task: '打开任务', moment: '录音录像 {{clock}}', event: '工作流事件 #{{id}}', attributes: '事件内容（已用本院密钥解开）', reading: '正在读取…', exported: '来自导出的历史',
  check: {
    explained: '把案件记录同哈希链、签章锚点、工作流系统自身的历史逐条比对，把各数据表同案件记录比对，把命令同工作流接受的更新和本院密钥的封记比对。只读取，不改动。',
    start: '开始核对', fromExport: '用导出的历史核对', running: '正在核对', again: '再次核对', whole: '记录完整：没有发现差异。', differs: '发现 {{count}} 处差异', stopped: '核对中断，请重新开始。', failed: '核对未能完成', earlier: '以往的核对', by: '{{name}} · {{time}}', noEarlier: '还没有核对过。',
    step: { anchors: '读取锚点', journals: '比对案件记录和工作流历史', commands: '核对命令的封记', tables: '比对数据表' }, progress: '{{step}}（{{done}}/{{of}}）',
    source: { live: '工作流服务器', export: '导出的历史', both: '导出的历史和服务器' }, stream: '工作流', count: '记录条数', events: '事件数', anchors: '锚点', history: '历史', state: { complete: '完整', partly: '不完整', gone: '没有' },
    commands: '命令 {{count}} 条，其中 {{sealed}} 条有封记', anchored: '锚点截至 {{time}}', notAnchored: '还没有锚点', exports: '{{streams}} 个工作流中已导出 {{exported}} 个', expected: '应为', found: '实为', nothing: '无', subject: '编号',
    result: { whole: '完整', differs: '{{count}} 处差异', running: '进行中', failed: '未完成', stopped: '中断' },
    reset: { title: '工作流曾经重置（第{{seq}}条记录）', by: '{{by}}提出，{{confirmedBy}}复核：', compared: '第{{which}}条由重置前的运行写入，已与该运行的历史比对。', uncompared: '第{{which}}条由重置前的运行写入；该运行的历史已不在，只核对了哈希链和锚点。' },
    uncovered: '不比对：任务由谁领取、命令发送过几次、命令最后一个锚点之后连同计数一起删除的部分。',
    kind: {
      gap: '编号缺失或者重复', 'chain-broken': '哈希不相符', 'head-differs': '末尾记录不相符', 'entry-differs': '与工作流所写不同', 'entry-missing': '工作流写过，数据库没有', 'entry-foreign': '数据库有，工作流没有写过', 'written-at-another-time': '写入时间不相符',
      'command-differs': '命令与工作流接受的不同', 'command-missing': '工作流接受过的命令不见了', 'command-foreign': '工作流没有接受过的命令', 'command-unsealed': '命令没有封记', 'command-forged': '命令与封记不符', 'command-gap': '人员的命令编号有缺', 'claim-forged': '任务的认领与封记不符',
      'anchor-differs': '与锚点不符', 'anchor-broken': '锚点缺失或者不是本院签章', 'export-broken': '导出的历史不是原来的文件', table: '数据表与案件记录不同',
    },
  },
  looks: {
    title: '查阅监督', lead: '谁在什么时候、以什么身份看了什么。', who: '人员', what: '内容', at: '时间', case: '案件', why: '准许依据', unknown: '未记录', staffOnly: '只看本院人员', none: '没有符合条件的查阅。', more: '更早的查阅',
  },
  statistics: {
    title: '统计', lead: '点选任何数字，列出它的案件。', from: '起', to: '止', csv: '导出表格', pdf: '导出 PDF', making: '正在生成…', table: '数据表', none: '这一期间没有数据。', cases: '{{title}} · {{key}}：{{count}}件', open: '打开案件', close: '收起', total: '合计', item: '项目', count: '数量', caseCount: '案件数', days: '平均（天）', longest: '最长（天）', seconds: '平均（秒）', longestSeconds: '最长（秒）', value: '数值', now: '按现在', period: '按期间',
  },
} as const;
