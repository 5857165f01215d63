/** Fifty streams that ask in one turn are one question to the policy. */
import { expect, test } from '@jest/globals';
import type { CurrentUser } from '#api/context.ts';
import { createAudience } from '#api/live/audience.ts';

const user = (personId: string) => ({ personId, roles: ['filingClerk'] }) as CurrentUser;

test('what is asked in one turn is asked once a case, and each gets their own answer', async () => {
  const asked: [string, string[], readonly string[]][] = [];
  const audience = createAudience({
    audible: async (users, caseId, taskIds) => {
      asked.push([caseId, users.map(({ personId }) => personId), taskIds]);
      return users.map(({ personId }) => ({ knows: personId === 'judge', tasks: personId === 'stranger' ? [] : taskIds }));
    },
  });
  const answers = await Promise.all([audience(user('judge'), 'case-1', ['a']), audience(user('clerk'), 'case-1', ['a', 'b']), audience(user('stranger'), 'case-1', ['a']), audience(user('clerk'), 'case-2', [])]);
  expect(asked).toEqual([['case-1', ['judge', 'clerk', 'stranger'], ['a', 'b']], ['case-2', ['clerk'], []]]);
  expect(answers).toEqual([{ knows: true, tasks: ['a'] }, { knows: false, tasks: ['a', 'b'] }, { knows: false, tasks: [] }, { knows: false, tasks: [] }]);
  await audience(user('clerk'), 'case-1', ['c']);
  expect(asked[2]).toEqual(['case-1', ['clerk'], ['c']]);
});

test('a question that cannot be answered fails for all who asked it', async () => {
  const audience = createAudience({ audible: async () => { throw new Error('no database'); } });
  const answers = await Promise.allSettled([audience(user('clerk'), 'case-1', []), audience(user('judge'), 'case-1', [])]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
