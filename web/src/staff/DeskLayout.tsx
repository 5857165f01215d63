/** The frame of the court's pages. antd's provider stands here and not in the root: phone pages never load it. */
import { CheckCircleFilled, CloseCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import { App, ConfigProvider } from 'antd';
import englishLocale from 'antd/es/locale/en_GB.js';
import chineseLocale from 'antd/es/locale/zh_CN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn.js';
import 'dayjs/locale/en-gb.js';
import { useEffect } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, Outlet, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { roleWords, type StaffRole } from '#domain/people/roles.ts';
import { escalationRoles } from '#domain/tasks/escalation.ts';
import { useConnection } from '#web/api/live.ts';
import { queries } from '#web/api/queries.ts';
import { useLanguage, useWords } from '#web/i18n/use-words.ts';
import { staffSignInPath } from '#web/paths.ts';
import { signOut } from '#web/session/sign-in.ts';
import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { SessionExpiredDialog } from '#web/staff/session/SessionExpiredDialog.tsx';
import { deskTheme } from '#web/theme/desk-theme.ts';
import '#web/staff/desk.css';

/** Signs for the eye alone: antd names them in English, and the words beside them say it. */
const alertSigns = { successIcon: <CheckCircleFilled aria-hidden />, infoIcon: <InfoCircleFilled aria-hidden />, warningIcon: <ExclamationCircleFilled aria-hidden />, errorIcon: <CloseCircleFilled aria-hidden /> };

export function DeskLayout() {
  const language = useLanguage();
  useEffect(() => { dayjs.locale(language === 'zh' ? 'zh-cn' : 'en-gb'); }, [language]);
  return (
    <ConfigProvider theme={deskTheme} locale={language === 'zh' ? chineseLocale : englishLocale} alert={alertSigns} button={{ autoInsertSpace: false }}>
      <App className="desk">
        <DeskHeader />
        <main id="desk-main" className="desk-main" tabIndex={-1}><Outlet /></main>
        <SessionExpiredDialog />
      </App>
    </ConfigProvider>
  );
}

/** Who can have cases of their own; others see cases through the queue or as supervisors. */
const takesPart: readonly StaffRole[] = ['judge', 'clerk', 'peoplesAssessor', 'technician', 'divisionHead', 'vicePresident'];
const supervises: readonly StaffRole[] = ['manager', 'trialManagementOffice'];

function DeskHeader() {
  const { t } = useTranslation(['staff', 'scheduling', 'home', 'shell', 'health']);
  const say = useWords();
  const router = useRouter();
  const queryClient = useQueryClient();
  const connection = useConnection();
  const { data: me } = useQuery(queries.me());
  const { data: court } = useQuery(queries.court());
  const has = (...roles: readonly StaffRole[]) => roles.some((role) => me?.roles.includes(role));
  const leave = async () => {
    if (me) await signOut(queryClient, me.personId);
    router.history.push(staffSignInPath);
  };
  return (
    <header className="desk-header">
      <a className="skip-link" href="#desk-main">{t('skipToContent')}</a>
      <Link to="/desk" className="desk-court"><img src="/favicon.svg" alt="" width={26} height={26} />{court?.name ?? t('shell:court')}</Link>
      <nav aria-label={t('navigation')}>
        {has('clerk', 'judge') && <Link to="/desk/home">{t('home:nav.home')}</Link>}
        <Link to="/desk" activeOptions={{ exact: true, includeSearch: false }}>{t('nav.queue')}</Link>
        {has(...takesPart) && <Link to="/desk/cases">{t('nav.cases')}</Link>}
        {has(...takesPart, 'manager') && <Link to="/desk/calendar">{t('scheduling:calendar.nav')}</Link>}
        {has(...escalationRoles) && <Link to="/desk/escalated">{t('home:nav.escalated')}</Link>}
        <Link to="/desk/absences">{t('home:nav.absences')}</Link>
        {has(...supervises) && <Link to="/desk/supervision">{t('nav.supervision')}</Link>}
        {has('operations') && <Link to="/desk/operations">{t('nav.operations')}</Link>}
        {has('operations') && <Link to="/desk/health">{t('health:nav')}</Link>}
      </nav>
      <span className={`connection-dot ${connection}`} role="img" title={t(`connection.${connection}`)} aria-label={t(`connection.${connection}`)} />
      <LanguageSwitch />
      {me && <span className="desk-person"><strong>{me.name}</strong>{me.roles.map((role) => say(roleWords[role])).join(t('shell:listSeparator'))}</span>}
      <button type="button" className="language-switch" onClick={() => void leave()}>{t('signOut')}</button>
    </header>
  );
}
