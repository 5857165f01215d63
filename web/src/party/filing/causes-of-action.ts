/** Causes of action as the Supreme People's Court's list of civil causes names them: suggestions, in the law's own language. */
export const commonCauses = [
  '买卖合同纠纷', '民间借贷纠纷', '租赁合同纠纷', '物业服务合同纠纷', '信息网络买卖合同纠纷', '服务合同纠纷', '建设工程施工合同纠纷',
  '机动车交通事故责任纠纷', '追索劳动报酬纠纷', '离婚纠纷', '抚养费纠纷', '侵害商业秘密纠纷',
] as const;
