/** Words of what can happen to a case at any time: told by parties and by the court. */
export const happenings = {
  title: '案件有变化',
  lead: '案件进行中出现下列情况的，请告知法院。每一项都会记入案件经过。',
  forWhom: '代理哪一方办理', needsSpecial: '您是一般授权代理，不能代为办理：{{what}}。须有委托人的特别授权，或者由当事人本人办理。', choose: '要办理的事项',
  none: '目前没有可以办理的事项。',
  action: {
    factRecorded: '登记新的事实', factClaimed: '主张新的事实', consentWithdrawn: '撤回在线审理同意', withdrawalOfAppeal: '申请撤回上诉', withdrawalOfProsecution: '申请撤回自诉', withdrawalOfPublicProsecution: '要求撤回起诉', withdrawalApplied: '申请撤诉', settled: '告知已经和解', groundReported: '报告应当中止诉讼的情形',
  },
  follows: {
    factRecorded: '立即重新审查是否适用在线审理。有不得在线审理情形的，本案转线下：待办事项撤回，已定的庭期取消并通知各方；正在开庭的，庭审随即结束，已进行的部分照常签名、归档。',
    factClaimed: '由法官审查。认定属实的，立即重新审查是否适用在线审理，可能转为线下审理。',
    consentWithdrawn: '本案随即转为线下审理，已定的庭期取消并通知各方。撤回后不能恢复。开庭后不能撤回。',
    withdrawalApplied: '由法官裁定是否准许，裁定书发给各方。准许的，本案结案；已开庭的部分照常归档。受理前申请的，本次起诉随即终止。',
    settled: '请对方确认后，由法官审查。可以裁定准许撤诉，或者制作调解书；调解书经各方签收后生效。确认前案件照常进行。',
    groundReported: '由法官裁定。中止诉讼的，期间停止，待办事项撤回，已定的庭期取消并通知各方；原因消除后恢复，中断的阶段重新开始。',
  },
  toldBy: '提出人',
  field: { fact: '事实', holds: '是否属实', yes: '是', no: '否（已不存在或者不属实）', reason: '情况说明', terms: '和解内容', wish: '请求法院', ground: '情形', participantId: '涉及的人', documents: '证明材料' },
  factMark: '案件现有事实：{{facts}}', noFacts: '未登记影响在线审理的事实。',
  wishes: { withdrawal: '准许撤诉', mediationAgreement: '制作调解书' },
  understood: '我已了解上述后果，确认提交。',
  submit: '提交', submitting: '正在提交…', cancel: '取消', fillIn: '请把各项填写完整（说明至少两个字）。',
  done: '已提交法院，可以在案件页面查看进展。', toCase: '回到案件',
  suspended: '已中止诉讼', suspendedSince: '自 {{time}} 起中止诉讼', suspendedBecause: '情形：{{ground}}', suspendedReason: '理由：{{reason}}',
  suspendedMeans: '中止期间不计算期限，不安排庭审；原因消除后由法官恢复诉讼。',
  successor: '登记承继人', successorLead: '继承人、权利义务承受人参加诉讼的，在此登记；原当事人已进行的诉讼行为对其有效。登记后由法官恢复诉讼。', successorOf: '承继：{{name}}', name: '姓名', identityNumber: '公民身份号码', phone: '手机号码', successorDone: '已登记。', successorSubmit: '登记',
  left: '已由他人承继',
} as const;
