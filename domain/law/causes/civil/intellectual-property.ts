import { line, type CauseLine } from '#domain/law/causes/cause.ts';

/** 知识产权与竞争纠纷: one part of the civil causes (civil.ts says the source). */
export const intellectualProperty: CauseLine = line('知识产权与竞争纠纷', 'Intellectual property and competition', [
  line('知识产权合同纠纷', 'Contracts on intellectual property', [
    line('著作权合同纠纷', 'Copyright contracts'),
    line('商标合同纠纷', 'Trademark contracts'),
    line('特许经营合同纠纷', 'Franchise'),
  ]),
  line('知识产权权属、侵权纠纷', 'Title to and infringement of intellectual property', [
    line('著作权权属、侵权纠纷', 'Copyright'),
    line('商标权权属、侵权纠纷', 'Trademarks'),
    line('专利权权属、侵权纠纷', 'Patents'),
  ]),
  line('不正当竞争纠纷', 'Unfair competition', [
    line('仿冒纠纷', 'Passing off'),
    line('虚假宣传纠纷', 'False advertising'),
    line('侵害商业秘密纠纷', 'Trade secrets'),
    line('商业诋毁纠纷', 'Commercial disparagement'),
  ]),
  line('垄断纠纷', 'Monopoly'),
]);
