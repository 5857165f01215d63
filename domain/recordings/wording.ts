/** How the timeline says what happened to a recording (G10, G6 (3)). */
import type { EntryKind, JournalEntry } from '#domain/journal/entries.ts';
import type { Names, Wording } from '#domain/journal/wording.ts';
import type { Words } from '#domain/law/ruled.ts';
import { accessWords } from './access.ts';

export type RecordingEntryKind = Extract<EntryKind, 'recordings-requested' | 'recordings-decided' | 'recordings-ready' | 'recordings-access-ended' | 'recording-extract-asked' | 'recording-extracted' | 'archive-supplemented'>;

export function wordRecordingEntry(entry: Extract<JournalEntry, { kind: RecordingEntryKind }>, names: Names): Wording {
  switch (entry.kind) {
    case 'recordings-requested': {
      const { hearingId, how, why, by, articles } = entry.data;
      const { zh, en } = accessWords[how];
      return { title: { zh: `申请${zh}`, en: `Applied: ${en}` }, who: names.person(by), articles, detail: { hearingId, how, why } };
    }
    case 'recordings-decided': {
      const { hearingId, participantId, decision, how, days, why, by, articles } = entry.data;
      const name = names.participant(participantId);
      const title: Words = decision === 'grant'
        ? { zh: `准许${name}${accessWords[how].zh}，期限${days}日`, en: `Granted to ${name}: ${accessWords[how].en}, ${days} days` }
        : { zh: `不准许${name}${accessWords[how].zh}`, en: `Refused to ${name}: ${accessWords[how].en}` };
      return { title, who: names.person(by), articles, detail: { hearingId, how, why } };
    }
    case 'recordings-ready': {
      const { hearingId, participantId, sha256, until, articles } = entry.data;
      const name = names.participant(participantId);
      return { title: { zh: `已向${name}提供加注姓名的录音录像`, en: `A recording marked with the name was given to ${name}` }, who: null, articles, detail: { hearingId, sha256, until } };
    }
    case 'recordings-access-ended': {
      const { hearingId, participantId, how } = entry.data;
      const name = names.participant(participantId);
      const title: Words = how === 'expired' ? { zh: `${name}查阅录音录像的期限届满`, en: `The access of ${name} to the recording has ended` }
        : { zh: `未能制作提供给${name}的录音录像`, en: `The recording for ${name} could not be made` };
      return { title, who: null, articles: ['G10'], detail: { hearingId, how } };
    }
    case 'recording-extract-asked': {
      const { hearingId, fromMs, toMs, why, by, articles } = entry.data;
      return { title: { zh: '摘录录音录像作为追责证据', en: 'An extract of the recording is taken as evidence of a breach' }, who: names.person(by), articles, detail: { hearingId, fromMs, toMs, why } };
    }
    case 'recording-extracted': {
      const { hearingId, fromMs, toMs, why, sha256, by, articles } = entry.data;
      return { title: { zh: '录音录像摘录已制作', en: 'The extract of the recording is made' }, who: names.person(by), articles, detail: { hearingId, fromMs, toMs, why, sha256 } };
    }
    case 'archive-supplemented': {
      const { archiveId, tagManifestSha256, articles } = entry.data;
      return { title: { zh: '归档后制作的摘录装入副卷补充卷，原卷不变', en: 'The extract, made after archiving, is filed in a supplement to the confidential volume; the sealed volumes stay as they are' }, who: null, articles, detail: { archiveId, sha256: tagManifestSha256 } };
    }
  }
}
