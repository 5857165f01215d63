/** Where people sit: the bench first, then the sides as the law names them. */
import type { HearingDetail } from '#api/contract/hearings.ts';
import { roleWords } from '#domain/people/roles.ts';
import type { Words } from '#domain/law/ruled.ts';

export type Seat = HearingDetail['seats'][number];

const order = ['presidingJudge', 'panelMember', 'judge', 'peoplesAssessor', 'clerk', 'plaintiff', 'prosecutor', 'agent', 'defendant', 'defender', 'thirdParty', 'witness', 'interpreter', 'technician'];
const placeOf = (role: string): number => (order.includes(role) ? order.indexOf(role) : order.length);

export const inOrder = (seats: readonly Seat[]): Seat[] => [...seats].sort((a, b) => placeOf(a.role) - placeOf(b.role));

const benchRoles = ['presidingJudge', 'panelMember', 'judge', 'peoplesAssessor', 'clerk'];
/** G13: in a pause nothing of the bench goes out. */
export const isBench = (seat: Seat): boolean => benchRoles.includes(seat.role);

/** A role in words; one that this page does not know is shown as it is. */
export const wordsOfRole = (role: string): Words => (Object.hasOwn(roleWords, role) ? roleWords[role as keyof typeof roleWords] : { zh: role, en: role });
