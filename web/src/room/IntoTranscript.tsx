import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { CaseDetail } from '#api/contract/cases.ts';
import type { HearingDetail } from '#api/contract/hearings.ts';
import { roleInCase } from '#domain/filing/party-words.ts';
import type { EvidenceItem } from '#domain/evidence/item.ts';
import { transcriptLines } from '#domain/evidence/wording.ts';
import { api } from '#web/api/client.ts';
import { newCommandKey } from '#web/api/command-key.ts';
import { asProblem, type ApiProblem } from '#web/api/errors.ts';
import { queries } from '#web/api/queries.ts';
import { queryKeys } from '#web/api/query-keys.ts';
import { partiesOf, type Item } from '#web/evidence/words.ts';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';
import { useCourtNow } from '#web/shell/court-clock.ts';

/** Distance between lines, so that something fits between them. */
const step = 1024;

/** Offers the transcript its lines on an item: who shows what to prove what, and what the others say of it. They can be edited there. */
export function IntoTranscript({ detail, hearing, item, number }: { detail: CaseDetail; hearing: HearingDetail; item: Item; number: number }) {
  const { t } = useTranslation('evidence');
  const client = useQueryClient();
  const now = useCourtNow();
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const write = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const { lines } = await api.hearings.transcript({ hearingId: hearing.hearingId });
      const last = Math.max(0, ...lines.map(({ position }) => position));
      const parties = partiesOf(detail).map(({ participantId, name, role }) => ({ participantId, label: `${roleInCase(role, detail).zh} ${name}` }));
      const { examination: _e, withdrawn: _w, late: _l, offeredIn: _o, kind, form, pages, number: _n, mediaType: _m, ...rest } = item;
      const plain: EvidenceItem = { ...rest, ...(kind ? { kind } : {}), ...(form ? { form } : {}), ...(pages === null ? {} : { pages }), formerVersions: [] };
      for (const [at, line] of transcriptLines(plain, number, parties).entries()) {
        const speaker = parties.find(({ participantId }) => participantId === line.speaker)?.label ?? '';
        await api.hearings.writeLine({ hearingId: hearing.hearingId, lineId: newCommandKey(), position: last + step * (at + 1), speaker, spokenAt: now, text: line.text, revision: 0 });
      }
      setWritten(true);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
      await client.invalidateQueries({ queryKey: queryKeys.transcript(hearing.hearingId) });
    }
  };
  return (
    <>
      <button type="button" className="button small" disabled={busy} onClick={() => void write()}>{written ? t('court.inTranscript') : t('court.toTranscript')}</button>
      <ProblemNote problem={problem} />
    </>
  );
}
