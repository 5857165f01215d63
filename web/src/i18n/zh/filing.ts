/** Words of filing in full: kinds of cases and parties, agents, appeals, materials, corrections. */
export const filing = {
  role: {
    caseType: '案件类型', instance: '审级', actsFor: '您为谁提起？', myself: '本人', organisation: '公司、机关或者其他组织',
    organisationHint: '您是法定代表人或者主要负责人', asParty: '{{party}}本人（或者其法定代表人、主要负责人）', agentOf: '受{{party}}委托，在“当事人和代理人”一步填写委托人和授权',
    invited: '法官、书记员等法院人员请从工作台登录。辩护人、证人、翻译、人民陪审员由法院邀请参加，不在此立案。',
    ground: '自诉的依据', groundHint: '需要提起公诉的案件由人民检察院提起。',
  },
  organisation: {
    kind: '类别', name: '名称', creditCode: '统一社会信用代码', creditCodeHint: '18 位，见营业执照或者登记证书', creditCodeIfKnown: '不知道可以不填',
    address: '住所', office: '代表人职务', officeHint: '例如：法定代表人、负责人、局长', acting: '代表人姓名', actingNumber: '代表人公民身份号码', actingNumberHint: '不知道可以不填',
  },
  agency: {
    heading: '代理', mine: '您的代理权限', principals: '代理哪一方', kind: '代理人类别', authority: '授权类型', authorityHint: '承认、放弃、变更诉讼请求，进行和解，提起反诉或者上诉，同意在线审理，须有特别授权。',
    power: '授权委托书', powerHint: '由委托人签名或者盖章', youNamed: '{{name}}（您本人）', add: '添加诉讼代理人', unnamed: '第 {{n}} 人（未填姓名）',
  },
  appeal: {
    step: '第一审裁判', lead: '请按裁判文书填写。', number: '第一审案号', numberHint: '例如：（2026）豫0611民初123号', decision: '裁判种类', decidedOn: '裁判日期', servedOn: '您收到的日期', servedHint: '上诉期限从收到的次日起算',
    was: '您（或者委托人）在第一审中是', publiclyProsecuted: '这是人民检察院提起公诉的案件', noDomicile: '上诉人在中华人民共和国领域内没有住所（上诉期限为三十日）', lateBecause: '逾期上诉的理由', lateHint: '没有超过上诉期限的不用填写', need: '请填写第一审裁判的信息',
    facts: '{{number}}，{{decision}}，{{decided}}作出，{{served}}收到', until: '上诉期限至{{day}}', late: '已超过上诉期限：{{why}}',
  },
  prosecution: {
    as: '公诉人', asHint: '受人民检察院指派，提起公诉并出席法庭', lead: '请填写提起公诉的人民检察院。您以公诉人身份出席法庭。', public: '人民检察院提起公诉', desk: '起诉方式', deskHeld: '在押', deskOnline: '在线依据',
    held: '被告人是否在押', isHeld: '在押', notHeld: '不在押', heldAt: '被告人在押：{{place}}', place: '羁押场所', placeHint: '有多名被告人的，分别写明', online: '是否属于可以在线审理的刑事案件',
    charge: '指控的罪名', chargeHint: '例如：盗窃罪', claims: '起诉的要求和根据', claimsHint: '适用的法律、量刑建议', facts: '指控的犯罪事实', factsHint: '与起诉书一致：时间、地点、经过、后果',
    materials: '起诉书、案卷材料、证据，以及派员出席法庭的证明。',
  },
  materials: { required: '必须提交', optional: '有则提交' },
  check: { agentFor: '代理：{{who}}' },
  correct: {
    lead: '请逐项补正，其他内容不能修改。原来的内容会保留。', item: '补正 {{n}}', why: '原因：{{why}}', now: '现在的内容', nowIs: '现在：{{text}}', instead: '改为', newFile: '新的文件', untouched: '还没有改动', explanation: '补正说明', explanationHint: '说明改了什么；不能补正的，说明理由',
    cause: '案由', submit: '提交补正',
  },
  desk: {
    kind: '案件', materials: '起诉材料', preview: '预览', noPreview: '此类文件不能预览，请下载查看。', open: '在新窗口打开', changed: '补正后的变化', version: '第 {{n}} 版', before: '补正前', after: '补正后', notChanged: '未作改动', asked: '要求补正：{{why}}', newMaterial: '新提交',
    acting: '{{office}}：{{name}}', agentFor: '代理{{who}}，{{kind}}，{{authority}}', power: '授权委托书', code: '统一社会信用代码 {{code}}', ground: '自诉依据', appeal: '第一审裁判',
  },
} as const;
