/** The approval as a whole: what is lacking, screening, risk, plan, opinions with name and date, void ones among them (N2, N3, N4). */
import { useTranslation } from 'react-i18next';
import './livestream.css';
import { causeFamilies } from '#domain/law/causes/cause.ts';
import type { CaseKind } from '#domain/filing/party-words.ts';
import { factWords, riskWords, type FactName } from '#domain/livestream/facts.ts';
import type { LivestreamApproval, LivestreamView } from '#api/contract/livestreams.ts';
import { formatInstant } from '#web/i18n/format.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Facts, Panel } from '#web/staff/parts/Panel.tsx';
import { useRoleWords } from '#web/staff/parts/role-words.ts';

export function Dossier({ view }: { view: LivestreamView }) {
  const { t } = useTranslation('livestream');
  const { approval, forms } = view;
  if (!approval) return <Panel title={t('approval')}><p className="faint">{t('none')}</p></Panel>;
  return (
    <>
      <Summary view={view} approval={approval} />
      <Panel title={t('chain')}><Chain approval={approval} /></Panel>
      <Panel title={t('application')}><Applications approval={approval} /></Panel>
      <Panel title={t('assessments')}><Assessments approval={approval} /></Panel>
      <Panel title={t('screening')}><Screening approval={approval} /></Panel>
      {approval.objections.length > 0 && <Panel title={t('objections')}><Objections approval={approval} /></Panel>}
      <Panel title={t('told')}><Told approval={approval} kind={view.hearing} /></Panel>
      {forms.length > 0 && (
        <Panel title={t('forms')}>
          <ul className="plain-list">
            {forms.map(({ fileId, version, at }) => <li key={fileId}><a href={filePath(fileId)} target="_blank" rel="noreferrer">{t('form', { version })}</a> <When at={at} /></li>)}
          </ul>
        </Panel>
      )}
    </>
  );
}

export function When({ at }: { at: string }) {
  const language = useLanguage();
  return <time className="faint" dateTime={at}>{formatInstant(at, 'dateTime', language)}</time>;
}

function Summary({ view, approval }: { view: LivestreamView; approval: LivestreamApproval }) {
  const { t } = useTranslation('livestream');
  const say = useWords();
  const language = useLanguage();
  const { end, risk } = approval;
  return (
    <Panel title={t('approval')} extra={<span className={view.state === 'approved' || approval.status === 'approved' ? 'mark good' : 'mark'}>{say(approval.statusWords)}</span>}>
      <Facts items={[
        [t('risk'), risk ? say(riskWords[risk]) : <span className="faint">{t('notAssessed')}</span>],
        [t('opening'), formatInstant(approval.opening, 'dateTime', language)],
        [t('place'), view.hearing.courtroom],
        [t('judgeInCharge'), approval.judgeInCharge],
        [t('panel'), approval.panel.join(' · ')],
        ...(end ? [[t('ended'), <><span>{end.reason ? say(end.reason) : say(approval.statusWords)}</span> <Articles ids={end.articles} />{end.name && <p className="faint">{t('endedBy', { name: end.name, at: formatInstant(end.at, 'dateTime', language) })}</p>}</>] as const] : []),
        ...(end ? [] : [[t('lacking'), approval.lacking.length === 0 ? t('nothingLacking') : <ul className="plain-list">{approval.lacking.map((lack) => <li key={lack.en}>{say(lack)}</li>)}</ul>] as const]),
      ]} />
    </Panel>
  );
}

function Chain({ approval }: { approval: LivestreamApproval }) {
  const { t } = useTranslation('livestream');
  const say = useWords();
  return (
    <ol className="approval-chain">
      {approval.steps.map((step) => (
        <li key={step.step} className={step.state}>
          <p><strong>{say(step.title)}</strong> <span className={step.state === 'approved' ? 'mark good' : 'mark'}>{t(`stepState.${step.state}`)}</span> <Articles ids={step.articles} /></p>
          {step.given.map((given) => (
            <blockquote key={`${given.at}/${given.version}`} className={given.void ? 'void' : undefined}>
              <p>{given.opinion}</p>
              {given.reference && <p>{t('reference', { reference: given.reference })}</p>}
              <footer>{given.name} <When at={given.at} />{given.void && <span className="mark"> {t(`void.${given.void}`)}</span>}</footer>
            </blockquote>
          ))}
          {step.returns.map((back) => <blockquote key={back.at} className="back"><p>{t('returned', { reason: back.reason })}</p><footer>{back.name} <When at={back.at} /></footer></blockquote>)}
        </li>
      ))}
    </ol>
  );
}

const parts = ['divisionOfLabour', 'incidentPlan', 'outcomePlan', 'technicalArrangement', 'opinion'] as const;

function Applications({ approval }: { approval: LivestreamApproval }) {
  const { t } = useTranslation('livestream');
  if (approval.applications.length === 0) return <p className="faint">{t('notApplied')}</p>;
  return (
    <>
      {[...approval.applications].reverse().map((application) => (
        <article key={application.version} className="application">
          <h3>{t('version', { version: application.version })} <span className="faint">{application.name}</span> <When at={application.at} /> {!application.inForce && !approval.end && <span className="mark">{t('notInForce')}</span>}</h3>
          <Facts items={parts.map((part) => [t(part), application.content[part]] as const)} />
        </article>
      ))}
    </>
  );
}

function Assessments({ approval }: { approval: LivestreamApproval }) {
  const { t } = useTranslation('livestream');
  const say = useWords();
  if (approval.assessments.length === 0) return <p className="faint">{t('notAssessed')}</p>;
  return (
    <ul className="plain-list">
      {approval.assessments.map((one) => (
        <li key={`${one.name}/${one.at}`}>
          <strong>{t('assessmentBy', { name: one.name, level: say(riskWords[one.level]) })}</strong> <When at={one.at} /> {!one.inForce && <span className="mark">{t('notInForce')}</span>}
          <p>{one.reasons}</p>
        </li>
      ))}
    </ul>
  );
}

function Screening({ approval: { screening, facts } }: { approval: LivestreamApproval }) {
  const { t } = useTranslation('livestream');
  const say = useWords();
  const language = useLanguage();
  const involved = (Object.keys(facts) as FactName[]).filter((fact) => facts[fact] === true);
  const family = causeFamilies.find((known) => known === facts['causeFamily']);
  const grounds = (label: string, of: typeof screening.excluded) => of.map((ground) => (
    [label, <span key={ground.code}>{say(ground.message)} <span className="faint">{ground.facts.map((fact) => say(factWords[fact as FactName])).join(' · ')}</span> <Articles ids={[ground.article]} /></span>] as const));
  return (
    <>
      <p><strong>{screening.streamable ? t('streamable') : t('notStreamable')}</strong> <span className="faint">{t('screenedOn', { day: formatInstant(screening.day, 'day', language) })}</span> <Articles ids={screening.articles} /></p>
      <Facts items={[
        ...grounds(t('notStreamable'), screening.excluded), ...grounds(t('reportedUpward'), screening.reportedUpward), ...grounds(t('encouraged'), screening.encouraged),
        ...(family ? [[t('family'), t(`families.${family}`)] as const] : []),
        [t('facts'), involved.length === 0 ? t('noFacts') : involved.map((fact) => say(factWords[fact])).join(' · ')],
      ]} />
    </>
  );
}

function Objections({ approval }: { approval: LivestreamApproval }) {
  const { t } = useTranslation('livestream');
  return (
    <ul className="plain-list">
      {approval.objections.map((objection) => (
        <li key={objection.objectionId}>
          <strong>{objection.name}</strong> <When at={objection.at} /> <span className="mark">{objection.decided ? t(objection.decided.wellFounded ? 'wellFounded' : 'unfounded') : t('undecided')}</span>
          <p>{objection.grounds}</p>
          {objection.decided && <p>{objection.decided.reason} <span className="faint">{objection.decided.name}</span> <When at={objection.decided.at} /></p>}
        </li>
      ))}
    </ul>
  );
}

function Told({ approval, kind }: { approval: LivestreamApproval; kind: CaseKind }) {
  const { t } = useTranslation('livestream');
  const roleName = useRoleWords(kind);
  return <Facts items={approval.told.map((one) => [one.name, <span key={one.participantId}>{roleName(one.role)} <span className={one.told ? 'mark good' : 'mark'}>{one.told ? t('toldYes') : t('toldNo')}</span></span>] as const)} />;
}
