/** Who may be written down as speaking. A transcript is a Chinese document whatever the language of the page. */
import { roleInCase, type CaseKind } from '#domain/filing/party-words.ts';

const order = ['presidingJudge', 'judge', 'panelMember', 'peoplesAssessor', 'clerk', 'plaintiff', 'prosecutor', 'agent', 'defendant', 'thirdParty'];

/** @returns role and name as a transcript writes them, the bench first, then the parties; a sole judge presides over nobody (审判员). */
export function speakersOf({ seats, ...kind }: CaseKind & { seats: readonly { name: string; role: string }[] }): string[] {
  const rank = (role: string) => (order.includes(role) ? order.indexOf(role) : order.length);
  const panel = seats.some(({ role }) => role === 'panelMember' || role === 'peoplesAssessor');
  return [...seats].sort((a, b) => rank(a.role) - rank(b.role)).map(({ role, name }) => `${role === 'presidingJudge' && !panel ? '审判员' : roleInCase(role, kind).zh} ${name}`);
}
