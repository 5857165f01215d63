import { CloseOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';

const keys = ['move', 'open', 'claim', 'snooze', 'comment', 'pick', 'pickAll', 'answer', 'search', 'narrow', 'views', 'save', 'view', 'more', 'order', 'export', 'print', 'clear', 'submit', 'help'] as const;

/** All keys of the desk on one card. */
export function KeyboardHelp({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation(['staff', 'queue', 'shell']);
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('staff:keys.title')} width={460} closable={{ 'aria-label': t('shell:close') }} closeIcon={<CloseOutlined aria-hidden />}>
      <dl className="keys-list">
        {keys.map((key) => <div key={key}><dt><kbd>{t(`queue:keys.${key}.press`)}</kbd></dt><dd>{t(`queue:keys.${key}.does`)}</dd></div>)}
      </dl>
    </Modal>
  );
}
