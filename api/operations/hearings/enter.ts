/** G7: participants log in early. The seat is where the browser reaches the room; the proxy adds its secrets. */
import type { SignedInContext } from '#api/context.ts';
import { refused } from '#api/errors.ts';
import { inHearing } from '#api/operations/access.ts';
import { findSeat } from '#db/queries/hearing-detail.ts';

export async function enterHearing(context: SignedInContext, hearingId: string): Promise<{ roomId: string; opaqueId: string; display: string; socketPath: string }> {
  // Before the room opens nobody has a seat in it; a participant is told when, not that there is none.
  const standing = await inHearing(context, hearingId, () => ({ do: 'see-hearing' }));
  const seat = await findSeat(context.sql, hearingId, context.user.personId);
  if (seat === null && standing.hearingState !== 'open') {
    throw refused({ code: 'room-not-open', articles: ['G7'], message: { zh: '法庭尚未开放或者已经关闭，请在开庭前30分钟内进入。', en: 'The room is not open: come within the half hour before the hearing.' } });
  }
  await inHearing(context, hearingId, () => ({ do: 'enter-hearing', seated: seat !== null }));
  if (seat === null) throw refused({ code: 'no-seat', articles: ['G7'], message: { zh: '您在本次庭审中没有席位。', en: 'You have no seat in this hearing.' } });
  return { ...seat, socketPath: `/media/janus?hearing=${hearingId}` };
}
