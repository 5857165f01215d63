import { CloseOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { periodBases, periodBasisWords, procedures, procedureWords, type PeriodBasis, type Procedure } from '#domain/evidence/period.ts';
import { api } from '#web/api/client.ts';
import { useCommand } from '#web/api/use-command.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Problem } from '#web/staff/parts/Problem.tsx';

/** The time for evidence as it stands, and, for the presiding judge, the setting of another (EVD-51, EVD-54). */
export function EvidencePeriod({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const language = useLanguage();
  const period = detail.evidencePeriod;
  if (!period) return null;
  return (
    <div className="evidence-period">
      {t('period.until', { time: formatInstant(period.until, 'dateTime', language) })}
      <span className="row-second">{say(procedureWords[period.procedure])} · {t('period.basis', { basis: say(periodBasisWords[period.basis]), days: period.days })} · {t('period.lead', { from: period.from })} <Articles ids={['CPL-68', 'EVD-51']} /></span>
      {detail.relation === 'presidingJudge' && detail.closed === null && <SetPeriod detail={detail} period={period} />}
    </div>
  );
}

function SetPeriod({ detail, period }: { detail: CaseDetail; period: NonNullable<CaseDetail['evidencePeriod']> }) {
  const { t } = useTranslation('evidence');
  const say = useWords();
  const [open, setOpen] = useState(false);
  const [procedure, setProcedure] = useState<Procedure>(period.procedure);
  const [days, setDays] = useState<number | null>(period.days);
  const [basis, setBasis] = useState<PeriodBasis>('court');
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const set = useCommand(api.evidence.act, { label: t('period.submit'), onDone: () => setOpen(false) });
  const submit = () => {
    setTried(true);
    if (days === null || reason.trim().length < 2) return;
    void set.run({ caseId: detail.caseId, act: { what: 'setPeriod', procedure, days, basis, reason: reason.trim() } });
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>{t('period.change')}</Button>
      <Modal open={open} title={t('period.change')} okText={t('period.submit')} cancelText={t('offer.cancel')} confirmLoading={set.phase !== null} onOk={submit} onCancel={() => setOpen(false)} closable={{ 'aria-label': t('offer.cancel') }} closeIcon={<CloseOutlined aria-hidden />} destroyOnHidden>
        <Form layout="vertical">
          <Form.Item label={t('period.procedure')} htmlFor="period-procedure"><Radio.Group id="period-procedure" value={procedure} onChange={(event) => setProcedure(event.target.value as Procedure)} options={procedures.map((value) => ({ value, label: say(procedureWords[value]) }))} /></Form.Item>
          <Form.Item label={t('period.basisLabel')} htmlFor="period-basis"><Radio.Group id="period-basis" value={basis} onChange={(event) => setBasis(event.target.value as PeriodBasis)} options={periodBases.map((value) => ({ value, label: say(periodBasisWords[value]) }))} /></Form.Item>
          <Form.Item label={t('period.days')} htmlFor="period-days" validateStatus={tried && days === null ? 'error' : undefined}><InputNumber id="period-days" controls={false} min={1} max={365} value={days} onChange={setDays} /></Form.Item>
          <Form.Item label={t('period.reason')} htmlFor="period-reason" validateStatus={tried && reason.trim().length < 2 ? 'error' : undefined} help={tried && reason.trim().length < 2 ? t('offer.required') : undefined}><Input.TextArea id="period-reason" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} /></Form.Item>
          {set.problem && <Problem problem={set.problem} />}
        </Form>
      </Modal>
    </>
  );
}
