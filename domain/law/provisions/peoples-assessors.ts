import type { Provision } from '../provision.ts';

/** PAL: the law of people's assessors; PAI: its interpretation, 法释〔2019〕5号. */
const law = {
  document: { zh: '《中华人民共和国人民陪审员法》', en: 'People\'s Assessors Law' },
  inForce: '2018-04-27',
  source: '2018年4月27日第十三届全国人民代表大会常务委员会第二次会议通过，自公布之日起施行',
} as const;
const interpretation = {
  document: { zh: '最高人民法院关于适用《中华人民共和国人民陪审员法》若干问题的解释（法释〔2019〕5号）', en: 'Supreme People\'s Court, Interpretation of the People\'s Assessors Law (2019, no. 5)' },
  inForce: '2019-05-01',
  source: '法释〔2019〕5号，2019年2月18日最高人民法院审判委员会第1761次会议通过，2019年4月24日公布，自2019年5月1日起施行',
} as const;

export const peoplesAssessors = [
  { ...law, id: 'PAL-2', article: '第二条', title: { zh: '权利和义务', en: 'Right and duty' },
    text: '公民有依法担任人民陪审员的权利和义务。人民陪审员依照本法产生，依法参加人民法院的审判活动，除法律另有规定外，同法官有同等权利。' },
  { ...law, id: 'PAL-3', article: '第三条', title: { zh: '忠实履职、保守秘密', en: 'Faithful service and secrecy' },
    text: '人民陪审员依法享有参加审判活动、独立发表意见、获得履职保障等权利。应当忠实履行审判职责，保守审判秘密，注重司法礼仪，维护司法形象。' },
  { ...law, id: 'PAL-15', article: '第十五条', title: { zh: '由陪审员参审的案件', en: 'Cases heard with assessors' },
    text: '第一审案件涉及群体利益、公共利益的，人民群众广泛关注或者其他社会影响较大的，案情复杂或者有其他情形需要由人民陪审员参加审判的，由人民陪审员和法官组成合议庭进行；法律规定由法官独任审理或者由法官组成合议庭审理的，从其规定。' },
  { ...law, id: 'PAL-18', article: '第十八条', title: { zh: '陪审员的回避', en: 'Recusal of assessors' },
    text: '人民陪审员的回避，适用审判人员回避的法律规定。' },
  { ...law, id: 'PAL-19', article: '第十九条', title: { zh: '随机抽取', en: 'Drawn at random' },
    text: '基层人民法院审判案件需要由人民陪审员参加合议庭审判的，应当在人民陪审员名单中随机抽取确定。' },
  { ...law, id: 'PAL-27', article: '第二十七条', title: { zh: '无正当理由拒绝参审', en: 'Refusal without good reason' },
    text: '人民陪审员无正当理由，拒绝参加审判活动，影响审判工作正常进行的，经查证属实，由院长提请同级人民代表大会常务委员会免除其职务，并可以采取通知其所在单位、公开通报等措施进行惩戒。' },
  { ...interpretation, id: 'PAI-3', article: '第三条', title: { zh: '开庭七日前抽取和递补', en: 'Drawn seven days ahead; substitutes' },
    text: '人民法院应当在开庭七日前从人民陪审员名单中随机抽取确定人民陪审员。可以根据案件审判需要，随机抽取一定数量的候补人民陪审员，并确定递补顺序，一并告知当事人。' },
] as const satisfies readonly Provision[];
