import type { Provision } from '../provision.ts';

/** G: 鹤壁市中级人民法院《网上开庭工作指南（暂行）》. Article 11 does not exist in the original. */
const guide = {
  document: { zh: '鹤壁市中级人民法院《网上开庭工作指南（暂行）》', en: 'Hebi Intermediate People\'s Court, Guide to Online Hearings (interim)' },
  // The text bears no date. It rests on the epidemic measures of early 2020; the court that adopts it sets its day here.
  inForce: '2020-02-01',
  source: '指南原文；原文未载施行日期，按其所依据的疫情防控措施开始时间记载',
} as const;

export const hebi = [
  { ...guide, id: 'G1', article: '第一条', title: { zh: '适用范围', en: 'Scope' },
    text: '适用于以网络视频方式进行的询问、提审、听证、调解、证据交换、开庭、宣判、送达等网上诉讼活动。适用于民事、行政、刑事诉讼中依法应该公开审理、不会引发不良社会效果的案件，但涉及国家秘密、个人隐私、当事人申请不公开审理的离婚案件及涉及商业秘密的案件、审判时被告人不满十八周岁的刑事案件和法律另有规定不公开审理的案件除外。当事人自愿申请并经法院准许，或者法院推送并经各方当事人同意的，可以适用。' },
  { ...guide, id: 'G2', article: '第二条', title: { zh: '技术准备', en: 'Technical preparation' },
    text: '庭前由书记员与诉讼参与人联系沟通后明确运行平台，并提前检测网络条件、设备、场所等是否符合运行条件；技术人员协助完成庭前测试。' },
  { ...guide, id: 'G3', article: '第三条', title: { zh: '网上立案', en: 'Online filing' },
    text: '当事人可通过网上诉讼服务中心或者微信小程序进行网上立案；按提示实名认证后，选择法官、当事人、代理人角色。' },
  { ...guide, id: 'G4', article: '第四条', title: { zh: '排期告知', en: 'Scheduling and notice' },
    text: '经核对无误后，书记员须于庭审前至少三个工作日前完成排期开庭，并发送短信通知，告知案号、开庭时间、软件下载链接和庭审会议号等信息。必要时通过电话告知，确保所有诉讼参与人及时收悉。' },
  { ...guide, id: 'G5', article: '第五条', title: { zh: '庭前准备', en: 'Preparation before the hearing' },
    text: '网上开庭原则上在标准化法庭进行。书记员应提前到位，在技术人员协助下完成庭前测试；应当在线核对各方当事人、诉讼代理人身份及授权委托等材料，并听取各方当事人对身份确认的意见。' },
  { ...guide, id: 'G6', article: '第六条', title: { zh: '庭审纪律', en: 'Discipline of the hearing' },
    text: '庭审开始前，书记员应当宣读法庭纪律，并明确告知保持在线、全程录音录像和违反法庭纪律的责任。' },
  { ...guide, id: 'G6(1)', article: '第六条第（一）项', title: { zh: '不得擅自离线', en: 'Nobody may leave without permission' },
    text: '除网络故障、设备损毁、电力中断及其他不可抗力等原因外，各方当事人不得擅自离线。擅自离线且无正当理由、未经批准中途退庭的，原告或上诉人依法按撤诉或撤回上诉处理，被告或被上诉人依法按缺席处理。' },
  { ...guide, id: 'G6(2)', article: '第六条第（二）项', title: { zh: '全程录音录像', en: 'Everything is recorded' },
    text: '庭审全程录音录像，诉讼参与人应尊重司法礼仪、遵守法律纪律，庭审区域一般应为封闭状态，无关人员不得进入，庭审现场须保持安静。' },
  { ...guide, id: 'G6(3)', article: '第六条第（三）项', title: { zh: '违反纪律的责任', en: 'Liability for breaches' },
    text: '诉讼参与人或者其他人员违反法庭纪律，妨碍诉讼活动顺利进行的，可依法追究其法律责任。庭审录音录像可以作为追责证据。' },
  { ...guide, id: 'G7', article: '第七条', title: { zh: '系统操作', en: 'Working in the system' },
    text: '诉讼参与人依据通知的开庭时间提前登录。法官、书记员各自凭会议号登录，完成开庭、举证质证、辩论、休庭、闭庭、庭审笔录及签名等操作。' },
  { ...guide, id: 'G8', article: '第八条', title: { zh: '举证质证', en: 'Evidence and cross-examination' },
    text: '一般应在开庭前完成证据交换，对证据的真实性予以确认。开庭时，可在举证质证环节上传证据，法官在线听取质证意见。' },
  { ...guide, id: 'G9', article: '第九条', title: { zh: '庭审笔录', en: 'Transcript' },
    text: '书记员可在线完成庭审笔录编辑制作，法官或书记员可在线发起笔录签名。诉讼参与人可在线确认并完成签名操作。' },
  { ...guide, id: 'G10', article: '第十条', title: { zh: '庭审资料', en: 'Recordings of the hearing' },
    text: '庭审结束后，法官可查阅下载庭审音视频资料。当事人申请查看、复制相关资料的，参照相关规定执行。' },
  { ...guide, id: 'G12', article: '第十二条', title: { zh: '技术保障', en: 'Technical support' },
    text: '信息技术部门应配专人保障。如遇庭审意外中断等情况，法官可视情况中止连线审理，经核实中断原因为网络问题的，可待网络恢复稳定后继续审理。' },
  { ...guide, id: 'G13', article: '第十三条', title: { zh: '其他事宜：审判秘密', en: 'Other matters: trial secrets' },
    text: '涉及审判秘密的，如合议庭评议、法官专业会议和审判委员会研究案件等不适用本指南。' },
  { ...guide, id: 'G14', article: '第十四条', title: { zh: '解释权限', en: 'Interpretation' },
    text: '本指南由鹤壁市中级人民法院审判管理办公室负责解释。' },
] as const satisfies readonly Provision[];
