/** How the timeline says what happened to a case at any time, and what was decided on it. */
import { stageWords } from '#domain/case/stages.ts';
import { changeableFacts, factWords, happeningWordsIn, type Happening } from '#domain/case/happenings.ts';
import { rulingNames, type RulingKind } from '#domain/case/rulings.ts';
import { groundWords } from '#domain/case/suspension.ts';
import type { JournalEntry } from '#domain/journal/entries.ts';
import type { Names, Wording } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';

type Entry = Extract<JournalEntry, { kind: 'happened' | 'happening-decided' | 'facts-changed' | 'ruling-issued' | 'case-suspended' | 'case-resumed' | 'participant-succeeded' }>;

const words = (zh: string, en: string): Words => ({ zh, en });

export function wordHappening(entry: Entry, names: Names): Wording {
  switch (entry.kind) {
    case 'happened': {
      const { happening, by, articles, happeningId } = entry.data;
      const about = aboutOf(happening, names);
      return { title: words(`${happeningWordsIn(happening.what, names.kind).zh}${about.zh}`, `${happeningWordsIn(happening.what, names.kind).en}${about.en}`), who: names.person(by), articles, detail: { happeningId, ...happening } };
    }
    case 'happening-decided': {
      const { what, decision, reason, by, articles, happeningId } = entry.data;
      const said = decisionWords[decision] ?? words(decision, decision);
      return { title: words(`${happeningWordsIn(what, names.kind).zh}：${said.zh}`, `${happeningWordsIn(what, names.kind).en}: ${said.en}`), who: by === undefined ? null : names.person(by), articles, detail: { happeningId, decision, reason: reason ?? null } };
    }
    case 'facts-changed': {
      const { facts, reason, by, articles } = entry.data;
      const changed = changeableFacts.filter((fact) => facts[fact] !== undefined);
      const said = changed.map((fact) => words(`${factWords[fact].zh}：${facts[fact] ? '是' : '否'}`, `${factWords[fact].en}: ${facts[fact] ? 'yes' : 'no'}`));
      return { title: words(`案件事实变更（${said.map(({ zh }) => zh).join('；')}）`, `Facts of the case changed (${said.map(({ en }) => en).join('; ')})`), who: names.person(by), articles, detail: { facts, reason } };
    }
    case 'ruling-issued': {
      const { ruling, documentFileId, articles } = entry.data;
      return { title: words(`发出文书：${rulingNames(names.kind)[ruling]}`, `Document issued: ${rulingWordsEn[ruling]}`), who: null, articles, detail: { ruling, documentFileId } };
    }
    case 'case-suspended': {
      const { ground, reason, articles, stage } = entry.data;
      return { title: words(`中止诉讼：${groundWords(ground).zh}`, `Suspended: ${groundWords(ground).en}`), who: null, articles, detail: { ground, reason, stage } };
    }
    case 'case-resumed': {
      const { stage, reason, by, articles } = entry.data;
      return { title: words(`恢复诉讼，${stageWords[stage].zh}阶段重新开始`, `Resumed; the stage begins again: ${stageWords[stage].en}`), who: names.person(by), articles, detail: { stage, reason } };
    }
    case 'participant-succeeded': {
      const { out, participant, by, articles } = entry.data;
      const [from, to] = [names.participant(out), names.participant(participant.participantId)];
      return { title: words(`${to}承继${from}的诉讼地位`, `${to} takes the place of ${from}`), who: names.person(by), articles, detail: {} };
    }
  }
}

function aboutOf(happening: Happening, names: Names): Words {
  switch (happening.what) {
    case 'factRecorded': return words(`：${factWords[happening.fact].zh}（${happening.holds ? '是' : '否'}）`, `: ${factWords[happening.fact].en} (${happening.holds ? 'yes' : 'no'})`);
    case 'factClaimed': return words(`：${factWords[happening.fact].zh}`, `: ${factWords[happening.fact].en}`);
    case 'groundReported': {
      const whom = happening.participantId === undefined ? '' : names.participant(happening.participantId);
      return words(`：${groundWords(happening.ground).zh}${whom === '' ? '' : `（${whom}）`}`, `: ${groundWords(happening.ground).en}${whom === '' ? '' : ` (${whom})`}`);
    }
    case 'consentWithdrawn':
    case 'withdrawalApplied':
    case 'settled': return words('', '');
  }
}

const decisionWords: Record<string, Words | undefined> = {
  accept: words('属实', 'found to be so'), reject: words('不予认定', 'not found to be so'), permit: words('准许', 'permitted'), refuse: words('不准许', 'refused'),
  notConfirmed: words('对方未确认', 'not confirmed by the other side'), notReceived: words('调解书未签收，不生效', 'not signed for: without effect'),
  mediationAgreement: words('制作调解书', 'a mediation agreement is made'), received: words('各方签收，调解书生效', 'signed for by all: in effect'), withdrawal: words('准许撤诉', 'withdrawal permitted'),
  suspend: words('中止诉讼', 'suspended'), terminate: words('终结诉讼', 'terminated'), reopened: words('恢复诉讼', 'resumed'),
};

const rulingWordsEn: Record<RulingKind, string> = {
  withdrawalPermitted: 'withdrawal permitted', withdrawalRefused: 'withdrawal refused', suspended: 'proceedings suspended', resumed: 'proceedings resumed',
  terminated: 'proceedings terminated', mediationAgreement: 'mediation agreement',
};
