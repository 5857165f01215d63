/** What a check of an archive says, line by line. */

export type Check = 'bag' | 'seal' | 'catalogue' | 'document' | 'journal' | 'clock' | 'transcript' | 'signature' | 'recording' | 'disc';

export interface Finding {
  /** `note`: true and worth knowing, for example that the demonstration court's clock was moved. */
  verdict: 'right' | 'wrong' | 'note';
  check: Check;
  /** The file or folder it is about, from the archive's folder. */
  subject: string;
  says: string;
}

export interface Findings {
  readonly all: readonly Finding[];
  right(check: Check, subject: string, says: string): void;
  wrong(check: Check, subject: string, says: string): void;
  note(check: Check, subject: string, says: string): void;
}

export function newFindings(): Findings {
  const all: Finding[] = [];
  const say = (verdict: Finding['verdict']) => (check: Check, subject: string, says: string) => void all.push({ verdict, check, subject, says });
  return { all, right: say('right'), wrong: say('wrong'), note: say('note') };
}
