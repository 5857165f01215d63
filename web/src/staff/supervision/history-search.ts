/** What the history is filtered by, as the page's address has it: it can be sent to a colleague. */
export interface HistorySearch {
  /** Names with commas; absent: all. */
  sources?: string;
  person?: string;
  article?: string;
  /** A kind of journal entry. */
  kind?: string;
  about?: string;
  refused?: true;
  /** Days in Shanghai. */
  from?: string;
  to?: string;
}

const text = (value: unknown, most: number): string | undefined => (typeof value === 'string' && value !== '' && value.length <= most ? value : undefined);
const day = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined);

/** Without what is not there. */
const given = <T extends object>(values: T): T => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

export const readHistorySearch = (search: Record<string, unknown>): HistorySearch => given({
  sources: text(search['sources'], 120), person: text(search['person'], 40), article: text(search['article'], 20), kind: text(search['kind'], 60), about: text(search['about'], 120),
  refused: search['refused'] === true || search['refused'] === 'true' ? true as const : undefined, from: day(search['from']), to: day(search['to']),
}) as HistorySearch;

/** From the first to the last moment of the days that were chosen, in Shanghai. */
export const dayBounds = ({ from, to }: { from?: string; to?: string }): { from?: string; to?: string } => ({
  ...(from ? { from: new Date(`${from}T00:00:00+08:00`).toISOString() } : {}), ...(to ? { to: new Date(`${to}T23:59:59.999+08:00`).toISOString() } : {}),
});

export interface LooksSearch { person?: string; caseId?: string; from?: string; to?: string; staffOnly?: true }
export const readLooksSearch = (search: Record<string, unknown>): LooksSearch => given({
  person: text(search['person'], 40), caseId: text(search['caseId'], 40), from: day(search['from']), to: day(search['to']), staffOnly: search['staffOnly'] === true || search['staffOnly'] === 'true' ? true as const : undefined,
}) as LooksSearch;

export interface StatisticsSearch { from?: string; to?: string }
export const readStatisticsSearch = (search: Record<string, unknown>): StatisticsSearch => given({ from: day(search['from']), to: day(search['to']) }) as StatisticsSearch;
