/** Everybody who may knock: nobody, a stranger, the parties, the case's own bench, and each office of the court beside them. */
import { Person } from '#e2e/court/person.ts';
import { accept, comeToCourt, file, filingOf, type People, type Walk } from '#e2e/court/story.ts';
import { requestOf, type Asked, type Ids, type Operation } from '#e2e/leaks/requests.ts';

export const columns = [
  'nobody', 'stranger', 'plaintiff', 'defendant', 'judge', 'clerk', 'otherJudge', 'otherClerk', 'filing', 'technician', 'assessor',
  'head', 'president', 'chief', 'tmo', 'manager', 'operations',
] as const;
export type Column = (typeof columns)[number];
export type Actors = Record<Column, Person>;

export const strangerNamed = { name: '赵六', identityNumber: '410811199511054044', phone: '13800000004' };

/** Two cases that have no party in common; the stranger filed the second one. */
export async function gather(baseUrl: string): Promise<{ actors: Actors; people: People; own: Walk; otherCaseId: string }> {
  const people = await comeToCourt(baseUrl);
  const own = await accept(people, await file(people));
  const stranger = await Person.party(baseUrl, strangerNamed);
  const { caseId: otherCaseId } = await stranger.post<{ caseId: string }>('/api/cases', {
    ...await filingOf(stranger), others: [{ name: '王五', identityNumber: '410602197809233030', phone: '13800000003', role: 'defendant' }],
  });
  await accept({ ...people, plaintiff: stranger }, otherCaseId);
  const staff = (username: string) => Person.staff(baseUrl, username);
  const beside = async (usernames: string[], taken: Person) => staff(usernames.find((name) => name !== taken.who) ?? '');
  const actors: Actors = {
    nobody: new Person(baseUrl, 'nobody'), stranger, plaintiff: own.plaintiff, defendant: own.defendant, judge: own.judge, clerk: own.clerk,
    otherJudge: await beside(['judge', 'judge2'], own.judge), otherClerk: await beside(['clerk', 'clerk2'], own.clerk),
    filing: await staff('filing'), technician: await staff('technician'), assessor: await staff('assessor'), head: await staff('head'), president: await staff('president'),
    chief: await staff('chief'), tmo: await staff('tmo'), manager: own.manager, operations: await staff('operations'),
  };
  return { actors, people, own, otherCaseId };
}

/**
 * What an answer tells: Y it was done or shown, r it was refused openly (so the thing is known to be there), . it is the
 * same answer, byte for byte, as for a thing that there is not, s sign in first, ! anything else.
 */
export type Cell = 'Y' | 'r' | '.' | 's' | '!';

export interface Answer { status: number; text: string }

export async function ask(person: Person, { method, path, body }: Asked): Promise<Answer> {
  const response = await person.request(method, path, body);
  return { status: response.status, text: await response.text() };
}

/** @param nothing ids of nothing, for the comparison. */
export async function cellOf(person: Person, operation: Operation, ids: Ids, nothing: Ids): Promise<{ cell: Cell; answer: Answer }> {
  const [real, empty] = [requestOf(operation, ids), requestOf(operation, nothing)];
  if (!real || !empty) throw new Error(`${operation.name}: no request is given for it in e2e/leaks/requests.ts`);
  const answer = await ask(person, real);
  if (answer.status === 401) return { cell: 's', answer };
  if (answer.status === 404) {
    const none = await ask(person, empty);
    return { cell: none.status === 404 && none.text === answer.text ? '.' : '!', answer };
  }
  if (answer.status >= 200 && answer.status < 300) return { cell: 'Y', answer };
  return { cell: [409, 422].includes(answer.status) ? 'r' : '!', answer };
}
