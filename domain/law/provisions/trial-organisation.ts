import type { Provision } from '../provision.ts';

/** Who hears a case, who withdraws from it, who represents a party: of the three procedure laws. */
const civil = {
  document: { zh: '《中华人民共和国民事诉讼法》（2023年修正）', en: 'Civil Procedure Law (amended 2023)' },
  inForce: '2024-01-01',
  source: '第十四届全国人民代表大会常务委员会第五次会议修正，2023年9月1日通过，2024年1月1日起施行',
} as const;
const administrative = {
  document: { zh: '《中华人民共和国行政诉讼法》（2017年修正）', en: 'Administrative Litigation Law (amended 2017)' },
  inForce: '2017-07-01',
  source: '第十二届全国人民代表大会常务委员会第二十八次会议修正，2017年6月27日通过，2017年7月1日起施行',
} as const;
const criminal = {
  document: { zh: '《中华人民共和国刑事诉讼法》（2018年修正）', en: 'Criminal Procedure Law (amended 2018)' },
  inForce: '2018-10-26',
  source: '第十三届全国人民代表大会常务委员会第六次会议修正，2018年10月26日通过并施行',
} as const;

export const trialOrganisation = [
  { ...civil, id: 'CPL-40', article: '第四十条', title: { zh: '第一审的审判组织', en: 'Who hears a case at first instance' },
    text: '第一审民事案件，由审判员、人民陪审员共同组成合议庭或者由审判员组成合议庭，成员人数必须是单数。适用简易程序审理的，由审判员一人独任审理。基层人民法院审理的基本事实清楚、权利义务关系明确的第一审民事案件，可以由审判员一人适用普通程序独任审理。' },
  { ...civil, id: 'CPL-41', article: '第四十一条', title: { zh: '第二审的审判组织', en: 'Who hears a case at second instance' },
    text: '第二审民事案件，由审判员组成合议庭，成员人数必须是单数。中级人民法院对第一审适用简易程序审结或者不服裁定提起上诉的案件，事实清楚、权利义务关系明确的，经双方当事人同意，可以由审判员一人独任审理。' },
  { ...civil, id: 'CPL-42', article: '第四十二条', title: { zh: '不得独任审理', en: 'Not by a sole judge' },
    text: '涉及国家利益、社会公共利益，涉及群体性纠纷、可能影响社会稳定，人民群众广泛关注或者其他社会影响较大，属于新类型或者疑难复杂，法律规定应当组成合议庭，其他不宜的民事案件，不得由审判员一人独任审理。' },
  { ...civil, id: 'CPL-44', article: '第四十四条', title: { zh: '审判长', en: 'The presiding judge' },
    text: '合议庭的审判长由院长或者庭长指定审判员一人担任；院长或者庭长参加审判的，由院长或者庭长担任。' },
  { ...civil, id: 'CPL-47', article: '第四十七条', title: { zh: '回避', en: 'Recusal' },
    text: '审判人员是本案当事人或者当事人、诉讼代理人近亲属的，与本案有利害关系的，与本案当事人、诉讼代理人有其他关系、可能影响公正审理的，应当自行回避，当事人有权申请他们回避。适用于法官助理、书记员、司法技术人员、翻译人员、鉴定人、勘验人。' },
  { ...civil, id: 'CPL-48', article: '第四十八条', title: { zh: '申请回避', en: 'Applying for recusal' },
    text: '当事人提出回避申请，应当说明理由，在案件开始审理时提出；回避事由在案件开始审理后知道的，也可以在法庭辩论终结前提出。被申请回避的人员在作出决定前，应当暂停参与本案的工作，但需要采取紧急措施的除外。' },
  { ...civil, id: 'CPL-49', article: '第四十九条', title: { zh: '谁决定回避', en: 'Who decides on recusal' },
    text: '院长担任审判长或者独任审判员时的回避，由审判委员会决定；审判人员的回避，由院长决定；其他人员的回避，由审判长或者独任审判员决定。' },
  { ...civil, id: 'CPL-50', article: '第五十条', title: { zh: '回避决定和复议', en: 'The decision on recusal; reconsideration' },
    text: '对回避申请，应当在申请提出的三日内，以口头或者书面形式作出决定。申请人对决定不服的，可以在接到决定时申请复议一次。复议期间，被申请回避的人员不停止参与本案的工作。' },
  { ...civil, id: 'CPL-63', article: '第六十三条', title: { zh: '代理权的变更和解除', en: 'Change or end of an agent’s authority' },
    text: '诉讼代理人的权限如果变更或者解除，当事人应当书面告知人民法院，并由人民法院通知对方当事人。' },
  { ...civil, id: 'CPL-75', article: '第七十五条', title: { zh: '证人出庭', en: 'Witnesses' },
    text: '凡是知道案件情况的单位和个人，都有义务出庭作证。有关单位的负责人应当支持证人作证。不能正确表达意思的人，不能作证。' },
  { ...civil, id: 'CPL-131', article: '第一百三十一条', title: { zh: '告知审判人员', en: 'Telling the parties who hears the case' },
    text: '审判人员确定后，应当在三日内告知当事人。' },
  { ...administrative, id: 'APL-68', article: '第六十八条', title: { zh: '行政案件的合议庭', en: 'The panel of an administrative case' },
    text: '人民法院审理行政案件，由审判员组成合议庭，或者由审判员、陪审员组成合议庭。合议庭的成员，应当是三人以上的单数。' },
  { ...administrative, id: 'APL-83', article: '第八十三条', title: { zh: '行政案件的简易程序', en: 'Summary procedure of administrative cases' },
    text: '适用简易程序审理的行政案件，由审判员一人独任审理，并应当在立案之日起四十五日内审结。' },
  { ...criminal, id: 'CRPL-183', article: '第一百八十三条', title: { zh: '刑事案件的审判组织', en: 'Who hears a criminal case' },
    text: '基层人民法院、中级人民法院审判第一审案件，应当由审判员三人或者由审判员和人民陪审员共三人或者七人组成合议庭进行，但是基层人民法院适用简易程序、速裁程序的案件可以由审判员一人独任审判。审判上诉和抗诉案件，由审判员三人或者五人组成合议庭进行。' },
] as const satisfies readonly Provision[];
