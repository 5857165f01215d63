import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
  heading: ReactNode;
  children: ReactNode;
  /** Buttons, the safe one first. */
  actions: ReactNode;
  /** Escape and the browser's back; absent, the person must choose a button. */
  onClose?: () => void;
}

/** The browser's own modal dialog: it keeps the focus inside and gives it back. */
export function Dialog({ heading, children, actions, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const label = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog ref={dialog} className="room-dialog" aria-labelledby={label} onCancel={(event) => { event.preventDefault(); onClose?.(); }}>
      <h2 id={label}>{heading}</h2>
      <div className="body">{children}</div>
      <div className="dialog-actions">{actions}</div>
    </dialog>
  );
}
