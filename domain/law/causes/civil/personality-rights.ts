import { begins, line, type CauseLine } from '#domain/law/causes/cause.ts';

/** 人格权纠纷: one part of the civil causes (civil.ts says the source). */
export const personalityRights: CauseLine = begins('tort', line('人格权纠纷', 'Personality rights', [
  line('生命权、身体权、健康权纠纷', 'Life, body and health'),
  line('姓名权纠纷', 'Name'),
  line('名称权纠纷', 'Name of an organization'),
  line('肖像权纠纷', 'Portrait'),
  line('声音保护纠纷', 'Protection of the voice'),
  line('名誉权纠纷', 'Reputation'),
  line('荣誉权纠纷', 'Honour'),
  line('隐私权、个人信息保护纠纷', 'Privacy and personal information', [
    line('隐私权纠纷', 'Privacy'),
    line('个人信息保护纠纷', 'Personal information'),
  ]),
  line('婚姻自主权纠纷', 'Freedom of marriage'),
  line('人身自由权纠纷', 'Personal liberty'),
  line('一般人格权纠纷', 'General personality rights', [line('平等就业权纠纷', 'Equal employment')]),
]));
