/** How the record says what happened to the approval of a livestream. */
import type { Words } from '#domain/law/ruled.ts';
import type { ApprovalEvent } from './approval.ts';
import type { End, NotStreamedHow } from './approval-state.ts';
import { courtChain } from '#domain/court/livestream-chain.ts';
import { factWords, riskWords, type FactName } from './facts.ts';

const words = (zh: string, en: string): Words => ({ zh, en });
const stepTitle = (id: string): Words => courtChain.find((step) => step.id === id)?.title ?? words(id, id);

/** @param nameOf answers the name of a participant by their id */
export function wordApprovalEvent(event: ApprovalEvent, nameOf: (participantId: string) => string): Words {
  switch (event.what) {
    case 'assessed': return words(`风险评估为${riskWords[event.level].zh}`, `risk assessed: ${riskWords[event.level].en}`);
    case 'applied': return words('承办法官申报', 'applied for by the judge in charge');
    case 'stepApproved': return words(`${stepTitle(event.step).zh}：同意`, `${stepTitle(event.step).en}: agreed`);
    case 'stepReturned': return words(`${stepTitle(event.step).zh}：退回修改`, `${stepTitle(event.step).en}: returned for changes`);
    case 'stepRefused': return words(`${stepTitle(event.step).zh}：不同意`, `${stepTitle(event.step).en}: refused`);
    case 'told': return words(`已告知${nameOf(event.participantId)}`, `${nameOf(event.participantId)} was told`);
    case 'objected': return words(`${nameOf(event.participantId)}提出不宜直播`, `${nameOf(event.participantId)} objects`);
    case 'objectionDecided': return event.wellFounded ? words('异议理由正当', 'objection well-founded') : words('异议理由不成立', 'objection unfounded');
    case 'factsChanged': {
      const names = (Object.keys(event.facts) as FactName[]).map((fact) => factWords[fact]);
      return words(`案件事实变化：${names.map(({ zh }) => zh).join('、')}`, `new facts: ${names.map(({ en }) => en).join(', ')}`);
    }
    case 'peopleChanged': return event.bench ? words(`审判组织变更：${event.reason}`, `the bench changed: ${event.reason}`) : words('诉讼参加人变更', 'the participants changed');
    case 'withdrawn': return words('承办法官不再申请', 'withdrawn by the judge in charge');
    case 'hearingCancelled': return words('本次庭审未如期举行', 'the hearing is not held');
    case 'opening': return words('到达开庭时间', 'the time of the opening has come');
  }
}

const notStreamedWords: Record<NotStreamedHow, Words> = {
  excluded: words('属于不得直播的情形', 'excluded by law'),
  refused: words('审批未同意', 'not approved'),
  withdrawn: words('已撤回申请', 'withdrawn'),
  hearingCancelled: words('庭审未如期举行', 'the hearing is not held'),
  notDecidedInTime: words('开庭时审批尚未完成', 'not decided by the opening'),
};

export function wordEnd(end: End): Words {
  if (end.how === 'approved') return words('庭审直播：已批准，尚未直播', 'Livestream: approved, not yet on air');
  const { zh, en } = notStreamedWords[end.how];
  return words(`本次庭审不直播：${zh}`, `Not livestreamed: ${en}`);
}

/** To a participant: that it is approved, or not livestreamed; why is for the confidential volume (N2). */
export const wordEndForParticipant = (end: End): Words => (end.how === 'approved' ? wordEnd(end) : words('本次庭审不直播', 'Not livestreamed'));

/** What concerns the participant themselves; null for what does not. */
export function wordOwnEvent(event: ApprovalEvent): Words | null {
  switch (event.what) {
    case 'told': return words('庭审直播：已告知', 'Livestream: told');
    case 'objected': return words('庭审直播：提出异议', 'Livestream: objection made');
    case 'objectionDecided': return event.wellFounded ? words('庭审直播：异议理由正当', 'Livestream: objection well-founded') : words('庭审直播：异议理由不成立', 'Livestream: objection unfounded');
    case 'assessed': case 'applied': case 'stepApproved': case 'stepReturned': case 'stepRefused': case 'factsChanged': case 'peopleChanged':
    case 'withdrawn': case 'hearingCancelled': case 'opening': return null;
  }
}
