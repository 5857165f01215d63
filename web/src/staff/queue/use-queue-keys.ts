/** The queue by keyboard. Silent while something is typed or chosen, or a dialog is open; the card on `?` says the same keys. */
import { useEffect, useRef } from 'react';

/** In the order of the card. */
export const queueKeys = {
  'move-down': ['j', 'ArrowDown'], 'move-up': ['k', 'ArrowUp'], open: ['Enter'], claim: ['c'], snooze: ['s'], comment: ['m'], pick: ['x'], 'pick-all': ['a'], answer: ['b'],
  search: ['/'], narrow: ['f'], views: ['v'], save: ['w'], export: ['e'], print: ['p'], order: ['r'], view: ['g'], more: ['n'], clear: ['Escape'], help: ['?'],
} as const;
export type QueueKey = keyof typeof queueKeys;
export type QueueActions = Record<QueueKey, () => void>;

const keyOf = new Map<string, QueueKey>(Object.entries(queueKeys).flatMap(([action, keys]) => keys.map((key) => [key, action as QueueKey] as const)));

export function useQueueKeys(actions: QueueActions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      const box = target instanceof HTMLInputElement && target.type === 'checkbox';
      if (!box && target?.closest('input, textarea, select, [contenteditable], [role="dialog"], [role="combobox"]')) return;
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"])')) return;
      const action = keyOf.get(event.key);
      // Enter on a link or button does what that says.
      if (!action || (action === 'open' && (box || target?.closest('a, button, summary')))) return;
      event.preventDefault();
      latest.current[action]();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
