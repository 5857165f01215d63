import { useEffect, useRef, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import Pad from 'signature_pad';

interface SignaturePadProps {
  /** Where the page finds the pad when it sends the picture. */
  pad: RefObject<Pad | null>;
  onDrawn: (drawn: boolean) => void;
  disabled: boolean;
}

/** The box to write one's name in. What was written stays when the phone is turned. */
export function SignaturePad({ pad, onDrawn, disabled }: SignaturePadProps) {
  const { t } = useTranslation('signing');
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const made = new Pad(element, { penColor: '#101828', backgroundColor: '#ffffff', minWidth: 1.1, maxWidth: 3.2 });
    pad.current = made;
    const fit = () => {
      const strokes = made.toData();
      const ratio = Math.max(window.devicePixelRatio || 1, 1);
      element.width = element.offsetWidth * ratio;
      element.height = element.offsetHeight * ratio;
      element.getContext('2d')?.scale(ratio, ratio);
      made.clear();
      made.fromData(strokes);
    };
    fit();
    const onEnd = () => onDrawn(!made.isEmpty());
    made.addEventListener('endStroke', onEnd);
    const watch = new ResizeObserver(fit);
    watch.observe(element);
    return () => {
      watch.disconnect();
      made.removeEventListener('endStroke', onEnd);
      made.off();
      pad.current = null;
    };
  }, [pad, onDrawn]);
  useEffect(() => { if (disabled) pad.current?.off(); else pad.current?.on(); }, [disabled, pad]);
  const clear = () => { pad.current?.clear(); onDrawn(false); };
  return (
    <div className="signature">
      <canvas ref={canvas} aria-label={t('drawHint')} role="img" />
      <div className="row between">
        <span className="soft">{t('drawHint')}</span>
        <button type="button" className="text-button" disabled={disabled} onClick={clear}>{t('clear')}</button>
      </div>
    </div>
  );
}

/** @param drawing the picture as the pad gives it, a data address. @returns it as a file (the court's pages may not fetch data addresses). */
export function signatureFile(drawing: string): File {
  const bytes = Uint8Array.from(atob(drawing.slice(drawing.indexOf(',') + 1)), (character) => character.charCodeAt(0));
  return new File([bytes], 'signature.png', { type: 'image/png' });
}
