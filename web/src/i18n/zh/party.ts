/** Words of the public's pages: sign-in, filing, my cases, the pocket courtroom and its tasks. */
export const party = {
  common: {
    back: '返回', next: '下一步', previous: '上一步', loading: '正在加载…',
    yes: '是', no: '否', signOut: '退出登录',
    article: '依据 {{article}}', required: '请填写此项', saved: '草稿已保存', savedHere: '草稿已存在本机，正在同步…',
    signedOut: '登录已过期，您填写的内容都还在。', signInAgain: '重新登录',
    remove: '移除', optionalHint: '可不填',
  },
  problem: { alreadyDoneShort: '此事项已经办理过了。' },
  front: {
    title: '在线庭审', heading: '网上立案、在线开庭', lead: '{{court}}在线诉讼服务。用手机或电脑即可，不用安装软件。', desk: '工作台', deskMore: '{{name}}，进入工作台', file: '我要立案', fileMore: '实名认证后填写、上传材料', cases: '我的案件', casesMore: '进度、待办、文书、笔录签名', attend: '参加庭审', attendMore: '凭短信中的会议号进入法庭', how: '一件案子怎样在网上办理',
    steps: { one: '立案：提交起诉状和材料，立案庭审查。', two: '确认：各方同意在线审理，交换证据。', three: '开庭：至少提前 3 个工作日通知，届时进入法庭。', four: '签名：阅读笔录并签名，案卷封存。' },
  },
  signIn: {
    title: '手机验证码登录', lead: '当事人、诉讼代理人和受邀参加诉讼的人请用手机号登录。', phone: '手机号', phoneWrong: '请输入 11 位手机号', sendCode: '获取验证码', sendAgain: '{{seconds}} 秒后可重发',
    sent: '验证码已发送到 {{phone}}，5 分钟内有效。', code: '短信验证码', codeWrong: '请输入 6 位验证码', enter: '登录', staff: '法院工作人员登录', outbox: '演示法庭：在短信发件箱查看验证码', demonstration: '演示当事人：张三 13800000001，李四 13800000002，王五 13800000003，赵六 13800000004。',
    error: {
      wrong: '验证码不正确，请核对短信后重新输入。', reused: '验证码已经用过或者已经失效，请重新获取。', expired: '验证码已过期，请重新获取。',
      tooMany: '输错次数过多，请重新获取验证码。', phone: '手机号不正确。', network: '网络不通，请稍后重试。', other: '登录没有成功，请稍后重试。',
    },
    why: '为什么要登录', whyText: '网上立案和在线庭审须实名认证。您的手机号只用于本院诉讼。',
  },
  identity: {
    title: '实名认证', lead: '网上立案、参加庭审前，请完成实名认证。', name: '姓名', nameHint: '与身份证一致', number: '公民身份号码', numberHint: '18 位，末位可能是 X',
    wrongName: '请填写姓名', demonstration: '演示当事人：张三 410602198503071010，李四 410802199005122028，王五 410602197809233030，赵六 410811199511054044。',
    submit: '认证',
  },
  home: {
    title: '我的案件', hello: '{{name}}，您好', todo: '待您办理', nothingToDo: '现在没有需要您办理的事项。', nothingToDoMore: '有新事项时，我们会发短信通知您。',
    open: '未结', closed: '已结', noneOpen: '没有未结案件。', noneClosed: '没有已结案件。', file: '我要立案', meeting: '凭会议号参加庭审', meetingNumber: '会议号', meetingHint: '在开庭通知短信中', meetingWrong: '会议号为 6 至 12 位数字',
    enter: '进入', meetingNotFound: '没有这个会议号的庭审，或者您不是参与人。', meetingCheck: '请核对短信中的会议号；您的开庭也可以在“我的案件”中找到。', noNumber: '待立案编号', filedOn: '提交于 {{date}}', nextHearing: '开庭 {{time}}', mine: '{{count}} 项待您办理', until: '{{time}}前', overdue: '已逾期 {{time}}',
    stageSince: '{{stage}}，自{{date}}', verifyFirst: '请先完成实名认证', loadMore: '更多案件',
  },
  filing: {
    title: '网上立案', steps: { role: '立案身份', claim: '诉讼请求', others: '当事人和代理人', materials: '起诉材料', scope: '审理方式', check: '核对提交' }, stepOf: '第 {{step}} 步，共 {{count}} 步',
    resumed: '已恢复您上次填写的内容。', startOver: '清空重填', startOverConfirm: '确定清空已填写的全部内容？',
    role: {
      heading: '您以什么身份立案？', plaintiff: '原告本人', plaintiffHint: '为自己的权利起诉', agent: '诉讼代理人', me: '立案人', meHint: '取自实名认证，不能修改',
    },
    claim: {
      cause: '案由', causeHint: '例如：买卖合同纠纷', claims: '诉讼请求', claimsHint: '一行写一项，写明金额和期限', facts: '事实和理由', factsHint: '时间、地点、经过，以及为什么提出这些请求',
    },
    others: {
      lead: '至少一名{{other}}。姓名和身份号码请与证件一致，手机号用于送达通知。', add: '再添加一人', remove: '移除此人', role: '诉讼地位', name: '姓名', identityNumber: '公民身份号码', phone: '手机号', person: '第 {{n}} 人',
      duplicate: '此身份号码已填写过',
    },
    materials: { lead: '起诉状、身份证明、主要证据。代理人另须上传授权委托书。', need: '请至少上传一份材料', stillSending: '还有文件正在上传' },
    scope: {
      heading: '哪些情况属实？', lead: '涉及下列情形的案件，不适用在线审理。请如实选择。', stateSecret: '涉及国家秘密', personalPrivacy: '涉及个人隐私', divorce: '离婚案件，当事人申请不公开审理', tradeSecret: '涉及商业秘密', otherwise: '法律规定的其他不公开审理情形', nothing: '以上都没有',
      excluded: '选择了以上情形，案件将不在线上审理，仍可提交立案。', online: '是否申请在线审理？', apply: '申请在线审理', applyHint: '在家用手机或电脑参加庭审，须经法院准许', notApply: '不申请', notApplyHint: '法院仍可征求各方意见',
    },
    check: {
      lead: '提交后由立案庭审查。请核对每一项。', edit: '修改', declare: '我保证以上内容和材料真实，愿意承担不实陈述的法律责任', needDeclare: '请勾选声明后提交', submit: '提交立案', submitting: '正在提交…', fix: '还有 {{count}} 处需要补全',
    },
    done: {
      title: '已提交', lead: '立案材料已提交，立案庭在法定期限内审查：民事、行政、公诉 7 日，刑事自诉 15 日，上诉 5 日。', number: '受理号', next: '接下来', first: '立案庭审查材料，需要补正的会通知您。', second: '受理后，征求各方是否同意在线审理。', third: '交换证据、排期，开庭至少 3 个工作日前短信通知您。', toCase: '查看案件', toHome: '返回我的案件',
    },
  },
  files: {
    choose: '选择文件或拍照', limits: 'PDF、Word、图片、音视频，每个不超过 200 MB', sending: '正在上传 {{percent}}%', sent: '已上传', stop: '停止', retry: '重新上传', remove: '移除 {{name}}', previewOf: '查看 {{name}}',
    trouble: { tooLarge: '文件超过 200 MB，请压缩或分开后再传。', empty: '文件是空的，请重新选择。', signedOut: '登录已过期，请重新登录后再传。', network: '网络中断，没有传完。', stopped: '已停止。', refused: '文件没有被接受：格式不支持，或者内容与文件名不符。' },
  },
  stage: { filing: '立案', consent: '同意', evidence: '证据', scheduling: '排期', preparation: '准备', hearing: '庭审', signing: '签名', archiving: '归档' },
  case: {
    title: '掌上法庭', where: '办到哪一步', waiting: '在等谁', since: '开始于', until: '期限', noLimit: '没有期限', article: '依据', sitting: '法庭已经开放，请从下方进入法庭；庭审中不得擅自离开。', waitingNobody: '法院正在处理，不需要您做什么。', you: '您', overdue: '已逾期', reason: '理由：{{reason}}', youNamed: '{{name}}（您）',
    parties: '诉讼参与人', judge: '法官', clerk: '书记员', technician: '技术人员', claims: '诉讼请求', facts: '事实和理由',
    hearing: '开庭', session: '第 {{n}} 次', time: '时间', courtroom: '法庭', meetingNumber: '会议号', notice: '开庭通知', noticeOf: '被代理人的开庭通知：{{who}}', noticeConfirmFor: '代被代理人确认收到', noticeConfirm: '我已收到开庭通知', noticeConfirmed: '您已于{{time}}确认收到', noticeToConfirm: '请确认收到开庭通知', noticeWhy: '请确认收到通知。未确认的，书记员会打电话给您。', noticeDocument: '查看通知书',
    enterRoom: '进入法庭', roomNotOpen: '开庭前 30 分钟可以进入', roomClosed: '本次庭审已结束', postponed: '已改期', evidence: '证据', evidenceBy: '{{who}}提交', evidenceProves: '证明：{{what}}', documents: '材料和文书', noDocuments: '还没有文书。', timeline: '办理经过', archive: '案件已归档并加盖电子印章',
    provenPhone: '书记员已电话告知', provenWaived: '法官决定不再要求确认',
    purpose: { statement: '说明材料', ruling: '裁判文书', filing: '起诉材料', evidence: '证据', notice: '通知书', transcript: '庭审笔录', 'session-document': '法院文书', 'service-receipt': '送达回证', signature: '签名', archive: '卷宗', recording: '录音录像', other: '其他' },
  },
  task: {
    why: '为什么', otherwise: '如果不办理：{{what}}', due: '请在 {{time}} 前办理', overdue: '已于 {{time}} 逾期，请尽快办理', noDue: '没有期限', submit: '提交', submitting: '正在提交…', done: '已提交', doneLead: '法院已收到，案件继续办理。', toCase: '返回案件', toHome: '返回我的案件', nextTask: '办理下一项',
    withdrawn: '此事项已撤回，不需要再办理。', notMine: '此事项不由您办理。', completed: '已由{{by}}于{{at}}办理。', changed: '此事项刚刚有变化', refused: '没有被接受', toRoom: '进入法庭办理', toSigning: '阅读并签名', draftBack: '已恢复您上次填写的内容。', decision: '您的决定', reason: '理由', reasonHint: '至少两个字，将记入案卷', reasonWrong: '请写明理由（至少两个字）',
  },
  service: { heading: '送达的文书', open: '阅读《{{title}}》', goesBack: '调解书经各方签收后才生效。拒绝签收即为反悔，调解书不生效，案件继续审理。' },
  consent: { consentMeans: '用手机或电脑参加庭审，与到法庭开庭效力相同。', refuseMeans: '案件转为线下审理，您需要到法院开庭。', legal: '您可以自愿选择。一方不同意，全案转为线下审理。', explanation: '法院说明' },
  evidence: {
    item: '证据 {{n}}', add: '添加一份证据', remove: '移除证据 {{n}}', title: '证据名称', titleHint: '例如：2026 年 3 月 5 日购销合同', source: '来源', sourceHint: '原件在谁处，如何取得', proves: '证明什么', file: '证据文件', nothingHint: '没有证据的，可以直接提交空清单', submitSome: '提交 {{count}} 份证据', submitNone: '提交（没有证据）', sending: '文件还在上传',
  },
  opinion: {
    reasonOf: '对{{aspect}}有异议的理由',
    lead: '逐项确认对方证据，发表意见。', none: '对方没有提交证据，直接提交即可。', authenticity: '真实性', legality: '合法性', relevance: '关联性', accept: '认可', deny: '不认可', remark: '意见', remarkHint: '不认可的，请说明', open: '查看证据', incomplete: '还有 {{count}} 份没有选完', remarkNeeded: '不认可的，请写明意见',
  },
  channel: {
    how: '您用什么参加庭审？', phone: '手机', phoneHint: '连接 Wi-Fi，接好充电器', pc: '电脑', pcHint: '带摄像头和麦克风', test: '测试设备', start: '开始测试', again: '重新测试', allow: '浏览器会询问是否允许使用摄像头和麦克风，请选择“允许”。', testing: '正在测试…',
    camera: '摄像头', cameraSee: '您能看到自己吗？', microphone: '麦克风', microphoneSpeak: '请说几句话，绿条会跳动。', speaker: '扬声器', speakerPlay: '播放声音', speakerHear: '您听到声音了吗？', network: '网络', networkGood: '正常，往返 {{rtt}} 毫秒', networkBad: '不通：{{why}}', yes: '是', no: '否', works: '正常', fails: '不正常', waiting: '待测试',
    venue: '场所', venueDeclare: '开庭时，我所在的地方封闭、安静，没有其他人', submit: '提交测试结果', incomplete: '请完成测试后提交', withFailure: '有一项不正常。提交后，技术人员会联系您。',
    deviceFailure: '{{device}}：{{why}}',
    denied: '浏览器不允许使用，请在浏览器设置中允许本网站使用摄像头和麦克风，再重新测试。', missing: '没有找到设备，请接好后重新测试。', busy: '设备被其他程序占用，请关闭其他程序后重新测试。', insecure: '此地址不能使用摄像头：请用短信中的 https 地址打开。', unknown: '测试没有成功：{{why}}',
    why: { signalling: '连不上法院的服务器', ice: '网络禁止音视频通话（UDP）', other: '原因不明' },
  },
} as const;
