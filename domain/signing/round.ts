import type { PersonId } from '#domain/case/ids.ts';
import type { Refusal, Ruled } from '#domain/law/ruled.ts';

/**
 * A signing round (G9, CPL-150): everybody signs one version of the transcript, the participants first and in any
 * order, then the clerk, then the presiding or sole judge. An amendment makes a new version and voids what was
 * signed. A participant's refusal counts once the clerk has recorded its circumstances.
 */

export type SignerKind = 'participant' | 'clerk' | 'judge';
export type SignerState =
  | { readonly state: 'waiting' | 'signed' }
  /** Refused or silent; the clerk has not recorded it yet. */
  | { readonly state: 'refused'; readonly reason: string }
  | { readonly state: 'refusalRecorded'; readonly reason: string; readonly circumstances: string };
export type Signer = { readonly personId: PersonId; readonly kind: SignerKind } & SignerState;

export type SigningRound = {
  readonly version: number;
  /** SHA-256 of the version's canonical text, hex. */
  readonly sha256: string;
  readonly signers: readonly Signer[];
  /** Signatures that an amendment made void: kept, worth nothing. */
  readonly voided: readonly { readonly version: number; readonly sha256: string; readonly personId: PersonId }[];
};

export type SigningEvent =
  | { readonly kind: 'signed'; readonly personId: PersonId; readonly sha256: string }
  | { readonly kind: 'refused'; readonly personId: PersonId; readonly reason: string }
  | { readonly kind: 'refusalRecorded'; readonly personId: PersonId; readonly circumstances: string }
  | { readonly kind: 'amended'; readonly sha256: string };

export type SigningRefusal = Refusal<'not-a-signer' | 'not-your-turn' | 'another-version' | 'already-closed' | 'no-refusal-to-record' | 'court-signs' | 'nothing-amended'>;

export function newRound(version: number, sha256: string, signers: readonly { readonly personId: PersonId; readonly kind: SignerKind }[]): SigningRound {
  return { version, sha256, signers: signers.map(({ personId, kind }) => ({ personId, kind, state: 'waiting' })), voided: [] };
}

const order: readonly SignerKind[] = ['participant', 'clerk', 'judge'];
const closed = (signer: Signer): boolean => signer.state === 'signed' || signer.state === 'refusalRecorded';

/** Whose turn it is: everybody of the first kind in the order who has neither signed nor been recorded as refusing. */
export function signersNow(round: SigningRound): readonly Signer[] {
  const kind = order.find((candidate) => round.signers.some((signer) => signer.kind === candidate && !closed(signer)));
  return round.signers.filter((signer) => signer.kind === kind && !closed(signer));
}

export function isComplete(round: SigningRound): boolean {
  return round.signers.every(closed);
}

/** Applies what happened, or says why it is refused. */
export function applyToRound(round: SigningRound, event: SigningEvent): Ruled<SigningRound> | SigningRefusal {
  if (event.kind === 'amended') {
    // The same text is the same version: nothing becomes void by opening and closing it.
    if (event.sha256 === round.sha256) return refuse('nothing-amended', '笔录内容没有变化。', 'The transcript has not changed.');
    const lost = round.signers.filter((signer) => signer.state === 'signed').map(({ personId }) => ({ version: round.version, sha256: round.sha256, personId }));
    return { value: { ...newRound(round.version + 1, event.sha256, round.signers), voided: [...round.voided, ...lost] }, articles: ['G9', 'CPL-150'] };
  }
  const signer = round.signers.find(({ personId }) => personId === event.personId);
  if (signer === undefined) return refuse('not-a-signer', '您不是本次签名的人员。', 'You are not one of those who sign.');
  if (closed(signer)) return refuse('already-closed', '您的签名已经完成。', 'Your signature is already settled.');
  if (!signersNow(round).includes(signer)) return refuse('not-your-turn', '尚未轮到您签名：诉讼参与人签名后由书记员签名，最后由法官签名。', 'It is not your turn: participants sign first, then the clerk, then the judge.');
  const become = (state: SignerState): Ruled<SigningRound> => ({
    value: { ...round, signers: round.signers.map((other) => (other === signer ? { personId: signer.personId, kind: signer.kind, ...state } : other)) },
    articles: ['G9', 'CPL-150'],
  });
  switch (event.kind) {
    case 'signed':
      return event.sha256 === round.sha256 ? become({ state: 'signed' }) : refuse('another-version', '笔录已有新版本，请重新阅读后签名。', 'There is a newer version of the transcript; read it and sign again.');
    case 'refused':
      // CPL-150: 由审判人员和书记员签名. The court cannot refuse its own record; it amends it.
      if (signer.kind !== 'participant') return refuse('court-signs', '书记员和法官应当签名；认为有误的，应当修改笔录。', 'Clerk and judge sign; what is wrong is amended.');
      return become({ state: 'refused', reason: event.reason });
    case 'refusalRecorded':
      if (signer.state !== 'refused') return refuse('no-refusal-to-record', '没有拒绝签名的情况可以记载。', 'There is no refusal to record.');
      return become({ state: 'refusalRecorded', reason: signer.reason, circumstances: event.circumstances });
  }
}

function refuse(code: SigningRefusal['code'], zh: string, en: string): SigningRefusal {
  return { code, articles: ['G9', 'CPL-150'], message: { zh, en } };
}
