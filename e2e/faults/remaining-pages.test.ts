/**
 * Pages that no other walk opens: the days on which a party cannot attend, on their own page and where the clerk schedules (G4,
 * CPL-149); the addresses that notices give; the second factor of the court's staff; the handbook for operations; where a day at the
 * desk begins. Each in both languages and by axe. KAITING_PICTURES=FOLDER keeps a picture of each.
 */
import { afterAll, afterEach, beforeAll, expect, jest, test } from '@jest/globals';
import { Person, until } from '#e2e/court/person.ts';
import { accept, consent, exchangeEvidence, file, schedule, type Walk } from '#e2e/court/story.ts';
import { labelOf } from '#e2e/demo/words.ts';
import { AtWork, nothingWrong, taskFor } from '#e2e/pages/at-work.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { words } from '#e2e/pages/viewer.ts';

jest.setTimeout(600_000);

const said = { away: '住院手术', journey: '出差在外' };
const secondFactor = { totpURI: 'otpauth://totp/Kaiting:technician?secret=NBSWY3DPO5XXE3DE&issuer=Kaiting&digits=6&period=30', backupCodes: Array.from({ length: 10 }, (_, at) => `kT${at}xQ-wm8R${at}`) };
const { away } = words.zh.scheduling;

let work: AtWork;
let walk: Walk;
beforeAll(async () => {
  work = await AtWork.start();
  asWritten(...Object.values(said), ...secondFactor.backupCodes);
  walk = await accept(work.people, await file(work.people));
  await consent(walk);
  await exchangeEvidence(walk);
});
afterEach(() => work.leaveDesks());
afterAll(() => work?.stop());

interface Slots { slots: { day: string }[]; earliest: { day: string } | null }

test('a party tells on which days they cannot attend; the clerk sees it where the time is chosen, and the earliest common time passes over it (G4, CPL-149)', async () => {
  const { caseId, clerk, plaintiff, defendant } = walk;
  await clerk.awaitTask(caseId, 'schedule-hearing');
  const slots = () => clerk.get<Slots>(`/api/cases/${caseId}/slots`);
  const days = [...new Set((await slots()).slots.map(({ day }) => day))];
  const [first = '', second = ''] = days;

  const phone = await work.at('phone', plaintiff);
  await phone.visit(`/my/cases/${caseId}/unavailable`, 'my-days', ({ scheduling }) => scheduling.away.title);
  await phone.page.getByRole('button', { name: away.send, exact: true }).click();
  await phone.look('my-days-missing', ({ scheduling }, page) => page.getByText(scheduling.away.fillIn));
  // A day that is past is refused, and what was typed stays.
  await phone.page.locator('[name="day-0"]').fill('2026-01-05');
  await phone.page.getByLabel(away.reason).fill(said.away);
  await phone.page.getByRole('button', { name: away.send, exact: true }).click();
  await phone.look('my-days-past', (_words, page, language) => page.getByText(language === 'zh' ? '只能告知今天以后的日期。' : 'Only days after today can be named.'));
  await phone.page.locator('[name="day-0"]').fill(first);
  await phone.page.getByRole('button', { name: away.add, exact: true }).click();
  await phone.page.locator('[name="day-1"]').fill(second);
  await phone.look('my-days-filled', ({ scheduling }) => scheduling.away.title);
  await phone.page.getByRole('button', { name: away.send, exact: true }).click();
  await phone.page.getByText(said.away).nth(1).waitFor();
  await phone.look('my-days-named', (_words, page) => page.getByText(said.away).nth(1));
  await phone.page.getByRole('button', { name: /^撤回/ }).nth(1).click();
  await until('one is taken back', async () => (await plaintiff.get<{ days: unknown[] }>(`/api/cases/${caseId}/unavailable-days`)).days.length === 1);
  await phone.look('my-days-taken-back', (_words, page) => page.getByText(said.away).first());
  await phone.leave();

  const pc = await work.at('pc', defendant);
  await pc.visit(`/my/cases/${caseId}`, 'my-case-before-schedule', ({ scheduling }, page) => page.getByRole('link', { name: scheduling.away.title }));
  await pc.page.getByRole('link', { name: away.title }).click();
  await pc.page.locator('[name="day-0"]').fill(first);
  await pc.page.getByLabel(away.reason).fill(said.journey);
  await pc.page.getByRole('button', { name: away.send, exact: true }).click();
  await pc.look('my-days-named', (_words, page) => page.locator('li').getByText(said.journey));
  await pc.leave();

  const desk = await work.desk(clerk);
  await desk.page.goto(`/desk/tasks/${await taskFor(clerk, caseId, 'schedule-hearing')}`);
  await desk.page.locator('label').filter({ hasText: new RegExp(`^${labelOf('schedule-hearing', 'decision', 'schedule')}$`) }).click();
  await desk.look('task-schedule-with-days', (_words, page) => page.locator('.slot-away').nth(1));
  expect((await slots()).earliest?.day).not.toBe(first);
  nothingWrong();
});

test('the addresses that a notice gives lead to the case, and into the room when it is open (G4)', async () => {
  const { caseId, plaintiff, clerk } = walk;
  const { hearingId, meetingNumber } = await schedule(walk) as { hearingId: string; meetingNumber?: string };
  const number = meetingNumber ?? (await clerk.case(caseId)).hearings.at(-1)?.meetingNumber;
  const phone = await work.at('phone', plaintiff);
  await phone.page.goto(`/m/${number}`);
  await phone.page.waitForURL((url) => url.pathname === `/my/cases/${caseId}`);
  await phone.look('my-case-from-notice', ({ party }, page) => page.getByText(party.case.parties));
  await phone.visit('/m/600000999', 'meeting-unknown', ({ party }, page) => page.getByText(party.home.meetingCheck));
  await phone.visit(`/hearings/${hearingId}`, 'lobby-from-notice', ({ room }, page) => page.getByText(room.lobby.notOpen));
  await phone.leave();
  const stranger = await work.at('phone');
  await stranger.visit(`/m/${number}`, 'meeting-stranger', ({ party }) => party.signIn.title);
  await stranger.leave();
  nothingWrong();
});

test('where a day at the desk begins; the second factor; the handbook of operations', async () => {
  const [clerk, operations, technician] = [walk.clerk, ...await Promise.all(['operations', 'technician'].map((name) => Person.staff(work.baseUrl, name)))] as [Person, Person, Person];
  const atClerk = await work.desk(clerk);
  await atClerk.page.goto('/desk/start');
  await atClerk.page.waitForURL((url) => url.pathname === '/desk/home');
  await atClerk.look('start-clerk', (_words, page) => page.getByRole('heading', { level: 1 }));
  for (const device of ['pc', 'phone'] as const) {
    const viewer = await work.at(device, operations);
    await viewer.page.goto('/desk/start');
    await viewer.page.waitForURL((url) => /^\/desk\/?$/.test(url.pathname));
    await viewer.visit('/desk/health/handbook', 'handbook', ({ health }) => health.handbook);
    await viewer.leave();
  }
  for (const device of ['pc', 'phone'] as const) {
    const viewer = await work.at(device, technician);
    const { page } = viewer;
    const { signIn } = words.zh.staff;
    const next = () => page.getByRole('button', { name: signIn.setUp.begin }).click();
    await viewer.visit('/staff/second-factor', 'second-factor', ({ staff }) => staff.signIn.setUp.title);
    await page.getByLabel(signIn.password, { exact: true }).fill('not the password');
    await next();
    await viewer.look('second-factor-refused', ({ staff }, of) => of.getByText(staff.signIn.setUp.refused));
    // The demonstration court has no second factor: its answers are those of a court in use.
    await page.route('**/api/auth/two-factor/enable', (route) => route.fulfill({ json: secondFactor }));
    await page.route('**/api/auth/two-factor/verify-totp', (route) => route.fulfill({ status: 401, json: { code: 'INVALID_CODE', message: 'Invalid code' } }));
    await page.getByLabel(signIn.password, { exact: true }).fill('kaiting-demo');
    await next();
    await viewer.look('second-factor-scan', (_words, of) => of.locator('.second-factor'));
    await page.getByLabel(signIn.code, { exact: true }).fill('000000');
    await next();
    await viewer.look('second-factor-wrong', ({ staff }, of) => of.getByText(staff.signIn.wrongCode));
    await viewer.leave();
  }
  nothingWrong();
});

opensWhatItSays('remaining-pages');
