import type { Provision } from '../provision.ts';

/** REC: 法释〔2017〕5号, on recording court hearings. */
const provisions = {
  document: { zh: '最高人民法院《关于人民法院庭审录音录像的若干规定》（法释〔2017〕5号）', en: 'Supreme People\'s Court, Provisions on Recording Court Hearings (2017, no. 5)' },
  inForce: '2017-03-01',
  source: '法释〔2017〕5号，2017年1月25日最高人民法院审判委员会第1708次会议通过，2017年2月22日公布，自2017年3月1日起施行',
} as const;

export const recordingProvisions = [
  { ...provisions, id: 'REC-1', article: '第一条', title: { zh: '全程录音录像', en: 'Full recording' },
    text: '人民法院开庭审判案件，应当对庭审活动进行全程录音录像。' },
  { ...provisions, id: 'REC-3', article: '第三条', title: { zh: '起止和中断', en: 'Beginning, end and breaks' },
    text: '庭审录音录像应当自宣布开庭时开始，至闭庭时结束。除休庭，公开庭审中的不公开举证、质证活动，不宜录制的调解活动外，不得人为中断。负责录音录像的人员应当对录音录像的起止时间、有无中断等情况进行记录并附卷。' },
  { ...provisions, id: 'REC-4', article: '第四条', title: { zh: '真实和完整', en: 'True and complete' },
    text: '应当采取叠加同步录制时间或者其他措施保证真实和完整。因设备故障或技术原因导致不真实、不完整的，负责录音录像的人员应当作出书面说明，经审判长或独任审判员审核签字后附卷。' },
  { ...provisions, id: 'REC-5', article: '第五条', title: { zh: '存储和归档', en: 'Storage and archiving' },
    text: '应当使用专门设备在线或离线存储、备份庭审录音录像。因设备故障等原因导致不符合技术标准的录音录像，应当一并存储。归档按照人民法院电子诉讼档案管理规定执行。' },
  { ...provisions, id: 'REC-10', article: '第十条', title: { zh: '查阅', en: 'Viewing' },
    text: '为当事人、辩护律师、诉讼代理人等依法查阅庭审录音录像提供便利，并设置必要的安全防范措施。' },
  { ...provisions, id: 'REC-11', article: '第十一条', title: { zh: '复制', en: 'Copying' },
    text: '当事人、辩护律师、诉讼代理人等可以依照规定复制录音或者誊录庭审录音录像，必要时人民法院应当配备相应设施。' },
  { ...provisions, id: 'REC-13', article: '第十三条', title: { zh: '追究责任的证据', en: 'Evidence of breaches' },
    text: '诉讼参与人、旁听人员违反法庭纪律或者有关法律规定，危害法庭安全、扰乱法庭秩序的，人民法院可以通过庭审录音录像进行调查核实，并将其作为追究法律责任的证据。' },
] as const satisfies readonly Provision[];
