import type { Ruled } from '#domain/law/ruled.ts';
import { ruled } from '#domain/law/ruled.ts';
import type { ArchiveItemKind, Volume } from './catalogue.ts';

/**
 * What goes into the main volume (正卷), which parties may read, and what into the confidential volume (副卷),
 * which they never get. Every volume has its own catalogue.
 *
 * Recordings lie with their disc in the confidential volume: parties see and copy them on application (G10, REC-10),
 * each time under the court's eyes, and not by getting the volume.
 */
export const volumeOf: Record<Exclude<ArchiveItemKind, 'catalogue'>, Ruled<Volume>> = {
  filing: ruled('main', 'G3', 'ONL-35'),
  notice: ruled('main', 'G4', 'ONL-35'),
  ruling: ruled('main', 'CPL-157', 'ONL-35'),
  evidence: ruled('main', 'G8', 'ONL-35'),
  transcript: ruled('main', 'G9', 'ONL-34'),
  'transcript-text': ruled('main', 'G9', 'ONL-34'),
  'signature-record': ruled('main', 'G9', 'ONL-33'),
  'signature-seal': ruled('main', 'G9', 'ONL-33'),
  'drawn-signature': ruled('main', 'G9', 'ONL-33'),
  'refusal-record': ruled('main', 'G9'),
  'gap-explanation': ruled('main', 'REC-4'),
  recording: ruled('confidential', 'N1', 'REC-5'),
  'recording-time-line': ruled('confidential', 'N1', 'REC-3'),
  'continuity-ledger': ruled('confidential', 'N1', 'REC-4'),
  'session-document': ruled('main', 'G1', 'ONL-35'),
  'service-receipt': ruled('main', 'CPL-87', 'ONL-31'),
  'recording-extract': ruled('confidential', 'G6(3)', 'REC-13'),
  'media-events': ruled('confidential', 'REC-4', 'G12'),
  'livestream-approval': ruled('confidential', 'N2'),
  journal: ruled('confidential', 'ONL-35'),
  history: ruled('confidential', 'ONL-35'),
  disc: ruled('confidential', 'N1'),
  'disc-seal': ruled('confidential', 'N1'),
  'disc-contents': ruled('confidential', 'N1'),
};
