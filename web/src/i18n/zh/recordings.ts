/** Words of the pages of recordings: the judge's and the party's. */
export const recordings = {
  title: '庭审录音录像', page: '录音录像', session: '第 {{number}} 次 · {{kind}}', back: '案件',
  download: '下载', downloadLogged: '每次查看、下载都会留下记录。', none: '本次庭审没有录音录像：没有宣布开庭。', composing: '录音录像正在合成，完成后可在此查看。',
  length: '时长', span: '起止', size: '大小', hash: 'SHA-256',
  marks: '时间轴', marksExplained: '点选即从该处播放。', noMarks: '没有标记。', kinds: { phase: '环节', pause: '停顿', gap: '中断' },
  extracts: '摘录（追责证据）', extractWhy: '违反法庭纪律的，录音录像可以作为追责证据。选定起止，说明理由，生成单独文件并记入副卷。', from: '起点', to: '终点', setFrom: '以当前位置为起点', setTo: '以当前位置为终点',
  reason: '理由', reasonHint: '至少两个字，将记入案卷', takeExtract: '生成摘录', taking: '正在提交…', making: '正在制作…', failed: '未能制作', inSupplement: '归档后制作，已装入副卷补充卷', noExtracts: '还没有摘录。', open: '打开', timeFormat: '格式为 时:分:秒，例如 0:12:30',
  requests: '当事人的申请', noRequests: '没有申请。', decide: '审查', viewings: '查看和下载记录', noViewings: '还没有人看过。', column: { who: '人员', what: '内容', at: '开始', until: '最后一次' },
  how: { view: '查阅录音录像', copy: '复制录音' }, howHint: { view: '在线观看，画面上标有您的姓名和期限', copy: '下载声音文件，画面不提供复制' },
  state: { asked: '待法官审查', preparing: '已准许，正在制作', ready: '可以查阅', refused: '未获准许', expired: '期限已满', 'not-made': '未能制作' },
  byWhom: '{{name}} · {{how}}',
  mine: {
    lead: '庭审结束后，您可以申请查阅录音录像或者复制录音，由法官审查决定。', apply: '申请', which: '哪一次庭审', howLegend: '申请事项', reason: '申请理由', send: '提交申请', sending: '正在提交…', sent: '申请已提交，法官审查后会短信通知您。',
    nothing: '还没有已经结束的庭审。', notRecorded: '录音录像正在制作，完成后可以申请。', notYours: '当事人、辩护人和诉讼代理人可以申请。', requests: '我的申请', none: '还没有申请。', until: '{{time}}前可以查阅', askedAt: '{{time}}申请', preparing: '正在为您制作标有姓名的录音录像，完成后短信通知您。',
    decision: '法官的理由：{{reason}}', watch: '观看', save: '下载录音', logged: '您每次查看都会留下记录。请勿录制、外传。', again: '期限届满后可以再次申请。', link: '申请查阅录音录像',
  },
} as const;
