/** Words of evidence, for parties, the room and the court's desk (G8). */
export const evidence = {
  title: '证据', number: '证据 {{n}}', by: '{{who}}提交', mine: '我的证据', others: '其他当事人的证据', none: '还没有证据。', mineNone: '您还没有提交证据。',
  kind: '证据种类', kindNone: '请选择', form: '原件', pages: '页数', source: '来源', proves: '证明对象', file: '文件', details: '{{kind}} · {{form}} · {{pages}} 页',
  view: '查看', hide: '收起', preview: '证据预览', openFile: '打开文件', noPreview: '此类文件不能在页面内预览，请打开文件查看。',
  version: '第 {{n}} 版', former: '以前的版本', formerOf: '第 {{n}} 版：{{title}}',
  state: { withdrawn: '已撤回', lateUndecided: '逾期，待法官决定', presented: '已出示', examined: '已质证', notPresented: '未出示', offeredInCourt: '当庭提交' },
  lateReason: '逾期理由：{{reason}}', lateDecision: '法官决定：{{decision}}（{{reason}}）', withdrawnWhy: '撤回理由：{{reason}}',
  period: { heading: '举证期限', until: '举证期限至 {{time}}', left: '还可以提交、替换证据。', over: '举证期限已届满。之后提交的，须说明理由，由法官决定是否采纳，并可能予以训诫、罚款。', basis: '{{basis}}，{{days}} 日', notSet: '证据交换开始后起算。', change: '另定举证期限', procedure: '适用程序', days: '日数', basisLabel: '确定方式', reason: '理由', submit: '确定期限', lead: '自 {{from}} 起算，当日不计入。' },
  offer: { heading: '提交证据', inCourt: '当庭提交证据', replaceHeading: '替换证据 {{n}}', submit: '提交', replace: '替换', add: '提交一项证据', done: '已提交，其他当事人会收到并发表意见。', doneLate: '已提交，等待法官决定是否采纳。', lateReason: '逾期提供的理由', lateHint: '请说明为什么没有在期限内提交；有证明的，一并上传', name: '证据名称', required: '请填写', chooseFile: '请上传文件', sending: '文件正在上传', cancel: '取消', photo: '可以拍照上传' },
  withdraw: { open: '撤回', reason: '撤回理由', submit: '确定撤回', cancel: '不撤回' },
  opinion: { heading: '质证意见', give: '发表意见', change: '修改意见', accept: '无异议', dispute: '有异议', reason: '对{{aspect}}有异议的理由', remark: '其他意见', submit: '提交意见', missing: '请逐项选择', reasonMissing: '请说明理由', none: '{{who}}：尚未发表意见', on: '对第 {{n}} 版的意见', entered: '当庭口头，书记员记入', of: '{{who}}：', enter: '记入口头意见', speaker: '发言的当事人', open: '待您发表意见', cancel: '取消' },
  court: { present: '出示', examine: '质证完毕', presentAgain: '再次出示', toTranscript: '记入笔录', inTranscript: '已记入笔录', onlyInPhase: '举证质证环节可以上传、出示和质证。', nowShown: '正在出示', decide: '决定是否采纳', lateness: '逾期的原因', basicFact: '与案件基本事实有关', decision: '决定', fine: '罚款金额（元）', fineHint: '罚款须经院长批准并制作决定书', unit: '被罚款人是单位', reason: '理由', submit: '作出决定' },
  guidance: { heading: '技术指导', lead: '上传、整理证据有困难的，可以申请技术人员指导。', about: '遇到什么困难', callBack: '怎样联系您', phone: '电话', message: '短信', inCourtApp: '在本页面留言', submit: '申请技术指导', asked: '已申请，技术人员会在一个工作日内联系您。', guided: '已指导', notReached: '未能联系上您，可以再次申请', withdrawn: '已结束' },
  panel: { list: '证据目录', matrix: '质证意见', item: '证据', party: '当事人', all: '所有证据', preview: '预览', guidance: '技术指导', pick: '选择一项证据，在此查看。', choose: '查看证据{{n}}：{{title}}' },
  page: { title: '证据', open: '查看和提交证据', read: '查看证据', lead: '在举证期限内可以增加、替换证据；对其他当事人的证据逐项发表意见。' },
} as const;
