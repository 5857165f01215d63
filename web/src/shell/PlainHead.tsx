import { LanguageSwitch } from '#web/shell/LanguageSwitch.tsx';
import { usePageTitle } from '#web/shell/page-title.ts';

/** The head of a plain page: what it is, and the other language. */
export function PlainHead({ title }: { title: string }) {
  usePageTitle(title);
  return <header className="plain-head"><h1>{title}</h1><LanguageSwitch /></header>;
}
