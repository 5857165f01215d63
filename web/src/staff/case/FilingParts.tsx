/** What was filed, for whoever reviews it: the kind of case, materials by category with a preview, what corrections changed. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseDetail } from '#api/contract/cases.ts';
import { correctableFieldWords, correctableFields, correctionKey, type AskedCorrection } from '#domain/filing/corrections.ts';
import { caseTypeWords, decisionKindWords, groundWords, instanceWords } from '#domain/filing/kinds.ts';
import { materialCategories, materialWords } from '#domain/filing/material-categories.ts';
import { onlineGroundWords } from '#domain/filing/public-prosecution.ts';
import { formatBytes } from '#web/i18n/format.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { filePath } from '#web/paths.ts';
import { Articles } from '#web/staff/parts/Articles.tsx';
import { Facts } from '#web/staff/parts/Panel.tsx';

export function FilingKind({ courtCase }: { courtCase: CaseDetail }) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const { filing: { appeal, prosecutionGround, prosecution } } = courtCase;
  const rows: [string, ReactNode][] = [
    [t('desk.kind'), `${say(caseTypeWords[courtCase.caseType])} · ${say(instanceWords[courtCase.instance])}`],
    ...(prosecutionGround ? [[t('desk.ground'), say(groundWords[prosecutionGround])] as [string, string]] : []),
    ...(prosecution ? [
      [t('prosecution.desk'), t('prosecution.public')] as [string, string],
      [t('prosecution.deskHeld'), prosecution.held ? prosecution.place ?? t('prosecution.isHeld') : t('prosecution.notHeld')] as [string, string],
      [t('prosecution.deskOnline'), say(onlineGroundWords[prosecution.onlineGround])] as [string, string],
    ] : []),
    ...(appeal ? [
      [t('desk.appeal'), t('appeal.facts', { number: appeal.lowerCaseNumber, decision: say(decisionKindWords[appeal.decision]), decided: appeal.decidedOn, served: appeal.servedOn })] as [string, string],
      ...(appeal.noDomicile ? [[t('appeal.noDomicile'), <Articles key="no-domicile" ids={['CPL-286']} />] as [string, ReactNode]] : []),
      [t('appeal.until', { day: appeal.lastDay }), appeal.late ? t('appeal.late', { why: appeal.lateBecause ?? '' }) : '✓'] as [string, string],
    ] : []),
  ];
  return <Facts items={rows} />;
}

type Material = CaseDetail['filing']['materials'][number];
const isShown = (mediaType: string) => mediaType === 'application/pdf' || /^image\/(png|jpeg)$/.test(mediaType);

/** By category; one at a time is shown beneath the list. */
export function FiledMaterials({ materials }: { materials: readonly Material[] }) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const [shown, setShown] = useState<string | null>(null);
  return (
    <div className="filed-materials">
      {materialCategories.filter((category) => materials.some((one) => one.category === category)).map((category) => (
        <section key={category}>
          <h3>{say(materialWords[category])}</h3>
          <ul className="documents-list">
            {materials.filter((one) => one.category === category).map((one) => (
              <li key={one.fileId}>
                <a href={filePath(one.fileId)} target="_blank" rel="noreferrer">{one.name}</a>
                <span className="row-second">{formatBytes(one.bytes)}</span>
                {isShown(one.mediaType) ? <Button size="small" aria-label={`${t('desk.preview')} ${one.name}`} aria-expanded={shown === one.fileId} onClick={() => setShown(shown === one.fileId ? null : one.fileId)}>{t('desk.preview')}</Button> : <span className="faint">{t('desk.noPreview')}</span>}
                {shown === one.fileId ? <Preview file={one} /> : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Preview({ file }: { file: Material }) {
  return file.mediaType === 'application/pdf'
    ? <iframe className="material-preview" src={filePath(file.fileId)} title={file.name} />
    : <img className="material-preview" src={filePath(file.fileId)} alt={file.name} />;
}

/** The fields that the last corrections changed, before and after; and the materials that are new. */
export function FilingChanges({ courtCase, asked }: { courtCase: CaseDetail; asked: readonly AskedCorrection[] }) {
  const { t } = useTranslation('filing');
  const say = useWords();
  const { versions, version, materials } = courtCase.filing;
  const now = versions.find((one) => one.version === version);
  const before = versions.filter((one) => one.version < version).at(-1);
  const whyOf = (what: string) => asked.find((one) => one.what === what)?.why;
  const fields = correctableFields.filter((field) => asked.some(({ what }) => what === `field:${field}`));
  const fresh = materials.filter((one) => before !== undefined && !before.materials.some(({ fileId }) => fileId === one.fileId));
  return (
    <dl className="filing-changes">
      {fields.map((field) => (
        <div key={field}>
          <dt>{say(correctableFieldWords[field])} <span className="faint">{t('desk.asked', { why: whyOf(`field:${field}`) ?? '' })}</span></dt>
          {before && now && before[field] !== now[field]
            ? <><dd><del><span className="faint">{t('desk.before')}</span> {before[field]}</del></dd><dd><ins><span className="faint">{t('desk.after')}</span> {now[field]}</ins></dd></>
            : <dd>{t('desk.notChanged')}</dd>}
        </div>
      ))}
      {asked.filter(({ what }) => { const key = correctionKey(what); return key !== null && !('field' in key); }).map(({ what, why }) => {
        const key = correctionKey(what)!;
        const words = 'missing' in key ? say(materialWords[key.missing]) : versions.length > 0 ? t('desk.materials') : '';
        return <div key={what}><dt>{words} <span className="faint">{t('desk.asked', { why })}</span></dt></div>;
      })}
      {fresh.map((one) => <div key={one.fileId}><dt>{t('desk.newMaterial')}</dt><dd><a href={filePath(one.fileId)} target="_blank" rel="noreferrer">{one.name}</a> <span className="faint">{say(materialWords[one.category])}</span></dd></div>)}
    </dl>
  );
}
