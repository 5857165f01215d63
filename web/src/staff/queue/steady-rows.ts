/**
 * A list that changes while somebody works in it: nothing moves under their hands. Rows keep their places; what is gone
 * stays where it was, marked; what is new comes below. Only when the person asks for it is everything put in order.
 */
export interface SteadyRow<Row> { row: Row; mark: 'new' | 'gone' | null }

/** @param shown what is on the screen, in its order. @param fresh what there is now, in its own order. */
export function steadyRows<Row>(shown: readonly SteadyRow<Row>[], fresh: readonly Row[], idOf: (row: Row) => string): SteadyRow<Row>[] {
  const now = new Map(fresh.map((row) => [idOf(row), row]));
  const kept = shown.map(({ row, mark }): SteadyRow<Row> => {
    const current = now.get(idOf(row));
    now.delete(idOf(row));
    if (current === undefined) return { row, mark: 'gone' };
    return { row: current, mark: mark === 'gone' ? null : mark };
  });
  return [...kept, ...[...now.values()].map((row): SteadyRow<Row> => ({ row, mark: 'new' }))];
}

/** Everything in its own order, without marks. */
export const inOrder = <Row>(fresh: readonly Row[]): SteadyRow<Row>[] => fresh.map((row) => ({ row, mark: null }));

export function countMarks(rows: readonly SteadyRow<unknown>[]): { fresh: number; gone: number } {
  return { fresh: rows.filter(({ mark }) => mark === 'new').length, gone: rows.filter(({ mark }) => mark === 'gone').length };
}
