/** True where the window is as narrow as a phone's (queue.css); follows it when it is turned. */
import { useSyncExternalStore } from 'react';

const phone = '(max-width: 760px)';

export const usePhone = (): boolean => useSyncExternalStore((changed) => {
  const media = window.matchMedia(phone);
  media.addEventListener('change', changed);
  return () => media.removeEventListener('change', changed);
}, () => window.matchMedia(phone).matches);
