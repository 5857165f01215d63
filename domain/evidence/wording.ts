/** How the record says what happened with evidence, and the lines that the transcript is offered. Pure. */
import type { Words } from '#domain/law/ruled.ts';
import type { EvidenceChange } from './acts.ts';
import { aspects, aspectWords, evidenceFormWords, evidenceKindWords, opinionOf, versionOf, type EvidenceItem, type Opinion } from './item.ts';
import { lateDecisionWords } from './lateness.ts';
import { periodBasisWords, type EvidencePeriod } from './period.ts';

type NameOf = (participantId: string) => string;

export function wordEvidenceChange(change: EvidenceChange, items: readonly EvidenceItem[], nameOf: NameOf): Words {
  const whose = change.participantId ? nameOf(change.participantId) : '';
  const list = items.map((item) => `《${item.title}》`).join('、');
  const titles = items.map((item) => `“${item.title}”`).join(', ');
  switch (change.what) {
    case 'offered': return { zh: `${whose}提交证据${list}`, en: `${whose} offered ${titles}` };
    case 'offeredLate': return { zh: `${whose}逾期提交证据${list}，说明了理由`, en: `${whose} offered ${titles} late, with reasons` };
    case 'replaced': return { zh: `${whose}替换证据${list}（第${versionOf(items[0]!)}版）`, en: `${whose} replaced ${titles} (version ${versionOf(items[0]!)})` };
    case 'withdrawn': return { zh: `${whose}撤回证据${list}`, en: `${whose} took back ${titles}` };
    case 'opinions': return { zh: `${whose}对${list}发表质证意见`, en: `${whose} gave an opinion on ${titles}` };
    case 'presented': return { zh: `当庭出示证据${list}`, en: `Shown in court: ${titles}` };
    case 'examined': return { zh: `证据${list}质证完毕`, en: `Examined in court: ${titles}` };
    case 'decidedLate': {
      const decision = items[0]?.late?.decision;
      const { zh, en } = decision ? lateDecisionWords[decision.decision] : { zh: '', en: '' };
      return { zh: `逾期证据${list}：${zh}`, en: `Late evidence ${titles}: ${en}` };
    }
  }
}

export const wordPeriod = ({ lastDay, days, basis }: EvidencePeriod): Words => ({
  zh: `举证期限${days}日，至${lastDay}（${periodBasisWords[basis].zh}）`, en: `Time for evidence: ${days} days, to ${lastDay} (${periodBasisWords[basis].en})`,
});

/** An opinion in one sentence: 对真实性、合法性无异议，对关联性有异议（理由）. */
export function wordOpinion(opinion: Pick<Opinion, 'authenticity' | 'legality' | 'relevance' | 'reasons' | 'remark'>): Words {
  const agreed = aspects.filter((aspect) => opinion[aspect]);
  const disputed = aspects.filter((aspect) => !opinion[aspect]);
  const reason = (aspect: (typeof aspects)[number]) => opinion.reasons?.[aspect]?.trim() ?? '';
  const zh = [
    ...(agreed.length > 0 ? [`对${agreed.map((aspect) => aspectWords[aspect].zh).join('、')}无异议`] : []),
    ...disputed.map((aspect) => `对${aspectWords[aspect].zh}有异议${reason(aspect) ? `（${reason(aspect)}）` : ''}`),
    ...(opinion.remark.trim() ? [opinion.remark.trim()] : []),
  ].join('；');
  const en = [
    ...(agreed.length > 0 ? [`accepts ${agreed.map((aspect) => aspectWords[aspect].en.toLowerCase()).join(', ')}`] : []),
    ...disputed.map((aspect) => `disputes ${aspectWords[aspect].en.toLowerCase()}${reason(aspect) ? ` (${reason(aspect)})` : ''}`),
    ...(opinion.remark.trim() ? [opinion.remark.trim()] : []),
  ].join('; ');
  return { zh, en };
}

/**
 * What the transcript is offered for an item: who shows what to prove what, then each party's opinion on it. The
 * transcript is kept in Chinese. `label` is the person as the transcript names them (原告张三).
 */
export function transcriptLines(item: EvidenceItem, number: number, parties: readonly { participantId: string; label: string }[]): { speaker: string; text: string }[] {
  const label = (participantId: string) => parties.find((party) => party.participantId === participantId)?.label ?? '';
  const about = [item.kind ? evidenceKindWords[item.kind].zh : '', item.form ? evidenceFormWords[item.form].zh : '', item.pages ? `${item.pages}页` : ''].filter((part) => part !== '').join('，');
  return [
    { speaker: item.submittedBy, text: `出示证据${number}：《${item.title}》${about ? `（${about}）` : ''}，来源：${item.source}，证明：${item.proves}。` },
    ...parties.filter((party) => party.participantId !== item.submittedBy).flatMap((party) => {
      const opinion = opinionOf(item, party.participantId);
      return opinion ? [{ speaker: party.participantId, text: `对${label(item.submittedBy)}的证据${number}《${item.title}》：${wordOpinion(opinion).zh}。` }] : [];
    }),
  ];
}
