/** What a corrected input changes, while it is typed and before it is sent; and what of it the step does not take. */
import { useTranslation } from 'react-i18next';
import { changesBetween } from '#domain/operations/changes.ts';
import { problemsOfInput } from '#domain/operations/input-problems.ts';
import { useWords } from '#web/i18n/use-words.ts';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

export function Changes({ step, before, after }: { step: string; before: unknown; after: unknown }) {
  const { t } = useTranslation('repairs');
  const say = useWords();
  // Not finished typing: the editor keeps text that is no object yet.
  if (typeof after !== 'object' || after === null) return null;
  const changes = changesBetween(before, after);
  const problems = problemsOfInput(step, before, after);
  return (
    <section className="changes" aria-live="polite">
      <h3>{t('changes')}</h3>
      {changes.length === 0 && <p className="faint">{t('noChanges')}</p>}
      {changes.length > 0 && (
        <table className="desk-table">
          <thead><tr><th scope="col">{t('field')}</th><th scope="col">{t('before')}</th><th scope="col">{t('after')}</th></tr></thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.path}>
                <td className="figures" lang="en">{change.path}</td>
                <td className="figures" lang="en">{'before' in change ? <del>{shown(change.before)}</del> : <span className="faint">{t('added')}</span>}</td>
                <td className="figures" lang="en">{'after' in change ? <ins>{shown(change.after)}</ins> : <span className="faint">{t('removed')}</span>}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {problems.length > 0 && (
        <div className="form-problem">
          <p>{t('unfit')}</p>
          <ul>{problems.map(({ path, message }) => <li key={`${path}/${message.en}`}><span className="figures" lang="en">{path}</span> {say(message)}</li>)}</ul>
        </div>
      )}
    </section>
  );
}
