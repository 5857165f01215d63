/** Words of the signing page. */
export const signing = {
  title: '签署庭审笔录', lead: '请通读全文。确认无误后手写签名，并用本人验证码确认。', loading: '正在取得笔录…', version: '第 {{version}} 版', hash: '版本指纹（SHA-256）', hashExplained: '您签署的就是带有此指纹的这一版；改动一个字，指纹就会不同，签名作废。',
  verified: '已核对：页面全文与指纹一致', notVerified: '页面全文与指纹不一致，请不要签名，并联系书记员。', unchecked: '此浏览器不能核对指纹', text: '笔录全文', read: '我已通读全文，记录无误', readFirst: '请先通读全文并勾选',
  draw: '手写签名', drawHint: '请在框内写出您的姓名', clear: '重写', drawFirst: '请先手写签名',
  code: '本人验证码', codeHint: '发送到您预留的手机', send: '获取验证码', sendAgain: '{{seconds}} 秒后可重发', sent: '验证码已发送到 {{phone}}，{{minutes}} 分钟内有效。', codeWrong: '请输入 6 位验证码', password: '登录密码', passwordHint: '法院工作人员以登录密码确认', passwordWrong: '请输入登录密码',
  next: '签名之后', archive: '归档', archiveHint: '庭审结束，案卷封存', anotherSession: '再次开庭', anotherSessionHint: '回到排期', nextWrong: '请选择签名之后的去向',
  sign: '确认签名', signing: '正在签名…', uploading: '正在上传签名…', refuse: '拒绝签名', refuseHeading: '拒绝签名', refuseLead: '您可以拒绝签名，书记员将记明情况附卷。请写明理由，例如哪一处记录有误。', reason: '理由', reasonWrong: '请写明理由（至少两个字）', refuseSend: '提交拒绝', cancel: '取消',
  done: '签名完成', doneLead: '您已签署第 {{version}} 版笔录，签名和时间已封存。', refused: '已记录您拒绝签名', refusedLead: '书记员将记明情况附卷。', already: '您已经签署过了。', withdrawn: '笔录已修改，此次签名已作废。新的版本完成后会再通知您。', notMine: '这份笔录不由您签署。', noText: '笔录版本还没有生成。', toCase: '返回案件', others: '已签名', refusedBy: '{{name}} 拒绝签名', signedBy: '{{name}}，{{time}}',
  /** The same page for a mediation agreement. */
  agreement: {
    title: '签署调解协议', lead: '请通读协议。签署须出于自愿；确认无误后手写签名，并用本人验证码确认。', text: '调解协议', read: '我已通读协议，自愿签署', hashExplained: '您签署的就是带有此指纹的协议；改动一个字，指纹就会不同。',
    refuseLead: '您可以不签署。任何一方不签署，即未达成协议，案件继续审理。请写明理由。', doneLead: '您已签署调解协议。各方签署并经法官确认后生效或者送达调解书。', refusedLead: '未达成协议，案件继续审理。',
  },
} as const;
