/**
 * The discipline of the court and what must be announced before an online hearing (G6).
 *
 * A text is law to those who acknowledged it, so a version never changes once it was used: a new text is a new
 * version at the end of the list, and the record of an acknowledgement names the version.
 */
import type { ArticleId } from '#domain/law/articles.ts';
import type { Words } from '#domain/law/ruled.ts';

export interface DisciplinePoint {
  articles: readonly ArticleId[];
  text: Words;
}

export interface Discipline {
  version: string;
  heading: Words;
  /** In the order in which they are read out. */
  points: readonly DisciplinePoint[];
}

export const disciplines: readonly Discipline[] = [
  {
    version: '2026-1',
    heading: { zh: '法庭纪律和在线庭审告知事项', en: 'Discipline of the court and rules of the online hearing' },
    points: [
      { articles: ['G6(1)'], text: {
        zh: '庭审期间须保持网络畅通。除网络故障、设备损毁、电力中断及其他不可抗力外，不得擅自离线。',
        en: 'Stay connected throughout. Except for network failure, device damage, power cut or other force majeure nobody may leave.' } },
      { articles: ['G6(1)', 'CPL-146', 'CPL-147'], text: {
        zh: '无正当理由离线、退出，或者未经批准中途退庭的：原告或上诉人，依法按撤诉或撤回上诉处理；被告或被上诉人，依法按缺席处理。是否有正当理由，由法官核实后决定。',
        en: 'Leaving without good reason or without permission: a plaintiff or appellant is treated by law as withdrawing the action or the appeal, a defendant or appellee as absent. The judge verifies the cause and decides.' } },
      { articles: ['G6(2)'], text: {
        zh: '庭审全程录音录像。',
        en: 'The whole hearing is recorded in sound and picture.' } },
      { articles: ['G6(2)'], text: {
        zh: '请尊重司法礼仪、遵守法庭纪律。参加庭审的场所应当封闭，无关人员不得进入，须保持安静。',
        en: 'Respect the court and its rules. The place that you attend from is closed, nobody else may enter, and it is quiet.' } },
      { articles: ['G6(3)'], text: {
        zh: '违反法庭纪律、妨碍诉讼活动顺利进行的，可依法追究法律责任。庭审录音录像可以作为追责证据。',
        en: 'Whoever breaks the discipline and hinders the proceedings may be held liable by law. The recording may serve as evidence of it.' } },
    ],
  },
];

/** The version that is read out today: the last one. */
export const currentDiscipline: Discipline = disciplines[disciplines.length - 1]!;

/** @returns the text of a version that was acknowledged, or undefined if there never was one. */
export const disciplineOf = (version: string): Discipline | undefined => disciplines.find((discipline) => discipline.version === version);
