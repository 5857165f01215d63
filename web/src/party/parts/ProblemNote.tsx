import type { ApiProblem } from '#web/api/errors.ts';
import { useWords } from '#web/i18n/use-words.ts';
import { Articles } from '#web/party/parts/Articles.tsx';
import { useProblemText } from '#web/shell/problem-text.ts';

/** Why something was not done: in the person's words, with the fields it is about and the rule's articles. */
export function ProblemNote({ problem }: { problem: ApiProblem | null }) {
  const textOf = useProblemText();
  const say = useWords();
  if (!problem) return null;
  return (
    <div className="notice problem stack tight" role="alert">
      <p>{textOf(problem)}</p>
      {problem.fields.map((field) => <p key={field.path} className="small">{say(field.message)}</p>)}
      <Articles ids={problem.articles} />
    </div>
  );
}
