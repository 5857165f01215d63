import { begins, line, type CauseLine } from '#domain/law/causes/cause.ts';

/** 婚姻家庭、继承纠纷: one part of the civil causes (civil.ts says the source). */
export const marriageFamilyAndSuccession: CauseLine = begins('family', line('婚姻家庭、继承纠纷', 'Marriage, family and succession', [
  line('婚姻家庭纠纷', 'Marriage and family', [
    line('婚约财产纠纷', 'Property given for an engagement'),
    line('婚内夫妻财产分割纠纷', 'Division of property during marriage'),
    line('离婚纠纷', 'Divorce'),
    line('离婚后财产纠纷', 'Property after divorce'),
    line('离婚后损害责任纠纷', 'Damages after divorce'),
    line('婚姻无效纠纷', 'Nullity of marriage'),
    line('撤销婚姻纠纷', 'Annulment of marriage'),
    line('夫妻财产约定纠纷', 'Agreements on marital property'),
    line('同居关系纠纷', 'Cohabitation', [
      line('同居关系析产纠纷', 'Property after cohabitation'),
      line('同居关系子女抚养纠纷', 'Children after cohabitation'),
    ]),
    line('亲子关系纠纷', 'Parentage', [
      line('确认亲子关系纠纷', 'Establishing parentage'),
      line('否认亲子关系纠纷', 'Denying parentage'),
    ]),
    line('抚养纠纷', 'Maintenance of children', [
      line('抚养费纠纷', 'Child support'),
      line('变更抚养关系纠纷', 'Change of custody'),
    ]),
    line('扶养纠纷', 'Maintenance between spouses and siblings', [
      line('扶养费纠纷', 'Payments of maintenance'),
      line('变更扶养关系纠纷', 'Change of maintenance'),
    ]),
    line('赡养纠纷', 'Support of parents', [
      line('赡养费纠纷', 'Payments of support'),
      line('变更赡养关系纠纷', 'Change of support'),
    ]),
    line('收养关系纠纷', 'Adoption', [
      line('确认收养关系纠纷', 'Establishing adoption'),
      line('解除收养关系纠纷', 'Ending adoption'),
    ]),
    line('监护权纠纷', 'Guardianship'),
    line('探望权纠纷', 'Visiting a child'),
    line('分家析产纠纷', 'Division of a household'),
  ]),
  line('继承纠纷', 'Succession', [
    line('法定继承纠纷', 'Intestate succession', [
      line('转继承纠纷', 'Subsequent succession'),
      line('代位继承纠纷', 'Succession by representation'),
    ]),
    line('遗嘱继承纠纷', 'Testamentary succession'),
    line('被继承人债务清偿纠纷', 'Debts of the deceased'),
    line('遗赠纠纷', 'Legacies'),
    line('遗赠扶养协议纠纷', 'Legacy-support agreements'),
    line('遗产管理纠纷', 'Administration of an estate'),
  ]),
]));
