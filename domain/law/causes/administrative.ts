import { line, type CauseList } from './cause.ts';

/** Administrative causes of action: the second level of the interim provisions, with the frequent lines below. */
export const administrativeCauses: CauseList = {
  caseType: 'administrative',
  title: '行政案件案由',
  source: '最高人民法院《关于行政案件案由的暂行规定》（法发〔2020〕44 号）',
  from: '2021-01-01',
  causes: [
    line('行政行为', 'Administrative acts', [
      line('行政处罚', 'Penalties', [
        line('警告', 'Warning'),
        line('罚款', 'Fine'),
        line('没收违法所得', 'Confiscation of unlawful gains'),
        line('责令停产停业', 'Order to stop business'),
        line('吊销许可证件', 'Revocation of a licence'),
        line('行政拘留', 'Administrative detention'),
      ]),
      line('行政强制措施', 'Coercive measures', [
        line('查封场所、设施或者财物', 'Sealing'),
        line('扣押财物', 'Seizure'),
        line('冻结存款、汇款', 'Freezing'),
      ]),
      line('行政强制执行', 'Compulsory execution', [line('强制拆除房屋或者设施', 'Demolition')]),
      line('行政许可', 'Licences', [
        line('工商登记', 'Business registration'),
        line('颁发许可证件', 'Issue of a licence'),
        line('撤销许可', 'Withdrawal of a licence'),
      ]),
      line('行政征收或者征用', 'Expropriation and requisition', [line('征收或者征用房屋', 'Houses'), line('征收或者征用土地', 'Land')]),
      line('行政登记', 'Registration', [
        line('房屋所有权登记', 'Ownership of houses'),
        line('不动产抵押登记', 'Mortgage of real property'),
        line('婚姻登记', 'Marriage'),
        line('户口登记', 'Household'),
      ]),
      line('行政确认', 'Confirmation', [line('基本养老保险资格或者待遇认定', 'Entitlement to a pension'), line('工伤保险资格或者待遇认定', 'Entitlement for a work injury')]),
      line('行政给付', 'Benefits', [line('给付抚恤金', 'Pensions for the bereaved'), line('给付基本养老金', 'Basic pension'), line('给付最低生活保障金', 'Subsistence allowance')]),
      line('行政允诺', 'Promises'),
      line('行政征缴', 'Levies'),
      line('行政奖励', 'Awards'),
      line('行政收费', 'Fees'),
      line('政府信息公开', 'Government information'),
      line('行政批复', 'Approvals'),
      line('行政处理', 'Decisions', [line('责令退还非法占用土地', 'Return of land unlawfully occupied'), line('责令限期拆除', 'Removal within a time')]),
      line('行政复议', 'Administrative review', [line('不予受理行政复议申请决定', 'Refusal to accept'), line('驳回行政复议申请决定', 'Dismissal')]),
      line('行政裁决', 'Adjudication'),
      line('行政协议', 'Agreements', [line('订立行政协议', 'Conclusion'), line('单方变更、解除行政协议', 'Change or end by one side'), line('不依法履行、未按约定履行行政协议', 'Performance')]),
      line('行政补偿', 'Compensation'),
      line('行政赔偿', 'Damages'),
    ]),
    line('不履行法定职责', 'Failure to act'),
    line('公益诉讼', 'Public interest'),
  ],
};
