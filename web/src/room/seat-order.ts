/** Where people sit: the bench first, then the sides as the law names them. */
import type { HearingDetail } from '#api/contract/hearings.ts';
import { roleInCase, type CaseKind } from '#domain/filing/party-words.ts';
import type { Words } from '#domain/law/ruled.ts';

export type Seat = HearingDetail['seats'][number];

const order = ['presidingJudge', 'panelMember', 'judge', 'peoplesAssessor', 'clerk', 'plaintiff', 'prosecutor', 'agent', 'defendant', 'detentionPlace', 'defender', 'thirdParty', 'witness', 'interpreter', 'technician'];
const placeOf = (role: string): number => (order.includes(role) ? order.indexOf(role) : order.length);

export const inOrder = (seats: readonly Seat[]): Seat[] => [...seats].sort((a, b) => placeOf(a.role) - placeOf(b.role));

const benchRoles = ['presidingJudge', 'panelMember', 'judge', 'peoplesAssessor', 'clerk'];
/** G13: in a pause nothing of the bench goes out. */
export const isBench = (seat: Seat): boolean => benchRoles.includes(seat.role);

/** Who sits alone presides over nobody: a sole judge is called judge. */
export const wordsOfSeat = (role: string, hearing: CaseKind & Pick<HearingDetail, 'seats'>): Words =>
  roleInCase(role === 'presidingJudge' && !hearing.seats.some((seat) => seat.role === 'panelMember' || seat.role === 'peoplesAssessor') ? 'judge' : role, hearing);
