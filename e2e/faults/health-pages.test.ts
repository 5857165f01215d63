/**
 * Operations look at the court's machinery: all is well; a worker that is gone becomes an alarm with what to do, is seen by
 * somebody, and ends by itself; the handbook opens at its chapter. Beside it: metrics, one click's trace from the browser to the
 * activity, and logs without anybody's name. Both languages, axe. KAITING_PICTURES=FOLDER keeps a picture of each page.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HealthLook } from '#api/contract/health.ts';
import { Person, until } from '#e2e/court/person.ts';
import { accept, comeToCourt, consent, defendant, exchangeEvidence, file, plaintiff, type People } from '#e2e/court/story.ts';
import { startBrowser, type CourtBrowser } from '#e2e/demo/browsers.ts';
import { staffNamed } from '#e2e/demo/cast.ts';
import { Staff } from '#e2e/demo/staff.ts';
import { asWritten } from '#e2e/pages/language.ts';
import { opensWhatItSays } from '#e2e/pages/register.ts';
import { looked, Viewer, words } from '#e2e/pages/viewer.ts';
import { demonstrationStaff } from '#db/demonstration-staff.ts';
import { alarmRules } from '#domain/operations/alarms.ts';
import { startStack, type Stack } from '#infra/stack.ts';

jest.setTimeout(600_000);

interface SeenSpan { traceId: string; spanId: string; parentSpanId?: string; name: string; service: string; part: string }

let folder: string;
let stack: Stack;
let browser: CourtBrowser;
let people: People;
let operations: Person;
let collector: Server;
const bodies: string[] = [];

beforeAll(async () => {
  // An OpenTelemetry collector: it takes everything and keeps it.
  collector = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => { body += chunk.toString(); });
    request.on('end', () => { bodies.push(body); response.writeHead(200, { 'content-type': 'application/json' }).end('{}'); });
  });
  await new Promise<void>((resolve) => { collector.listen(0, '127.0.0.1', resolve); });
  folder = mkdtempSync(path.join(tmpdir(), 'kaiting-health-'));
  stack = await startStack({ dataDir: path.join(folder, 'court'), ports: { api: 0 }, environment: { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(collector.address() as AddressInfo).port}` } });
  browser = await startBrowser({ baseUrl: stack.baseUrl, headless: true });
  people = await comeToCourt(stack.baseUrl);
  operations = await Person.staff(stack.baseUrl, 'operations');
  asWritten((await people.manager.get<{ name: string }>('/api/court')).name, ...demonstrationStaff.map(({ name }) => name));
});
afterAll(async () => {
  await browser?.close();
  await stack?.stop();
  await new Promise((resolve) => { collector.close(resolve); collector.closeAllConnections(); });
  rmSync(folder, { recursive: true, force: true });
});

const look = () => operations.get<HealthLook>('/api/operations/health');
const metrics = async (which: 'API' | 'WORKER' | 'MEDIA_HOST') => (await fetch(`http://127.0.0.1:${stack.environment[`KAITING_METRICS_${which}_PORT`]}/metrics`)).text();

test('all is well, and the machinery is there with its builds', async () => {
  const well = await until('everything is well', async () => { const seen = await look(); return seen.processes.length === 3 && seen.alarms.length === 0 ? seen : undefined; }, 60_000)
    .catch(async (error: unknown) => { console.log(JSON.stringify(await look(), null, 1)); throw error; });
  expect(well.processes.map(({ process }) => process).sort()).toEqual(['api', 'media-host', 'worker']);
  const build = well.processes.find(({ process }) => process === 'worker')?.build;
  expect(well.queues.find(({ kind }) => kind === 'workflow')?.pollers.map((poller) => poller.build)).toContain(build);
  expect(well.media).toMatchObject({ problem: null });
  expect(well.certificates.map(({ name, days }) => [name, days > 3000])).toEqual([['seal', true]]);
  const desk = await Viewer.at(browser, 'pc', operations);
  await desk.visit('/desk/health', 'health-well', ({ health }) => health.title);
  await desk.leave();
});

test('one click of a clerk is one trace, from the browser to the activity', async () => {
  await file(people);
  const clerk = new Staff(await browser.open('pc'), staffNamed('李立案'));
  await clerk.signIn();
  await clerk.toQueue('review-filing');
  await clerk.page.getByRole('link', { name: '审查立案材料' }).or(clerk.page.locator('table a').first()).first().click();
  await clerk.decide('review-filing', 'decision', 'accept');
  bodies.splice(0);
  await clerk.submit('review-filing');
  const parts = ['browser', 'api', 'update', 'activity'];
  const whole = await until('the trace is whole', async () => {
    const spans = spansSeen();
    const clicks = spans.filter(({ part, name }) => part === 'browser' && name.includes('completion'));
    return clicks.map((click) => spans.filter(({ traceId }) => traceId === click.traceId)).find((trace) => parts.every((part) => trace.some((span) => span.part === part)));
  }, 60_000).catch((error: unknown) => { console.log(spansSeen()); throw error; });
  console.log(whole.map(({ service, part, name }) => `${service} ${part}: ${name}`).join('\n'));
  const of = (part: string) => whole.find((span) => span.part === part);
  expect(of('browser')?.parentSpanId || undefined).toBeUndefined();
  expect(of('api')?.parentSpanId).toBe(of('browser')?.spanId);
  expect(of('update')?.parentSpanId).toBe(of('api')?.spanId);
  expect(of('activity')?.parentSpanId).toBe(of('update')?.spanId);
  expect(whole.map(({ name }) => name)).toEqual(expect.arrayContaining(['POST /api/tasks/:id/completion', 'update completeTask', 'activity recordJournal', 'activity acceptFiling']));
  await clerk.page.context().close();
});

test('metrics of every process', async () => {
  const [api, worker, host] = await Promise.all([metrics('API'), metrics('WORKER'), metrics('MEDIA_HOST')]);
  expect(api).toMatch(/kaiting_request_seconds_count\{[^}]*operation="POST \/api\/tasks\/:id\/completion"[^}]*\} 1/);
  expect(api).toMatch(/kaiting_task_queue_pollers\{[^}]*queue="court",kind="workflow"[^}]*\} [1-9]/);
  expect(worker).toMatch(/kaiting_activity_seconds_count\{[^}]*activity="recordJournal",outcome="done"[^}]*\} [1-9]/);
  expect(worker).toContain('temporal_workflow_task_execution_latency');
  expect(host).toContain('process_cpu_seconds_total{process="media-host"}');
  // No case, no person.
  for (const text of [api, worker, host]) expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|张三|李四|1380000000/);
});

test('a worker that is gone becomes an alarm with what to do, is seen, and ends by itself', async () => {
  // It is started again at once; stopped as a person would stop it, it stays away.
  const { worker } = stack.pids();
  process.kill(worker!, 'SIGSTOP');
  try {
    const walking = file(people).catch(() => undefined);
    const alarm = await until('the alarm stands', async () => (await look()).alarms.find(({ kind }) => kind === 'no-worker' || kind === 'commands-pending' || kind === 'queue-backlog'), 180_000);
    expect(alarm.title).toEqual(alarmRules[alarm.kind as keyof typeof alarmRules].title);
    const desk = await Viewer.at(browser, 'pc', operations);
    await desk.visit('/desk/health', 'health-alarm', (_words, page) => page.locator('.alarm').first());
    await desk.page.getByRole('button', { name: words.zh.health.see }).first().click();
    await desk.page.getByText(words.zh.health.seen.replace('{{name}}', '郑运维')).first().waitFor();
    await desk.look('health-alarm-seen', ({ health }, page) => page.getByText(health.seen.replace('{{name}}', '郑运维')).first());
    await desk.page.getByRole('link', { name: words.zh.health.chapter }).first().click();
    await desk.page.waitForURL((url) => url.pathname === '/desk/health/handbook' && url.hash.length > 1);
    await desk.look('health-handbook', ({ health }) => health.handbook);
    await desk.leave();
    const phone = await Viewer.at(browser, 'phone', operations);
    await phone.visit('/desk/health', 'health-alarm', (_words, page) => page.locator('.alarm').first());
    await phone.leave();
    process.kill(worker!, 'SIGCONT');
    await walking;
  } finally {
    process.kill(worker!, 'SIGCONT');
  }
  await until('it ends by itself', async () => (await look()).alarms.length === 0, 120_000).catch(async (error: unknown) => { console.log((await look()).alarms); throw error; });
  expect(looked.splice(0).filter(({ faults }) => faults.length > 0)).toEqual([]);
});

test('logs are JSON, and neither they nor the traces have anybody’s name or number', async () => {
  const walk = await accept(people, await file(people));
  await consent(walk);
  await exchangeEvidence(walk);
  // What goes wrong is logged too.
  await people.plaintiff.post('/api/cases', { causeOfAction: plaintiff.name, phone: plaintiff.phone }).catch(() => undefined);
  await fetch(`${stack.baseUrl}/api/cases?search=${encodeURIComponent(plaintiff.name)}&phone=${plaintiff.phone}`);
  await stack.restart('worker');
  const logs = path.join(stack.dataDir, 'logs');
  const secret = [plaintiff, defendant].flatMap((one) => Object.values(one)).concat(demonstrationStaff.map(({ name }) => name));
  for (const process of ['api', 'worker', 'media-host']) {
    const lines = readFileSync(path.join(logs, `${process}.log`), 'utf8').split('\n').filter((line) => line !== '');
    const others = lines.filter((line) => { try { JSON.parse(line); return false; } catch { return !/^kaiting: .* ready/.test(line); } });
    expect({ process, others: others.slice(0, 5) }).toEqual({ process, others: [] });
    if (process === 'api') expect(lines.length).toBeGreaterThan(50);
  }
  for (const name of readdirSync(logs)) {
    const text = readFileSync(path.join(logs, name), 'utf8');
    expect({ name, found: secret.filter((one) => text.includes(one)) }).toEqual({ name, found: [] });
  }
  expect(bodies.length).toBeGreaterThan(0);
  expect(secret.filter((one) => bodies.some((body) => body.includes(one)))).toEqual([]);
});

function spansSeen(): SeenSpan[] {
  interface Attribute { key: string; value: { stringValue?: string } }
  interface Sent { resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: (Omit<SeenSpan, 'service' | 'part'> & { attributes: Attribute[] })[] }[] }[] }
  const text = (attributes: Attribute[], key: string) => attributes.find((one) => one.key === key)?.value.stringValue ?? '';
  return bodies.flatMap((body) => (JSON.parse(body) as Sent).resourceSpans.flatMap(({ resource, scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans.map(({ attributes, ...span }) => ({
    ...span, service: text(resource.attributes, 'service.name'), part: text(attributes, 'kaiting.part'),
  })))));
}

opensWhatItSays('health-pages');
