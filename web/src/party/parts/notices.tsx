import type { ReactNode } from 'react';

/** Something went wrong; read out at once. */
export const Problem = ({ children }: { children: ReactNode }) => <div className="notice problem" role="alert">{children}</div>;
/** Something that helps to decide. */
export const Hint = ({ children }: { children: ReactNode }) => <div className="notice">{children}</div>;
/** Done; read out when there is a pause. */
export const Good = ({ children }: { children: ReactNode }) => <div className="notice good" role="status">{children}</div>;
/** What helps a visitor of the demonstration court. */
export const ForVisitors = ({ children }: { children: ReactNode }) => <div className="notice wait">{children}</div>;
/** Something else has to happen first. */
export const Waiting = ({ children }: { children: ReactNode }) => <div className="notice wait" role="status">{children}</div>;

export function Loading({ children }: { children: ReactNode }) {
  return (
    <div className="loading" role="status">
      <span className="spinner" aria-hidden="true" />
      <span>{children}</span>
    </div>
  );
}
