import type { DocumentRequest } from '#adapters/pdf/documents.ts';

/** One of each of the court's documents, with names whose letters are rare (𠮷, 㛃, 淼) and text that HTML could take for its own. */

const theCase = {
  court: '演示市中级人民法院',
  caseNumber: '（2026）演01民初17号',
  causeOfAction: '买卖合同纠纷',
  parties: '原告张𠮷与被告李㛃<有限>公司',
};

const bench = [
  { role: '审判长', name: '王审' },
  { role: '人民陪审员', name: '赵陪' },
  { role: '书记员', name: '钱记' },
];

export const sampleHash = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A drawn signature: a black curve on nothing, as the signing page gives it. PNG in base64. */
export const samplePng = [
  'iVBORw0KGgoAAAANSUhEUgAAALQAAABGCAYAAABll74gAAACO0lEQVR42u3cy3LjMAxE0YA1///LzDZVk1QiCeBDPHftWGar2QAoOx8fAAAAAAAAAAAAAAAAAFBAkKCETmeGfpuJ6T2BRoJhZr7yOk',
  'jopcwcv7yO7hJ6azNLaoZ+rZmZmqFf0b5pM+pmE4ZOFjqSTI//Ne4MvU+SazuSk5qhx6WzXnqAxgw918wwFL5ygJTSSXMHQ0vnlXW+rDFDb5I8hj+G3sGMTjz00PuVQUk9rqVj6AFlcNFrSejFTNYZ',
  'TEu3c7nrg9fRB+vVD25B0lq69gIzf03sykSNRdb6pgqYvt7Y1Mi/nQ5kP46OCWuNxUKj6nOlrrttbuafBBiZMKcNvn3lTRw3LhyTBI6kDbByUo6+9t0KWFEFU9a7Sw8df3zN07Q+6fH2lQoYF/5+av',
  'vbblysDxY6koTpN2/wahu3sgLGxc/WJ93jbRI6a6FXU6VPNNcK133yi5ul5pW7/eVO5759E1ONmlkyQuNpX122vjbQJLNMFZuZeYdThTt99XfPCtK1/ndjITuZ+af3O/G7zb3oPvVvrvOXHzDEKsap',
  '2GH+q1D94FS5ifsA320zFHoAUq9TdUWKFcz85M2zEnWl04W3pvRRj/FjIaGZOV/r4zRe6RyametblNdr3JLM1x+Kzcy5Wh9b/VpxImCeqY8MjJYo8l1TS+faAImTd3710KLVGFsFj9O3DdwUzDw2gI',
  'JANVM1I49N6rDjx5ZEhsbSLccVszIzti2JjvEAAAAAAAAAAAAAAAAAAACW4xOpNYlF8PoW4wAAAABJRU5ErkJggg==',
].join('');

const at = (time: string): string => `2026-03-09T${time}+08:00`;

export const sampleTranscript = {
  template: 'transcript',
  data: {
    ...theCase,
    title: '法庭审理笔录',
    sessionNumber: 1,
    open: true,
    startedAt: at('09:00:00'),
    endedAt: at('10:32:00'),
    place: '第三数字法庭',
    bench,
    present: [{ role: '原告', name: '张𠮷' }, { role: '被告委托诉讼代理人', name: '孙淼' }],
    lines: Array.from({ length: 40 }, (_, index) => ({
      speaker: index % 2 === 0 ? '审判长' : '原告张𠮷',
      at: at(`09:${String(index).padStart(2, '0')}:05`),
      text: index % 2 === 0 ? '请原告陈述诉讼请求及所依据的事实和理由。' : '请求判令被告支付货款人民币128,600元及逾期付款利息；诉讼费由被告承担。事实和理由见起诉状，补充一点：双方于2025年6月签订合同后，货物已经全部交付并验收 <合格> & "签字"。',
    })),
    version: 2,
    hash: sampleHash,
    signatures: [
      { role: '原告', name: '张𠮷', at: at('10:40:12'), verifiedBy: '手机验证码', image: samplePng },
      { role: '书记员', name: '钱记', at: at('10:52:30'), verifiedBy: '密码', image: samplePng },
      { role: '审判长', name: '王审', at: at('10:55:02'), verifiedBy: '密码', image: samplePng },
    ],
    refusals: [{ role: '被告委托诉讼代理人', name: '孙淼', at: at('10:45:00'), reason: '认为对质证意见的记载不完整。' }],
    superseded: null,
  },
} satisfies DocumentRequest;

export const sampleDocuments: readonly DocumentRequest[] = [
  {
    template: 'filing-acceptance',
    data: { ...theCase, addressee: { name: '张𠮷', role: '原告' }, filedAt: '2026-02-10T08:00:00Z', acceptedAt: '2026-02-12T02:00:00Z', division: '民事审判第二庭', clerk: '钱记', contact: '0391-0000000' },
  },
  {
    template: 'hearing-notice',
    data: {
      ...theCase, addressee: { name: '李㛃<有限>公司', role: '被告' }, sessionNumber: 1, sessionKind: '开庭', open: true, startsAt: at('09:00:00'),
      courtroom: '第三数字法庭', meetingNumber: '482 913 556', joinAddress: 'https://court.example/join', bench, contact: '0391-0000000', noticedAt: '2026-03-02T01:00:00Z',
    },
  },
  sampleTranscript,
  {
    template: 'refusal-to-sign',
    data: {
      ...theCase, sessionNumber: 1, refusedBy: { name: '孙淼', role: '被告委托诉讼代理人' }, refusedAt: at('10:45:00'), transcriptVersion: 2, transcriptHash: sampleHash,
      reason: '认为对质证意见的记载不完整。', circumstances: '书记员已当庭宣读有关记载并核对录音录像，记载与陈述一致；经释明后仍拒绝签名。', recordedBy: { name: '钱记', role: '书记员' }, recordedAt: at('10:50:00'),
    },
  },
  {
    template: 'gap-explanation',
    data: {
      ...theCase, sessionNumber: 1, openedAt: at('09:00:00'), closedAt: at('10:32:00'),
      gaps: [{ from: at('09:41:07'), to: at('09:43:52'), who: '原告张𠮷', cause: '网络中断', explanation: '原告所在地运营商线路故障，恢复后庭审继续，期间庭审中止，未进行诉讼活动。' }],
      explainedBy: { name: '周技', role: '技术人员' }, explainedAt: at('11:20:00'), image: samplePng,
    },
  },
  {
    template: 'ruling',
    data: {
      ...theCase, title: '民事裁定书', people: [{ name: '张𠮷', role: '原告' }, { name: '李㛃<有限>公司', role: '被告' }],
      findings: '原告向本院提出撤诉申请。本院审查认为：原告的申请不违反法律规定，不损害他人合法权益。', lead: '裁定如下：', decision: ['准许原告撤诉。'], effect: null,
      bench, at: '2026-03-02T01:00:00Z', basis: '《中华人民共和国民事诉讼法》（2023年修正）第一百四十八条',
    },
  },
  {
    template: 'livestream-approval',
    data: {
      ...theCase, appliedAt: '2026-03-02T01:00:00Z', risk: '低风险', opening: at('09:00:00'), courtroom: '第三数字法庭', division: '民事审判第二庭', judgeInCharge: '王审', panel: ['王审', '赵陪'],
      judge: { text: '案情简单，事实清楚，社会关注度低，建议直播 <合格>。', name: '王审', at: '2026-03-02T01:00:00Z' },
      divisionHead: { text: '同意。经审核，同意直播。', name: '钱庭', at: '2026-03-03T01:00:00Z' }, vicePresident: null,
    },
  },
  {
    template: 'session-document',
    data: {
      ...theCase, title: '调解书', sessionNumber: 1, bench, madeAt: at('10:45:00'), articles: '《中华人民共和国民事诉讼法》（2023年修正）第一百条',
      sections: [{ heading: '协议内容', lines: ['一、被告于2026年4月1日前支付货款五万元；', '二、原告放弃其他诉讼请求。'] }],
      signatures: [{ name: '张𠮷', role: '原告', at: at('10:44:00'), verifiedBy: '手机验证码', image: samplePng }],
    },
  },
  {
    template: 'service-receipt',
    data: {
      ...theCase, addressee: { name: '李㛃<有限>公司', role: '被告' }, document: '判决书', documentHash: sampleHash, how: '留置送达', servedOn: '2026年3月12日', receivedBy: '见证人王某',
      remarks: '受送达人拒收，已记明事由并拍照记录。', servedBy: '钱记', recordedAt: at('10:50:00'), articles: '《中华人民共和国民事诉讼法》（2023年修正）第八十九条',
    },
  },
  {
    template: 'statistics',
    data: {
      court: theCase.court, title: '审判管理统计表', caseNumber: '2026-01-01 至 2026-03-31', causeOfAction: '', madeBy: '吴管', madeAt: '2026-03-20T02:00:00Z',
      tables: [
        { title: '改期、取消、延期及原因', basis: 'G4', unit: null, rows: [{ label: '改期：原告张𠮷与被告李㛃<有限>公司申请', count: 3, cases: 2, average: '—', longest: '—' }] },
        { title: '录音录像缺口', basis: null, unit: '秒', rows: [{ label: '网络中断', count: 12, cases: 7, average: '4.2', longest: '31.0' }] },
        { title: '结案方式', basis: null, unit: '天', rows: [] },
      ],
    },
  },
  {
    template: 'archive-catalogue',
    data: {
      ...theCase, volume: '正卷', archivedAt: '2026-03-20T02:00:00Z', clerk: '钱记',
      items: Array.from({ length: 24 }, (_, index) => ({
        title: index % 3 === 0 ? '民事起诉状' : '庭审笔录第1版（含签名）', date: index % 4 === 3 ? null : at('09:00:00'), file: `data/evidence/${String(index + 1).padStart(3, '0')}.pdf`,
        sha256: sampleHash, sealed: index % 2 === 0, articles: 'G8、G10',
      })),
    },
  },
];
