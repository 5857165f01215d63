/** Words of the demonstration court's own pages. */
export const demonstration = {
  outbox: {
    title: '短信发件箱', explained: '演示法院的短信不会真的发出，都显示在这里：登录验证码、开庭通知、签名验证码。', phone: '只看手机号', none: '还没有短信。', delivered: '已送达', underWay: '发送中',
  },
  clock: {
    title: '法院时钟', explained: '演示法院的时钟可以向前拨动，以便很快经过法定期限。任何规则都不会因此关闭；每次拨动都记入案件日志，并在每个页面上显示。',
    step: { minutes30: '前进 30 分钟', hour: '前进 1 小时', day: '前进 1 天', days3: '前进 3 天', week: '前进 7 天' },
    minutes: '前进分钟数', move: '拨动',
  },
} as const;
