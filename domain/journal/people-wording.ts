/** How the timeline says that the people of a case change. */
import { groundWords, type BenchSeat } from '#domain/court/recusal.ts';
import type { EntryKind, JournalEntry } from '#domain/journal/entries.ts';
import type { Names, Wording } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';
import { partyWords } from '#domain/filing/party-words.ts';
import { roleWords } from '#domain/people/roles.ts';

type PeopleKind = Extract<EntryKind, 'recusal-asked' | 'recusal-decided' | 'replacement-asked' | 'bench-changed' | 'assessor-invited' | 'assessor-answered' | 'task-reassigned' | 'person-invited' | 'invitation-ended'
  | 'representative-asked' | 'representative-refused' | 'participant-joined' | 'participant-left'>;

const said = (zh: string, en: string, who: string | null, detail: Record<string, unknown> = {}, articles: readonly string[] = []): Wording => ({ title: { zh, en }, who, detail, articles });
const seatWords: Record<BenchSeat, Words> = { presidingJudge: roleWords.presidingJudge, panelMember: roleWords.panelMember, clerk: roleWords.clerk, technician: roleWords.technician };
const endWords = { declined: { zh: '谢绝', en: 'declined' }, lapsed: { zh: '逾期未答复', en: 'not answered in time' }, withdrawn: { zh: '已撤回', en: 'withdrawn' } } as const;
const answerWords = {
  accepted: { zh: '接受参审，声明没有应当回避的情形', en: 'accepted, and declared that no ground of recusal exists' }, declined: { zh: '因故不参加', en: 'cannot take part' },
  recused: { zh: '自行回避', en: 'recused themselves' }, lapsed: { zh: '逾期未答复，视为不参加', en: 'did not answer in time, which counts as declined' },
} as const;

export function wordPeople(entry: Extract<JournalEntry, { kind: PeopleKind }>, names: Names): Wording {
  switch (entry.kind) {
    case 'recusal-asked': {
      const { of, seat, ground, reason, by, again, articles } = entry.data;
      const name = names.person(of);
      return said(`${again ? '申请复议：' : '申请回避：'}${name}（${seatWords[seat].zh}）`, `${again ? 'Reconsideration asked for' : 'Recusal asked for'}: ${name} (${seatWords[seat].en})`,
        names.person(by), { ground: groundWords[ground].zh, reason }, articles);
    }
    case 'recusal-decided': {
      const { of, seat, sustained, reason, by, articles } = entry.data;
      const name = names.person(of);
      return said(`${sustained ? '决定回避' : '驳回回避申请'}：${name}（${seatWords[seat].zh}）`, `${sustained ? 'Recused' : 'Recusal rejected'}: ${name} (${seatWords[seat].en})`, names.person(by), { reason }, articles);
    }
    case 'replacement-asked': {
      const { of, seat, reason, by } = entry.data;
      const name = names.person(of);
      return said(`提请更换${seatWords[seat].zh}：${name}`, `A change of ${seatWords[seat].en.toLowerCase()} is asked for: ${name}`, names.person(by), { reason }, ['CPL-44']);
    }
    case 'bench-changed': {
      const { seat, from, to, why, clashes, articles } = entry.data;
      return said(`${seatWords[seat].zh}由${names.person(from)}变更为${names.person(to)}`, `${seatWords[seat].en}: ${names.person(to)} instead of ${names.person(from)}`, null, { why, ...(clashes.length > 0 ? { clashes } : {}) }, articles);
    }
    case 'assessor-invited': {
      const name = names.person(entry.data.of);
      return said(`抽取并邀请人民陪审员${name}参加合议庭`, `${name} drawn and invited to sit as people’s assessor`, null, { taskId: entry.data.taskId }, entry.data.articles);
    }
    case 'assessor-answered': {
      const { of, how, ground, reason, articles } = entry.data;
      const name = names.person(of);
      return said(`人民陪审员${name}${answerWords[how].zh}`, `People’s assessor ${name} ${answerWords[how].en}`, how === 'lapsed' ? null : name,
        { ...(ground === undefined ? {} : { ground: groundWords[ground].zh }), ...(reason === undefined ? {} : { reason }) }, articles);
    }
    case 'task-reassigned':
      return said(`待办转由${names.person(entry.data.to)}办理`, `Handed over to ${names.person(entry.data.to)}`, null, { taskId: entry.data.taskId, kind: entry.data.kind });
    case 'person-invited': {
      const { participant, by, reason, articles } = entry.data;
      const name = names.person(participant.personId);
      return said(`邀请${name}作为${partyWords(participant.role, names.kind).zh}参加诉讼`, `${name} invited as ${partyWords(participant.role, names.kind).en.toLowerCase()}`, names.person(by), { reason }, articles);
    }
    case 'invitation-ended': {
      const { participant, how, reason } = entry.data;
      const name = names.person(participant.personId);
      return said(`邀请未成：${name}（${endWords[how].zh}）`, `Invitation of ${name}: ${endWords[how].en}`, how === 'declined' ? name : null, { reason }, ['G3']);
    }
    case 'representative-asked': {
      const { party, agent, ends, by, reason } = entry.data;
      const [principal, name] = [names.participant(party), names.person(agent.personId)];
      return said(ends ? `${principal}申请解除对${name}的委托` : `${principal}委托${name}为诉讼代理人，待核对`, ends ? `${principal} ends the authority of ${name}` : `${principal} names ${name} as agent; to be verified`,
        names.person(by), reason === undefined ? {} : { reason }, ['CPL-62', 'CPL-63']);
    }
    case 'representative-refused': {
      const { agent, reason, by } = entry.data;
      const name = names.person(agent.personId);
      return said(`委托手续未予确认：${name}`, `Change of agent not confirmed: ${name}`, names.person(by), { reason }, ['CPL-62']);
    }
    case 'participant-joined': {
      const { participant, how, articles } = entry.data;
      const name = names.person(participant.personId);
      return said(`${name}作为${partyWords(participant.role, names.kind).zh}参加诉讼`, `${name} takes part as ${partyWords(participant.role, names.kind).en.toLowerCase()}`, null, { how }, articles);
    }
    case 'participant-left': {
      const { participant, reason, articles } = entry.data;
      const name = names.person(participant.personId);
      return said(`${name}（${partyWords(participant.role, names.kind).zh}）退出诉讼`, `${name} (${partyWords(participant.role, names.kind).en.toLowerCase()}) left the case`, null, { reason }, articles);
    }
  }
}
