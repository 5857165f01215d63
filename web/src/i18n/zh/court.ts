/** Words of the court that several areas show: states of hearings, proofs of notices. */
export const court = {
  hearingStates: { scheduled: '已排期', cancelled: '已取消', moved: '已改期', open: '庭审中', ended: '已闭庭', adjourned: '已延期', withdrawn: '已撤诉' },
  noticeProven: { confirmed: '已确认收悉', phone: '电话告知', waived: '法官免除' },
  noticeUnproven: '未确认',
  against: '诉',
} as const;
