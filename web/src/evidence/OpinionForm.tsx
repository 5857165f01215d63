import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceView } from '#api/contract/evidence.ts';
import { aspects, aspectWords, type Aspect } from '#domain/evidence/item.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { presentOpinion } from '#web/evidence/words.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { LongField, OneOf } from '#web/party/parts/fields.tsx';
import { ProblemNote } from '#web/party/parts/ProblemNote.tsx';

interface OpinionFormProps {
  caseId: string;
  item: EvidenceView;
  /** Whose opinion it is. */
  participantId: string;
  /** The clerk enters what was said. */
  entered?: boolean;
  onDone: () => void;
  onCancel: () => void;
}

/** G8: 真实性, 合法性, 关联性, each agreed to or disputed with a reason. */
export function OpinionForm({ caseId, item, participantId, entered = false, onDone, onCancel }: OpinionFormProps) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const before = presentOpinion(item, participantId);
  const [said, setSaid] = useState<Partial<Record<Aspect, boolean>>>(before ? { authenticity: before.authenticity, legality: before.legality, relevance: before.relevance } : {});
  const [reasons, setReasons] = useState<Partial<Record<Aspect, string>>>(before?.reasons ?? {});
  const [remark, setRemark] = useState(before?.remark ?? '');
  const [tried, setTried] = useState(false);
  const send = useCommand(api.evidence.act, { label: t('opinion.heading'), onDone });
  const lacksReason = (aspect: Aspect) => said[aspect] === false && (reasons[aspect] ?? '').trim() === '';
  const submit = () => {
    setTried(true);
    const { authenticity, legality, relevance } = said;
    if (authenticity === undefined || legality === undefined || relevance === undefined || aspects.some(lacksReason)) return;
    const disputed = Object.fromEntries(aspects.filter((aspect) => said[aspect] === false).map((aspect) => [aspect, (reasons[aspect] ?? '').trim()]));
    void send.run({ caseId, act: { what: 'opinion', opinion: { evidenceId: item.evidenceId, authenticity, legality, relevance, reasons: disputed, remark: remark.trim() }, ...(entered ? { of: participantId } : {}) } });
  };
  return (
    <section className="stack" aria-label={`${t('opinion.heading')}: ${item.title}`}>
      {aspects.map((aspect) => (
        <div key={aspect} className="stack tight">
          <OneOf
            across legend={say(aspectWords[aspect])} value={said[aspect] === true ? 'accept' : said[aspect] === false ? 'dispute' : null} wrong={tried && said[aspect] === undefined ? t('opinion.missing') : null}
            onChoose={(value) => setSaid((all) => ({ ...all, [aspect]: value === 'accept' }))}
            options={[{ value: 'accept', label: t('opinion.accept') }, { value: 'dispute', label: t('opinion.dispute') }]}
          />
          {said[aspect] === false ? (
            <LongField label={t('opinion.reason', { aspect: say(aspectWords[aspect]) })} rows={2} maxLength={1000} value={reasons[aspect] ?? ''} wrong={tried && lacksReason(aspect) ? t('opinion.reasonMissing') : null} onText={(text) => setReasons((all) => ({ ...all, [aspect]: text }))} />
          ) : null}
        </div>
      ))}
      <LongField label={t('opinion.remark')} rows={2} maxLength={1000} value={remark} onText={setRemark} />
      <ProblemNote problem={send.problem} />
      <div className="row wrap">
        <button type="button" className="button main" disabled={send.phase !== null} onClick={submit}>{t('opinion.submit')}</button>
        <button type="button" className="button" onClick={onCancel}>{t('opinion.cancel')}</button>
      </div>
    </section>
  );
}
