import { Input } from 'antd';
import { useState } from 'react';

/** An object as text. What is no object is kept as the text that was typed, and refused by the schema when sent. */
export function JsonInput({ id, value, onChange, ...aria }: { id: string; value: unknown; onChange: (next: unknown) => void; 'aria-invalid'?: true; 'aria-describedby'?: string }) {
  const [text, setText] = useState(() => (typeof value === 'string' ? value : JSON.stringify(value ?? {}, null, 2)));
  return (
    <Input.TextArea
      id={id} className="figures" autoSize={{ minRows: 6, maxRows: 24 }} value={text} spellCheck={false} {...aria}
      onChange={(event) => {
        setText(event.target.value);
        onChange(parsed(event.target.value));
      }}
    />
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text; // Not finished typing.
  }
}
