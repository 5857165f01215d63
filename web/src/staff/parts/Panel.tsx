import { useId, type ReactNode } from 'react';

/** A titled part of a page. */
export function Panel({ title, extra, children, tone }: { title: ReactNode; extra?: ReactNode; children: ReactNode; tone?: 'court' }) {
  const id = useId();
  return (
    <section className={tone ? `panel ${tone}` : 'panel'} aria-labelledby={id}>
      <header><h2 id={id}>{title}</h2>{extra}</header>
      <div className="panel-body">{children}</div>
    </section>
  );
}

/** Names and values, one line each. */
export function Facts({ items }: { items: readonly (readonly [label: string, value: ReactNode])[] }) {
  return <dl className="facts-list">{items.map(([label, value], at) => <div key={`${at}/${label}`}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>;
}
