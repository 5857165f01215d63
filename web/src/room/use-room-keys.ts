import { useEffect } from 'react';
import type { HearingConnection } from '#web/room/janus-client.ts';

/**
 * The hearing without a mouse: Alt+M microphone, Alt+V camera, Alt+1…9 the open steps, Alt+O to the steps,
 * Alt+J to the transcript. With Alt, so that nothing happens while the clerk types.
 */
export function useRoomKeys({ camera, microphone, connection }: { camera: boolean; microphone: boolean; connection: HearingConnection }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      // In the transcript the digits choose a speaker; a step of the court must never be a slip of the clerk's fingers.
      if (/^Digit/.test(event.code) && event.target instanceof Element && event.target.closest('input, textarea, select')) return;
      const act = actionOf(event.code, { camera, microphone, connection });
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [camera, microphone, connection]);
}

function actionOf(code: string, { camera, microphone, connection }: { camera: boolean; microphone: boolean; connection: HearingConnection }): (() => void) | null {
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  if (digit !== undefined) return () => document.querySelectorAll<HTMLButtonElement>('.room .move')[Number(digit) - 1]?.click();
  switch (code) {
    case 'KeyM': return () => connection.setMicrophone(!microphone);
    case 'KeyV': return () => connection.setCamera(!camera);
    case 'KeyO': return () => document.querySelector<HTMLElement>('.room .decision button, .room .move')?.focus();
    case 'KeyJ': return () => focusTranscript();
    default: return null; // any other key is not ours
  }
}

function focusTranscript(): void {
  document.querySelector<HTMLButtonElement>('.room [role=tab][data-tab=transcript]')?.click();
  // The panel is drawn first.
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.room .side textarea:last-of-type, .room .side [contenteditable=true], .room .side [role=tabpanel]')?.focus());
}
