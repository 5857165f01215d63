/** The queue by keyboard: j/k or arrows, Enter, c, r, g, ?. Silent while something is typed or a dialog is open. */
import { useEffect, useRef } from 'react';

export interface QueueKeys {
  move: (by: 1 | -1) => void;
  open: () => void;
  claim: () => void;
  putInOrder: () => void;
  switchView: () => void;
  help: () => void;
}

export function useQueueKeys(keys: QueueKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.closest('input, textarea, select, [contenteditable], [role="dialog"]')) return;
      const act = actionOf(event.key, target, latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actionOf(key: string, target: HTMLElement | null, keys: QueueKeys): (() => void) | null {
  switch (key) {
    case 'j': case 'ArrowDown': return () => keys.move(1);
    case 'k': case 'ArrowUp': return () => keys.move(-1);
    // Enter on a link or button does what that says.
    case 'Enter': return target?.closest('a, button') ? null : keys.open;
    case 'c': return keys.claim;
    case 'r': return keys.putInOrder;
    case 'g': return keys.switchView;
    case '?': return keys.help;
    default: return null; // any other key is nobody's
  }
}
