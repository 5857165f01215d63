import { begins, line, type CauseLine } from '#domain/law/causes/cause.ts';

/** 物权纠纷: one part of the civil causes (civil.ts says the source). */
export const property: CauseLine = begins('property', line('物权纠纷', 'Property', [
  line('不动产登记纠纷', 'Registration of real property', [
    line('异议登记不当损害责任纠纷', 'Damages for a wrong objection'),
    line('虚假登记损害责任纠纷', 'Damages for a false registration'),
  ]),
  line('物权保护纠纷', 'Protection of property', [
    line('物权确认纠纷', 'Confirmation of property', [
      line('所有权确认纠纷', 'Confirmation of ownership'),
      line('用益物权确认纠纷', 'Confirmation of usufruct'),
      line('担保物权确认纠纷', 'Confirmation of security'),
    ]),
    line('返还原物纠纷', 'Return of a thing'),
    line('排除妨害纠纷', 'Removal of an interference'),
    line('消除危险纠纷', 'Removal of a danger'),
    line('修理、重作、更换纠纷', 'Repair, remaking, replacement'),
    line('恢复原状纠纷', 'Restoration'),
    line('财产损害赔偿纠纷', 'Damage to property'),
  ]),
  line('所有权纠纷', 'Ownership', [
    line('侵害集体经济组织成员权益纠纷', 'Rights of members of a collective'),
    line('建筑物区分所有权纠纷', 'Condominium', [
      line('业主专有权纠纷', 'Exclusive parts'),
      line('业主共有权纠纷', 'Common parts'),
      line('车位纠纷', 'Parking spaces'),
      line('车库纠纷', 'Garages'),
    ]),
    line('业主撤销权纠纷', 'Setting aside decisions of owners'),
    line('业主知情权纠纷', 'Information for owners'),
    line('遗失物返还纠纷', 'Return of lost things'),
    line('相邻关系纠纷', 'Neighbours', [
      line('相邻用水、排水纠纷', 'Water and drainage'),
      line('相邻通行纠纷', 'Passage'),
      line('相邻采光、日照纠纷', 'Light and sun'),
      line('相邻污染侵害纠纷', 'Pollution'),
    ]),
    line('共有纠纷', 'Co-ownership', [
      line('共有权确认纠纷', 'Confirmation of co-ownership'),
      line('共有物分割纠纷', 'Division of a common thing'),
    ]),
  ]),
  line('用益物权纠纷', 'Usufruct', [
    line('土地承包经营权纠纷', 'Contracted management of land'),
    line('建设用地使用权纠纷', 'Use of construction land'),
    line('宅基地使用权纠纷', 'Use of a homestead'),
    line('居住权纠纷', 'Right of habitation'),
    line('地役权纠纷', 'Easements'),
  ]),
  line('担保物权纠纷', 'Security', [
    line('抵押权纠纷', 'Mortgage'),
    line('质权纠纷', 'Pledge'),
    line('留置权纠纷', 'Lien'),
  ]),
  line('占有保护纠纷', 'Protection of possession', [
    line('占有物返还纠纷', 'Return of possession'),
    line('占有物损害赔偿纠纷', 'Damage to a thing possessed'),
  ]),
]));
