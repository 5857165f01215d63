/** The figures of the supervision desk: each is a measure over cases, in the period or as of now, and how its keys are said. */
import type { Words } from '#domain/law/ruled.ts';
import { closedWords, stageWords } from '#domain/case/stages.ts';
import { causeWords } from '#domain/hearing/continuity.ts';
import { roleWords } from '#domain/people/roles.ts';
import { taskCatalogue } from '#domain/tasks/catalogue.ts';

export interface Measure {
  title: Words;
  /** `now`: what is open; `period`: what happened in it. */
  over: 'now' | 'period';
  /** What is averaged beside the number; null: nothing is. */
  unit: 'days' | 'seconds' | null;
  articles: readonly string[];
  /** How a key is said; null: it is a person's id, or a text that somebody wrote. */
  words(key: string): Words | null;
}

const from = (known: Readonly<Record<string, Words | undefined>>) => (key: string): Words | null => known[key] ?? null;
const words = (zh: string, en: string): Words => ({ zh, en });
const titles = Object.fromEntries(Object.values(taskCatalogue).map(({ kind, title }) => [kind, title]));

export const ageBuckets = ['under30', 'under90', 'under180', 'over180'] as const;
const ageWords = { under30: words('不满30天', 'under 30 days'), under90: words('30至89天', '30 to 89 days'), under180: words('90至179天', '90 to 179 days'), over180: words('180天以上', '180 days and more') };
const provenWords = { confirmed: words('本人确认', 'confirmed'), phone: words('电话告知', 'told by phone'), waived: words('法官决定免除', 'waived by the judge'), unproven: words('尚未证明', 'not proven yet') };
const postponedWords = { moved: words('改期', 'moved'), cancelled: words('取消', 'cancelled'), adjourned: words('延期审理', 'adjourned') };
const consentWords = { consent: words('同意', 'consented'), refuse: words('不同意', 'refused') };

export const measures = {
  stage: { title: words('未结案件所在阶段', 'Open cases by stage'), over: 'now', unit: 'days', articles: [], words: from(stageWords) },
  age: { title: words('未结案件立案时长', 'Open cases by age'), over: 'now', unit: 'days', articles: [], words: from(ageWords) },
  waiting: { title: words('在等谁', 'Waiting for whom'), over: 'now', unit: 'days', articles: [], words: from(roleWords) },
  overdue: { title: words('逾期事项', 'Overdue tasks'), over: 'now', unit: 'days', articles: [], words: from(titles) },
  judges: { title: words('法官承办未结案件', 'Open cases by judge'), over: 'now', unit: 'days', articles: [], words: () => null },
  clerks: { title: words('书记员承办未结案件', 'Open cases by clerk'), over: 'now', unit: 'days', articles: [], words: () => null },
  closed: { title: words('结案方式', 'Cases closed, by how'), over: 'period', unit: 'days', articles: [], words: from(closedWords) },
  notices: { title: words('通知的证明', 'Notices proven'), over: 'period', unit: null, articles: ['G4'], words: from(provenWords) },
  postponements: {
    title: words('改期、取消、延期及原因', 'Postponements and causes'), over: 'period', unit: null, articles: ['G4'],
    words: (key) => {
      const at = key.indexOf(':');
      const known = postponedWords[(at < 0 ? key : key.slice(0, at)) as keyof typeof postponedWords] as Words | undefined;
      const why = at < 0 ? '' : key.slice(at + 1);
      return known ? (why === '' ? known : words(`${known.zh}：${why}`, `${known.en}: ${why}`)) : null;
    },
  },
  interruptions: { title: words('庭审中断', 'Interruptions of hearings'), over: 'period', unit: 'seconds', articles: ['G6', 'G12'], words: from(causeWords) },
  gaps: { title: words('录音录像缺口', 'Gaps of recordings'), over: 'period', unit: 'seconds', articles: ['G6', 'G12'], words: from(causeWords) },
  consents: { title: words('对在线审理的意见', 'Consent to online hearings'), over: 'period', unit: null, articles: ['G1', 'ONL-4'], words: from(consentWords) },
  held: { title: words('法官开庭次数', 'Sessions held by judge'), over: 'period', unit: null, articles: [], words: () => null },
  work: { title: words('本院人员办结事项', 'Tasks completed by staff'), over: 'period', unit: null, articles: [], words: () => null },
} as const satisfies Record<string, Measure>;

export type MeasureName = keyof typeof measures;
export const measureNames = Object.keys(measures) as MeasureName[];
