import { begins, line, type CauseLine } from '#domain/law/causes/cause.ts';

/** 劳动争议、人事争议: one part of the civil causes (civil.ts says the source). */
export const labourAndPersonnel: CauseLine = begins('labour', line('劳动争议、人事争议', 'Labour and personnel', [
  line('劳动争议', 'Labour', [
    line('劳动合同纠纷', 'Labour contract', [
      line('确认劳动关系纠纷', 'Existence of employment'),
      line('集体合同纠纷', 'Collective agreement'),
      line('劳务派遣合同纠纷', 'Labour dispatch'),
      line('非全日制用工纠纷', 'Part-time employment'),
      line('追索劳动报酬纠纷', 'Wages'),
      line('经济补偿金纠纷', 'Severance'),
      line('竞业限制纠纷', 'Non-competition'),
    ]),
    line('社会保险纠纷', 'Social insurance', [
      line('养老保险待遇纠纷', 'Pension'),
      line('工伤保险待遇纠纷', 'Work injury'),
      line('医疗保险待遇纠纷', 'Medical insurance'),
      line('生育保险待遇纠纷', 'Maternity'),
      line('失业保险待遇纠纷', 'Unemployment'),
    ]),
    line('福利待遇纠纷', 'Welfare'),
  ]),
  line('人事争议', 'Personnel', [
    line('聘用合同纠纷', 'Employment by a public institution'),
    line('辞职纠纷', 'Resignation'),
    line('辞退纠纷', 'Dismissal'),
  ]),
]));
