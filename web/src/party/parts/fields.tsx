import { useId, type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes } from 'react';

interface Labelled {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value; shown and read out. */
  wrong?: string | null;
  /** Stands beside the input, for example a button that sends a code. */
  beside?: ReactNode;
}

const described = (id: string, hint: ReactNode, wrong: string | null | undefined) =>
  [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;

const Around = ({ id, label, hint, wrong, children }: Labelled & { id: string; children: ReactNode }) => (
  <div className="field">
    <label htmlFor={id}>{label}</label>
    {hint ? <span className="hint" id={`${id}-hint`}>{hint}</span> : null}
    {children}
    {wrong ? <span className="wrong" id={`${id}-wrong`} role="alert">{wrong}</span> : null}
  </div>
);

export function TextField({ label, hint, wrong, beside, onText, ...rest }: Labelled & { onText: (text: string) => void } & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'>) {
  const id = useId();
  const input = <input id={id} type="text" aria-invalid={wrong ? true : undefined} aria-describedby={described(id, hint, wrong)} onChange={(event) => onText(event.target.value)} {...rest} />;
  return <Around {...{ id, label, hint, wrong }}>{beside ? <div className="beside">{input}{beside}</div> : input}</Around>;
}

export function LongField({ label, hint, wrong, onText, ...rest }: Labelled & { onText: (text: string) => void } & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange'>) {
  const id = useId();
  return (
    <Around {...{ id, label, hint, wrong }}>
      <textarea id={id} aria-invalid={wrong ? true : undefined} aria-describedby={described(id, hint, wrong)} onChange={(event) => onText(event.target.value)} {...rest} />
    </Around>
  );
}

interface OneOfProps<T extends string> {
  legend: ReactNode;
  options: readonly { value: T; label: ReactNode; hint?: ReactNode }[];
  value: T | null;
  onChoose: (value: T) => void;
  wrong?: string | null;
  across?: boolean;
}

/** One of a few, as cards that a thumb hits. */
export function OneOf<T extends string>({ legend, options, value, onChoose, wrong, across }: OneOfProps<T>) {
  const id = useId();
  return (
    <fieldset className="stack tight" aria-describedby={wrong ? `${id}-wrong` : undefined}>
      <legend>{legend}</legend>
      <div className={across ? 'choices across' : 'choices'}>
        {options.map((option) => (
          <label className="choice" key={option.value}>
            <input type="radio" name={id} value={option.value} checked={value === option.value} onChange={() => onChoose(option.value)} />
            <span>{option.label}{option.hint ? <span className="hint">{option.hint}</span> : null}</span>
          </label>
        ))}
      </div>
      {wrong ? <span className="wrong" id={`${id}-wrong`} role="alert">{wrong}</span> : null}
    </fieldset>
  );
}

export function Tick({ label, hint, value, onChange }: { label: ReactNode; hint?: ReactNode; value: boolean; onChange: (value: boolean) => void }) {
  return (
    <label className="choice">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}{hint ? <span className="hint">{hint}</span> : null}</span>
    </label>
  );
}
