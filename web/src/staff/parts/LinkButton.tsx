import { Button } from 'antd';
import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

/** A link that looks like a button and stays within the application; opened in a new tab as any link can be. */
export function LinkButton({ href, primary = false, children }: { href: string; primary?: boolean; children: ReactNode }) {
  const router = useRouter();
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    router.history.push(href);
  };
  return <Button href={href} type={primary ? 'primary' : 'default'} onClick={follow}>{children}</Button>;
}
