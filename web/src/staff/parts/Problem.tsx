import { CloseCircleFilled } from '@ant-design/icons';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { asProblem, type ApiProblem } from '#web/api/errors.ts';
import { useProblemText } from '#web/shell/problem-text.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';

/** What went wrong, with the rule behind it. */
export function Problem({ problem }: { problem: ApiProblem }) {
  const textOf = useProblemText();
  return <Alert type="error" showIcon icon={<CloseCircleFilled aria-hidden />} role="alert" title={<>{textOf(problem)} <Articles ids={problem.articles} /></>} />;
}

/** In the place of something that could not be read, with a way to try again; `page`: a whole page, which needs a heading. */
export function ReadFailure({ error, again, page = false }: { error: unknown; again: () => void; page?: boolean }) {
  const { t } = useTranslation('shell');
  const textOf = useProblemText();
  return (
    <div className="read-failure" role="alert">
      {page ? <h1>{textOf(asProblem(error))}</h1> : <p>{textOf(asProblem(error))}</p>}
      <button type="button" className="plain-button" onClick={again}>{t('loadAgain')}</button>
    </div>
  );
}
