/** Words of the hearing room. */
export const room = {
  title: '在线法庭', session: '第 {{n}} 次开庭 · {{kind}}',
  kind: { inquiry: '询问', custodyQuestioning: '提审', publicHearing: '听证', mediation: '调解', evidenceExchange: '证据交换', trial: '开庭', pronouncement: '宣判', service: '送达' },
  lobby: {
    caseNumber: '案号', session: '庭次', you: '您的席位', starts: '开庭时间', courtroom: '法庭', meetingNumber: '会议号', enter: '进入法庭', entering: '正在进入…', notOpen: '法庭还没有开放', opensAt: '开庭前 30 分钟（{{time}}）开放，届时此页会自动更新。', adjourned: '本次庭审已延期', cancelled: '本次开庭已取消，另行通知。',
    before: '进入前', camera: '浏览器会询问是否允许使用摄像头和麦克风，请选择“允许”。', place: '请在封闭、安静的地方，无关人员不得在场。', recorded: '庭审全程录音录像。', stay: '庭审中不得擅自离线；网络中断后会自动重连。', notSeated: '您不是本次庭审的参与人。', noCamera: '此地址不能使用摄像头和麦克风，请用 https 地址打开。',
  },
  now: { phase: '当前环节', what: '正在进行', speaks: '谁发言', since: '自 {{time}}', recording: '录音录像中', notRecording: '未在录音录像' },
  seat: { me: '我', waiting: '尚未进入', away: '已离线', awayBecause: '已离线：{{cause}}', present: '在线', noPicture: '没有画面', silent: '画面中断，正在恢复', pausedByRecess: '休庭，法庭音视频已停止', pausedBySuspension: '中止，法庭音视频已停止', cameraOff: '摄像头已关', microphoneOff: '麦克风已关', acknowledged: '已确认纪律', notAcknowledged: '未确认纪律', mute: '声音未播放，点此播放' },
  cause: { 'deliberate-leave': '自行离开', 'closed-page': '页面关闭', 'network-loss': '网络中断', 'locked-phone': '手机锁屏或来电', device: '设备故障', removed: '被移出法庭', 'court-equipment': '法院设备故障', 'not-joined': '未进入', unknown: '原因待查' },
  verified: { network: '网络故障', device: '设备损毁', power: '电力中断', forceMajeure: '其他不可抗力', leftWithoutReason: '无正当理由离开', leftWithPermission: '经准许离开', other: '其他' },
  controls: { label: '我的设备', microphoneOn: '关闭麦克风', microphoneOff: '打开麦克风', cameraOn: '关闭摄像头', cameraOff: '打开摄像头', leave: '离开', shortMicrophone: '麦克风', shortCamera: '摄像头', on: '开', off: '关', },
  leave: { heading: '确定离开法庭？', sitting: '庭审正在进行。未经批准离开：{{one}}按撤诉处理，{{other}}按缺席处理（是否有正当理由由法官决定）。离开会记入案卷。', sittingProsecution: '庭审正在进行。未经批准不得离开；公诉人、被告人离开的，审判不能继续，由法官决定休庭或者延期审理。离开会记入案卷。', notSitting: '您可以随时再进入。', stay: '留在法庭', go: '离开', left: '您已离开法庭', again: '重新进入', displaced: '您在另一台设备上进入了法庭', displacedMore: '同一席位只能在一处。要在这里继续，请点“重新进入”。' },
  connection: { reconnecting: '连接中断，正在自动重连（已 {{seconds}} 秒）。请不要关闭或刷新页面。', ownNetwork: '您的网络断开了，恢复后自动重连。请检查 Wi-Fi 或移动网络，不要关闭页面。', server: '法院服务器正在恢复，会自动重连。您的席位保留，请不要关闭页面。', weak: '您的网络较弱，画面可能不清。', },
  device: { camera: '摄像头不能使用。', microphone: '麦克风不能使用。', denied: '浏览器不允许。请点地址栏旁的图标，允许使用后重新进入。', missing: '没有找到设备，接好后会自动恢复。', busy: '被其他程序占用，关闭后会自动恢复。', ended: '设备被断开（来电或拔出），恢复后自动继续。', other: '请检查设备。' },
  discipline: { open: '法庭纪律', acknowledge: '我已听清并遵守', confirm: '确认', confirming: '正在确认…', version: '文本版本 {{version}}', must: '请逐条阅读后确认，确认记入案卷。', },
  interruption: {
    heading: '庭审中断', who: '{{who}}离线', cause: '初步原因：{{cause}}', since: '自 {{time}}', bySystem: '审判长离线，庭审已自动中止。', next: { decide: '接下来：法官决定等待、中止或延期。请保持在线。', verify: '接下来：法官核实原因；网络恢复稳定后继续审理。请保持在线。', rule: '接下来：法官裁决擅自离线的后果。请保持在线。', stability: '接下来：离线人员返回、网络恢复稳定后，由法官恢复审理。请保持在线。', resume: '应当到庭的人员均已在线，网络稳定，等待法官恢复审理。请保持在线。' }, recess: '休庭中，请保持在线，等待继续开庭。',
  },
  pending: { suspendedHeading: '庭审中止' },
  court: { panel: '主持庭审', moves: '操作', noMoves: '现在没有可做的操作。', refused: '不能执行：{{move}}', making: '正在执行…', todo: '待您决定', reason: '理由', reasonWrong: '请写明理由', confirm: '确定', cancel: '取消', confirmClose: '确定闭庭？闭庭后录音录像停止，进入笔录签名。', confirmWithdrawn: '确定因撤诉或者和解闭庭？请写明是撤诉还是和解以及准许的理由；闭庭后录音录像停止，进入笔录签名。', confirmAdjourn: '确定延期审理？本次庭审结束，另行排期。', confirmSuspend: '确定中止审理？', keys: '快捷键：Alt+数字 执行操作，Alt+M 麦克风，Alt+V 摄像头，Alt+J 跳到笔录，Alt+O 跳到操作', about: '涉及：{{who}}' },
  task: {
    'suspend-or-continue': { heading: '{{who}}离线，是否中止？', wait: '等待其返回', suspend: '中止审理', adjourn: '延期审理' },
    'verify-cause': { heading: '核实{{who}}的中断原因', cause: '原因', findings: '核实情况', submit: '记录核实结果' },
    'rule-on-departure': { heading: '裁决{{who}}擅自离线的后果', ruling: '裁决', prompted: '已经提示', warned: '已经警告', counterclaim: '对方已提起反诉', needsWarning: '经提示、警告后仍不返回的，才可以裁决不利后果。', submit: '作出裁决' },
    'resume-hearing': { heading: '应当到庭的人员均已在线，可以恢复审理', submit: '恢复审理' },
    'adjourn-hearing': { heading: '中断时间过长', adjourn: '延期审理', wait: '继续等待' },
    otherwise: '不处理的话：{{what}}', due: '请在 {{time}} 前决定',
  },
  side: { transcript: '笔录', evidence: '证据', people: '到庭', discipline: '纪律', empty: '笔录还没有内容。', noEvidence: '没有证据。', by: '{{who}}提交', show: '查看', live: '书记员正在记录，内容随时更新。', amended: '有修改', label: '庭审资料' },
  ended: { heading: '庭审结束', lead: '录音录像正在整理，书记员完成笔录后会通知您签名。', sign: '笔录已可签署', toSign: '阅读并签名', adjourned: '本次庭审延期，书记员另行排期并通知您。' },
  tile: '{{name}}，{{role}}', tiles: '法庭画面',
} as const;
