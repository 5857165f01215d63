import type { Provision } from '../provision.ts';

/** APL: Administrative Procedure Law, as amended for the second time on 27 June 2017. */
const law = {
  document: { zh: '《中华人民共和国行政诉讼法》（2017年修正）', en: 'Administrative Procedure Law (amended 2017)' },
  inForce: '2017-07-01',
  source: '第十二届全国人民代表大会常务委员会第二十八次会议《关于修改〈中华人民共和国民事诉讼法〉和〈中华人民共和国行政诉讼法〉的决定》第二次修正，2017年6月27日通过，自2017年7月1日起施行',
} as const;

export const administrativeProcedureLaw = [
  { ...law, id: 'APL-25', article: '第二十五条', title: { zh: '原告', en: 'Plaintiff' },
    text: '行政行为的相对人以及其他与行政行为有利害关系的公民、法人或者其他组织，有权提起诉讼。' },
  { ...law, id: 'APL-26', article: '第二十六条', title: { zh: '被告', en: 'Defendant' },
    text: '公民、法人或者其他组织直接向人民法院提起诉讼的，作出行政行为的行政机关是被告。' },
  { ...law, id: 'APL-31', article: '第三十一条', title: { zh: '诉讼代理人', en: 'Agents' },
    text: '当事人、法定代理人，可以委托一至二人作为诉讼代理人。律师、基层法律服务工作者，当事人的近亲属或者工作人员，当事人所在社区、单位以及有关社会团体推荐的公民，可以被委托为诉讼代理人。' },
  { ...law, id: 'APL-49', article: '第四十九条', title: { zh: '起诉条件', en: 'Conditions for an action' },
    text: '原告是符合本法第二十五条规定的公民、法人或者其他组织；有明确的被告；有具体的诉讼请求和事实根据；属于人民法院受案范围和受诉人民法院管辖。' },
  { ...law, id: 'APL-51', article: '第五十一条', title: { zh: '登记立案', en: 'Registering a filing' },
    text: '在接到起诉状时对符合起诉条件的，应当登记立案；当场不能判定的，应当接收起诉状，出具注明收到日期的书面凭证，并在七日内决定是否立案。起诉状内容欠缺或者有其他错误的，应当给予指导和释明，并一次性告知当事人需要补正的内容。不符合起诉条件的，作出不予立案的裁定，裁定书应当载明不予立案的理由；原告对裁定不服的，可以提起上诉。' },
  { ...law, id: 'APL-54', article: '第五十四条', title: { zh: '公开审理', en: 'Public trial' },
    text: '人民法院公开审理行政案件，但涉及国家秘密、个人隐私和法律另有规定的除外。涉及商业秘密的案件，当事人申请不公开审理的，可以不公开审理。' },
  { ...law, id: 'APL-55', article: '第五十五条', title: { zh: '回避', en: 'Recusal' },
    text: '当事人认为审判人员与本案有利害关系或者有其他关系可能影响公正审判，有权申请审判人员回避。适用于书记员、翻译人员、鉴定人、勘验人。院长担任审判长时的回避，由审判委员会决定；审判人员的回避，由院长决定；其他人员的回避，由审判长决定。当事人对决定不服的，可以申请复议一次。' },
  { ...law, id: 'APL-58', article: '第五十八条', title: { zh: '拒不到庭或者中途退庭', en: 'Absence and leaving' },
    text: '经人民法院传票传唤，原告无正当理由拒不到庭，或者未经法庭许可中途退庭的，可以按照撤诉处理；被告无正当理由拒不到庭，或者未经法庭许可中途退庭的，可以缺席判决。' },
  { ...law, id: 'APL-60', article: '第六十条', title: { zh: '不适用调解及其例外', en: 'No mediation, with exceptions' },
    text: '人民法院审理行政案件，不适用调解。但是，行政赔偿、补偿以及行政机关行使法律、法规规定的自由裁量权的案件可以调解。' },
  { ...law, id: 'APL-62', article: '第六十二条', title: { zh: '撤诉', en: 'Withdrawal of the action' },
    text: '人民法院对行政案件宣告判决或者裁定前，原告申请撤诉的，或者被告改变其所作的行政行为，原告同意并申请撤诉的，是否准许，由人民法院裁定。' },
  { ...law, id: 'APL-68', article: '第六十八条', title: { zh: '行政案件的合议庭', en: 'The panel of an administrative case' },
    text: '人民法院审理行政案件，由审判员组成合议庭，或者由审判员、陪审员组成合议庭。合议庭的成员，应当是三人以上的单数。' },
  { ...law, id: 'APL-80', article: '第八十条', title: { zh: '公开宣判', en: 'Public pronouncement' },
    text: '人民法院对公开审理和不公开审理的案件，一律公开宣告判决。当庭宣判的，应当在十日内发送判决书；定期宣判的，宣判后立即发给判决书。宣告判决时，必须告知当事人上诉权利、上诉期限和上诉的人民法院。' },
  { ...law, id: 'APL-83', article: '第八十三条', title: { zh: '行政案件的简易程序', en: 'Summary procedure of administrative cases' },
    text: '适用简易程序审理的行政案件，由审判员一人独任审理，并应当在立案之日起四十五日内审结。' },
  { ...law, id: 'APL-85', article: '第八十五条', title: { zh: '上诉期限', en: 'Time for appeal' },
    text: '当事人不服人民法院第一审判决的，有权在判决书送达之日起十五日内向上一级人民法院提起上诉；不服第一审裁定的，有权在裁定书送达之日起十日内向上一级人民法院提起上诉。逾期不提起上诉的，第一审判决或者裁定发生法律效力。' },
  { ...law, id: 'APL-86', article: '第八十六条', title: { zh: '上诉案件的合议庭', en: 'The panel on appeal' },
    text: '人民法院对上诉案件，应当组成合议庭，开庭审理。经过阅卷、调查和询问当事人，对没有提出新的事实、证据或者理由，合议庭认为不需要开庭审理的，也可以不开庭审理。' },
  { ...law, id: 'APL-101', article: '第一百零一条', title: { zh: '适用民事诉讼法', en: 'Civil procedure applies' },
    text: '人民法院审理行政案件，关于期间、送达、财产保全、开庭审理、调解、中止诉讼、终结诉讼、简易程序、执行等，以及人民检察院对行政案件受理、审理、裁判、执行的监督，本法没有规定的，适用《中华人民共和国民事诉讼法》的相关规定。' },
] as const satisfies readonly Provision[];
