import type { Provision } from '../provision.ts';

/** N: 焦中法明传〔2022〕2号, on livestreamed hearings, 3 August 2022. */
const notice = {
  document: { zh: '焦作市中级人民法院《关于进一步加强和规范互联网庭审直播工作的通知》（焦中法明传〔2022〕2号）', en: 'Jiaozuo Intermediate People\'s Court, Notice on Livestreamed Hearings (2022, no. 2)' },
  inForce: '2022-08-03',
  source: '焦中法明传〔2022〕2号通知原文，2022年8月3日；原文未另载施行日期，以发文之日为准',
} as const;

export const jiaozuo = [
  { ...notice, id: 'N1', article: '一', title: { zh: '严格规范管理', en: 'Strict management' },
    text: '直播严格按照法律规定的公开范围进行，原则上要审慎；注意保护国家秘密、工作秘密，不得泄露当事人隐私和商业秘密，注意保护诉讼参与人的信息安全。直播应事先告知公诉机关、当事人、证人等。未直播的庭审，应当全程录音录像，做好数据的存储和备案，刻录光盘装入副卷。',
    livestream: [
      { ground: 'not-a-public-session', effect: 'excludes', when: { sessionKind: ['inquiry', 'custodyQuestioning', 'mediation', 'evidenceExchange', 'service'] }, message: { zh: '该庭次依法不属于公开进行的庭审，不得直播。', en: 'This kind of session is not public by law.' } },
      { ground: 'work-secret', effect: 'excludes', when: { workSecret: [true] }, message: { zh: '涉及工作秘密，不得直播。', en: 'The case concerns work secrets.' } },
    ] },
  { ...notice, id: 'N2', article: '二', title: { zh: '风险评估和院庭长审批', en: 'Risk assessment and approval' },
    text: '合议庭、独任法官要对所有拟直播的案件进行风险评估。由承办法官于开庭前申报并填写庭审直播案件审批表（需装订入副卷备查），由庭长、主管院长逐级审批同意后，方可直播；经评估风险较高的案件不得公开，涉众型案件公开要层报省法院宣教处审批。',
    livestream: [
      { ground: 'high-risk', effect: 'excludes', when: { risk: ['high'] }, message: { zh: '经评估风险较高，不得公开。', en: 'The risk was found to be high.' } },
      { ground: 'mass-interest', effect: 'reportsUpward', when: { massInterest: [true] }, message: { zh: '涉众型案件，须层报省法院宣教处审批。', en: 'A mass-interest case is reported level by level up to the provincial high court.' } },
    ] },
  { ...notice, id: 'N3', article: '三', title: { zh: '庭前准备和庭审纪律', en: 'Preparation and discipline' },
    text: '认真做好直播策划，确定合议庭成员之间的分工、制定突发事件处置方案，做好调解或判决的预案；严格遵守诉讼程序和司法礼仪规范及法庭纪律。' },
  { ...notice, id: 'N4', article: '四', title: { zh: '不得直播的案件', en: 'Cases that may not be livestreamed' },
    text: '列明不得进行庭审网络视频直播的案件。' },
  { ...notice, id: 'N4(1)', article: '四（一）', title: { zh: '涉政类敏感案件', en: 'Politically sensitive cases' },
    text: '涉国家安全、反恐、国防利益、军事秘密、民族问题、宗教问题等涉政类敏感案件。',
    livestream: [
      { ground: 'national-security', effect: 'excludes', when: { nationalSecurity: [true] }, message: { zh: '涉国家安全，不得直播。', en: 'The case concerns national security.' } },
      { ground: 'terrorism', effect: 'excludes', when: { terrorism: [true] }, message: { zh: '涉反恐，不得直播。', en: 'The case concerns counter-terrorism.' } },
      { ground: 'national-defence', effect: 'excludes', when: { nationalDefence: [true] }, message: { zh: '涉国防利益，不得直播。', en: 'The case concerns national defence.' } },
      { ground: 'military-secret', effect: 'excludes', when: { militarySecret: [true] }, message: { zh: '涉军事秘密，不得直播。', en: 'The case concerns military secrets.' } },
      { ground: 'ethnic-issue', effect: 'excludes', when: { ethnicIssue: [true] }, message: { zh: '涉民族问题，不得直播。', en: 'The case concerns ethnic issues.' } },
      { ground: 'religious-issue', effect: 'excludes', when: { religiousIssue: [true] }, message: { zh: '涉宗教问题，不得直播。', en: 'The case concerns religious issues.' } },
      { ground: 'other-political', effect: 'excludes', when: { otherPolitical: [true] }, message: { zh: '属其他涉政类敏感案件，不得直播。', en: 'The case is otherwise politically sensitive.' } },
    ] },
  { ...notice, id: 'N4(2)', article: '四（二）', title: { zh: '依法不公开审理的案件', en: 'Cases closed by law' },
    text: '涉及国家秘密、商业秘密、个人隐私、未成年人犯罪等依法不公开审理的案件。',
    livestream: [
      { ground: 'state-secret', effect: 'excludes', when: { stateSecret: [true] }, message: { zh: '涉及国家秘密，不得直播。', en: 'The case concerns state secrets.' } },
      { ground: 'trade-secret', effect: 'excludes', when: { tradeSecret: [true] }, message: { zh: '涉及商业秘密，不得直播。', en: 'The case concerns trade secrets.' } },
      { ground: 'personal-privacy', effect: 'excludes', when: { personalPrivacy: [true] }, message: { zh: '涉及个人隐私，不得直播。', en: 'The case concerns personal privacy.' } },
      { ground: 'juvenile-offence', effect: 'excludes', when: { caseType: ['criminal'], juvenileOffence: [true] }, message: { zh: '未成年人犯罪案件，不得直播。', en: 'The case concerns a juvenile offence.' } },
      { ground: 'minor-defendant', effect: 'excludes', when: { caseType: ['criminal'], minorDefendant: [true] }, message: { zh: '审判时被告人未满十八周岁，不得直播。', en: 'The defendant is under 18 at trial.' } },
      { ground: 'closed-divorce', effect: 'excludes', when: { caseType: ['civil'], divorceWithClosedHearingRequest: [true] }, message: { zh: '离婚案件，当事人申请不公开审理，不得直播。', en: 'A divorce in which a party applied for a closed hearing.' } },
      { ground: 'otherwise-closed', effect: 'excludes', when: { otherwiseClosedByLaw: [true] }, message: { zh: '依法不公开审理，不得直播。', en: 'The hearing is closed by law.' } },
    ] },
  { ...notice, id: 'N4(3)', article: '四（三）', title: { zh: '检察机关有正当理由提出不宜直播', en: 'The procuratorate objects with good reason' },
    text: '检察机关明确提出不宜进行庭审直播，并有正当理由的刑事案件。',
    livestream: [
      { ground: 'procuratorate-objects', effect: 'excludes', when: { caseType: ['criminal'], procuratorateObjects: [true] }, message: { zh: '检察机关明确提出不宜直播，且有正当理由。', en: 'The procuratorate objects with good reason.' } },
    ] },
  { ...notice, id: 'N4(4)', article: '四（四）', title: { zh: '当事人有正当理由提出不直播', en: 'A party objects with good reason' },
    text: '当事人明确提出不进行庭审直播，并有正当理由的民事、行政案件。',
    livestream: [
      { ground: 'party-objects', effect: 'excludes', when: { caseType: ['civil', 'administrative'], partyObjects: [true] }, message: { zh: '当事人明确提出不直播，且有正当理由。', en: 'A party objects with good reason.' } },
    ] },
  { ...notice, id: 'N4(5)', article: '四（五）', title: { zh: '其他不宜直播的案件', en: 'Other unsuitable cases' },
    text: '其他不宜庭审直播的案件。',
    livestream: [
      { ground: 'unsuitable', effect: 'excludes', when: { otherwiseUnsuitable: [true] }, message: { zh: '其他不宜直播的案件。', en: 'The case is otherwise unsuitable.' } },
      { ground: 'bad-social-effect', effect: 'excludes', when: { badSocialEffect: [true] }, message: { zh: '可能引发不良社会效果，不宜直播。', en: 'A livestream could have a bad social effect.' } },
      { ground: 'other-objects', effect: 'excludes', when: { otherObjects: [true] }, message: { zh: '其他诉讼参加人有正当理由提出不直播，不宜直播。', en: 'Another participant objects with good reason.' } },
      { ground: 'party-objects-criminal', effect: 'excludes', when: { caseType: ['criminal'], partyObjects: [true] }, message: { zh: '刑事案件当事人有正当理由提出不直播，不宜直播。', en: 'A party of a criminal case objects with good reason.' } },
      { ground: 'procuratorate-objects-otherwise', effect: 'excludes', when: { caseType: ['civil', 'administrative'], procuratorateObjects: [true] }, message: { zh: '检察机关有正当理由提出不宜直播，不宜直播。', en: 'The procuratorate objects with good reason in a case that is not criminal.' } },
    ] },
  { ...notice, id: 'N4-year-end', article: '四（五）后段', lastDay: '2022-12-31', title: { zh: '年底前刑事、行政案件原则上不直播', en: 'Until the end of the year: in principle no criminal or administrative cases' },
    text: '今年年底前，刑事、行政审判案件原则上不再进行网络庭审直播。',
    livestream: [
      { ground: 'until-year-end', effect: 'excludes', when: { caseType: ['criminal', 'administrative'] }, message: { zh: '年底前，刑事、行政审判案件原则上不再直播。', en: 'Until the end of the year criminal and administrative cases are in principle not livestreamed.' } },
    ] },
  { ...notice, id: 'N4-encouraged', article: '四末段', title: { zh: '低风险案件坚持公开', en: 'Low-risk cases continue to be public' },
    text: '对经评估风险较低的物权纠纷、合同纠纷、劳动争议纠纷、公司、证券、保险、票据等纠纷案件，应当坚持互联网庭审直播的依法公开。',
    livestream: [
      { ground: 'low-risk-family', effect: 'encourages', when: { caseType: ['civil'], risk: ['low'], causeFamily: ['property', 'contract', 'labour', 'company', 'securities', 'insurance', 'bills'] }, message: { zh: '经评估风险较低的该类纠纷，应当坚持依法公开直播。', en: 'A low-risk dispute of this family continues to be public.' } },
    ] },
  { ...notice, id: 'N5', article: '五', title: { zh: '组织领导', en: 'Leadership' },
    text: '切实加强组织领导，坚持和强化庭审规范化制度，实现庭审质量和庭审公开效果的同步提升。' },
  { ...notice, id: 'N6', article: '六', title: { zh: '责任落实', en: 'Responsibility' },
    text: '落实承办法官的直接责任、院庭长的审核把关责任、审管办的监督检查责任、技术部门的技术筛查责任；直播中发现问题未及时处置，造成不良后果的，依法依规追究责任。' },
  { ...notice, id: 'N-form', article: '附件', title: { zh: '庭审直播案件审批表', en: 'Livestream approval form' },
    text: '庭审直播案件审批表；风险评估分为低风险、一般风险、较大风险三个等级；本审批表请装订入副卷备查。' },
] as const satisfies readonly Provision[];
