import { begins, line, type CauseLine } from '#domain/law/causes/cause.ts';

/** 侵权责任纠纷: one part of the civil causes (civil.ts says the source). */
export const tort: CauseLine = begins('tort', line('侵权责任纠纷', 'Tort', [
  line('监护人责任纠纷', 'Guardians'),
  line('用人单位责任纠纷', 'Employers'),
  line('劳务派遣工作人员侵权责任纠纷', 'Dispatched workers'),
  line('提供劳务者致害责任纠纷', 'Harm by a person rendering service'),
  line('提供劳务者受害责任纠纷', 'Harm to a person rendering service'),
  line('网络侵权责任纠纷', 'Networks', [line('网络侵害虚拟财产纠纷', 'Virtual property')]),
  line('违反安全保障义务责任纠纷', 'Duty of safety', [
    line('经营场所、公共场所的经营者、管理者责任纠纷', 'Operators of public places'),
    line('群众性活动组织者责任纠纷', 'Organizers of events'),
  ]),
  line('教育机构责任纠纷', 'Educational institutions'),
  line('产品责任纠纷', 'Products', [
    line('产品生产者责任纠纷', 'Producers'),
    line('产品销售者责任纠纷', 'Sellers'),
  ]),
  line('机动车交通事故责任纠纷', 'Traffic accidents'),
  line('非机动车交通事故责任纠纷', 'Accidents without motor vehicles'),
  line('医疗损害责任纠纷', 'Medical harm', [
    line('侵害患者知情同意权责任纠纷', 'Informed consent'),
    line('医疗产品责任纠纷', 'Medical products'),
  ]),
  line('环境污染责任纠纷', 'Pollution', [
    line('大气污染责任纠纷', 'Air'),
    line('水污染责任纠纷', 'Water'),
    line('土壤污染责任纠纷', 'Soil'),
    line('噪声污染责任纠纷', 'Noise'),
  ]),
  line('生态破坏责任纠纷', 'Ecological harm'),
  line('高度危险责任纠纷', 'Ultra-hazardous activities'),
  line('饲养动物损害责任纠纷', 'Animals'),
  line('建筑物和物件损害责任纠纷', 'Buildings and things', [
    line('建筑物、构筑物倒塌、塌陷损害责任纠纷', 'Collapse'),
    line('高空抛物、坠物损害责任纠纷', 'Things falling from a height'),
    line('公共道路妨碍通行损害责任纠纷', 'Obstruction of a road'),
    line('地面施工、地下设施损害责任纠纷', 'Works and underground structures'),
  ]),
  line('义务帮工人受害责任纠纷', 'Harm to voluntary helpers'),
  line('见义勇为人受害责任纠纷', 'Harm to rescuers'),
  line('公证损害责任纠纷', 'Notarization'),
  line('因申请财产保全损害责任纠纷', 'Preservation of property'),
  line('申请先予执行损害责任纠纷', 'Advance execution'),
]));
