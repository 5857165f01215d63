/**
 * Looks at everything every 15 seconds and when somebody asks, so that an alarm is known since it began. Several API
 * processes look each for themselves; the table of alarms is theirs together. If the process dies, another one looks.
 */
import type { HealthLook } from '#api/contract/health.ts';
import type { Services } from '#api/context.ts';
import type { LiveHub } from '#api/live/hub.ts';
import { certificateHealth } from '#api/operations/health/certificates.ts';
import { mediaHealth } from '#api/operations/health/media.ts';
import { queueHealth, type QueueHealth } from '#api/operations/health/task-queues.ts';
import { createWedgedWatch } from '#api/operations/health/wedged.ts';
import { healthOfParts, type PartHealth } from '#api/operations/supervision/health.ts';
import { daysGoneBy, hostsWithRooms, keepAlarms, livingProcesses, pendingCommands, type ProcessRow } from '#db/queries/health.ts';
import { failedSteps, stuckCounts } from '#db/queries/supervision.ts';
import { courtTaskQueue, mediaTaskQueue } from '#domain/case/ids.ts';
import { alarmRules, alarmsOf, type Measure } from '#domain/operations/alarms.ts';

export interface HealthWatch {
  /** What is known now, at most three seconds old. */
  look(): Promise<HealthLook>;
  /** Looks by itself until stopped. */
  keepLooking(): () => Promise<void>;
}

const freshForMs = 3_000;
const everyMs = 15_000;

type Needed = Pick<Services, 'sql' | 'temporal' | 'environment' | 'log'>;

export function createHealthWatch(services: Needed, hub: Pick<LiveHub, 'deaf'>): HealthWatch {
  const wedgedWatch = createWedgedWatch(services.temporal);
  let last: { at: number; look: Promise<HealthLook> } | undefined;

  const gather = async (): Promise<HealthLook> => {
    const { sql, temporal, environment: { media, web, outside } } = services;
    const parts = await healthOfParts(services);
    const away = (part: string) => parts.some((one) => one.part === part && !one.healthy);
    // What cannot be asked is not known; that it cannot be asked is an alarm of its own.
    const [processes, commands, goneBy, hosts, counts, steps] = await Promise.all([livingProcesses(sql), pendingCommands(sql), daysGoneBy(sql), hostsWithRooms(sql), stuckCounts(sql), failedSteps(sql)]);
    const waitedFor = commands.flatMap(({ workflowId, ageSeconds }) => (workflowId !== null && ageSeconds > 3 ? [workflowId] : [])).concat(goneBy);
    const nothing = { wedged: [], behind: [], round: { open: 0, lookedAt: 0 } };
    const [found, queues, janus, certificates] = await Promise.all([
      away('temporal') ? nothing : unlessAway(wedgedWatch.look(waitedFor), nothing),
      away('temporal') ? [] : unlessAway(queueHealth(temporal, [{ name: courtTaskQueue, kinds: ['workflow', 'activity'] }, { name: mediaTaskQueue(media.host), kinds: ['activity'] }]), []),
      mediaHealth(media),
      certificateHealth([{ name: 'seal', file: outside.sealCertificate }, { name: 'TLS', file: web.tlsCertificate }], Date.now()),
    ]);
    // A worker is named by Temporal as its process is by its signs of life.
    const buildOf = (worker: string) => processes.find(({ pid, host }) => `${pid}@${host}` === worker)?.build ?? null;
    const moving = { ...found, wedged: found.wedged.map((one) => ({ ...one, build: one.build ?? buildOf(one.worker) })) };
    const measures = [
      ...ofParts(parts), ...ofQueues(queues), ...ofProcesses(processes), ...ofMedia(hosts, processes),
      ...moving.wedged.map((one): Measure => ({ kind: 'workflow-wedged', subject: one.workflowId, value: one.attempts, detail: { zh: `已尝试 ${one.attempts} 次`, en: `${one.attempts} attempts` }, technical: `${one.cause}, build ${one.build ?? 'unknown'}` })),
      ...worst('projection-behind', moving.behind.map(({ workflowId, seconds }) => ({ name: workflowId, seconds }))),
      ...worst('commands-pending', commands.map(({ operation, ageSeconds }) => ({ name: operation, seconds: ageSeconds }))),
      ...certificates.map(({ name, days, endsAt }): Measure => ({ kind: 'certificate-ends', subject: name, value: days, detail: { zh: `剩余 ${days} 天，${endsAt.slice(0, 10)} 到期`, en: `${days} days left, until ${endsAt.slice(0, 10)}` } })),
      { kind: 'live-deaf', subject: 'api', about: { zh: '接口进程', en: 'The API' }, value: hub.deaf() ? 1 : 0, detail: { zh: '收不到数据库的通知', en: 'no notification from the database' } },
      { kind: 'effects-ambiguous', subject: 'effects', about: { zh: '对外操作', en: 'Effects' }, value: counts.ambiguousEffects, detail: { zh: `台账中有 ${counts.ambiguousEffects} 项`, en: `${counts.ambiguousEffects} in the ledger` } },
      { kind: 'failed-steps', subject: 'steps', about: { zh: '全部案件', en: 'All cases' }, value: steps.length, detail: { zh: `${steps.length} 个步骤`, en: `${steps.length} steps` } },
    ] satisfies Measure[];
    const standing = alarmsOf(measures);
    const kept = await keepAlarms(sql, standing.map(({ key }) => key));
    const lookedAt = new Date().toISOString();
    return {
      lookedAt, ...moving, processes, queues, commands, media: janus, certificates,
      alarms: standing.map(({ key, kind, severity, subject, about = null, detail, technical = null }) => {
        const { title, means, todo, chapter } = alarmRules[kind];
        return { key, kind, severity, subject, about, technical, detail, title, means, todo, chapter, since: kept.get(key)?.since ?? lookedAt, acknowledged: kept.get(key)?.acknowledged ?? null };
      }),
    };
  };

  const unlessAway = async <T>(work: Promise<T>, otherwise: T): Promise<T> => work.catch((error: unknown) => {
    services.log.warn({ why: error instanceof Error ? error.message : String(error) }, 'Temporal could not be asked for its health');
    return otherwise;
  });

  const look = () => {
    if (last && Date.now() - last.at < freshForMs) return last.look;
    const asked = { at: Date.now(), look: gather() };
    last = asked;
    asked.look.catch(() => { if (last === asked) last = undefined; });
    return asked.look;
  };

  return {
    look,
    keepLooking() {
      let turn: Promise<unknown> = Promise.resolve();
      const timer = setInterval(() => {
        turn = turn.then(look).catch((error: unknown) => services.log.warn({ why: error instanceof Error ? error.message : String(error) }, 'health could not be looked at'));
      }, everyMs);
      return async () => { clearInterval(timer); await turn; };
    },
  };
}

const ofParts = (parts: readonly PartHealth[]): Measure[] => parts.map(({ part, healthy, detail }) => ({ kind: 'part-away', subject: part, value: healthy ? 0 : 1, detail: { zh: '两秒内没有应答', en: 'no answer within two seconds' }, technical: detail }));

/** What is measured of each task queue. */
export function ofQueues(queues: readonly QueueHealth[]): Measure[] {
  return queues.flatMap(({ taskQueue, kind, pollers, oldestSeconds, backlog }): Measure[] => {
    const subject = `${taskQueue} (${kind})`;
    const about = kind === 'workflow' ? { zh: `队列 ${taskQueue}（流程）`, en: `Queue ${taskQueue} (workflow)` } : { zh: `队列 ${taskQueue}（活动）`, en: `Queue ${taskQueue} (activity)` };
    const living = pollers.filter(({ lastAskedSeconds }) => lastAskedSeconds < 90);
    const builds = new Set(living.flatMap(({ build }) => (build === null ? [] : [build])));
    return [
      { kind: 'no-worker', subject, about, value: living.length === 0 ? 1 : 0, detail: { zh: '没有进程领取任务', en: 'no process asks for its tasks' } },
      { kind: 'queue-backlog', subject, about, value: oldestSeconds, detail: { zh: `${backlog} 个任务，最早的已等待 ${Math.round(oldestSeconds)} 秒`, en: `${backlog} tasks, the oldest ${Math.round(oldestSeconds)} s` } },
      { kind: 'builds-mixed', subject, about, value: builds.size, detail: { zh: `${builds.size} 个版本`, en: `${builds.size} builds` }, technical: [...builds].join(', ') },
    ];
  });
}

const off = (ms: number) => ({ zh: `相差 ${Math.round(ms)} 毫秒`, en: `${Math.round(ms)} ms` });

/** Of processes that live: clocks and disks, each disk and each machine once. */
function ofProcesses(processes: readonly ProcessRow[]): Measure[] {
  const living = processes.filter(({ seenSeconds }) => seenSeconds < 60);
  const clocks = living.flatMap(({ process, host, clockMs, temporalClockMs }): Measure[] => [
    { kind: 'clock-off', subject: `${process}@${host} – PostgreSQL`, value: Math.abs(clockMs), detail: off(clockMs) },
    ...(temporalClockMs === null ? [] : [{ kind: 'clock-off', subject: `${process}@${host} – Temporal`, value: Math.abs(temporalClockMs), detail: off(temporalClockMs) } as const]),
  ]);
  const disks = new Map(living.map(({ host, diskFreeBytes, diskTotalBytes }) => [`${host}/${diskTotalBytes}`, { host, diskFreeBytes, diskTotalBytes }]));
  return [...clocks, ...[...disks.values()].map(({ host, diskFreeBytes, diskTotalBytes }): Measure => ({
    kind: 'disk-full', subject: host, value: (diskFreeBytes / diskTotalBytes) * 100, detail: { zh: `剩余 ${(diskFreeBytes / 2 ** 30).toFixed(1)} GiB，共 ${(diskTotalBytes / 2 ** 30).toFixed(0)} GiB`, en: `${(diskFreeBytes / 2 ** 30).toFixed(1)} GiB free of ${(diskTotalBytes / 2 ** 30).toFixed(0)}` },
  }))];
}

/** A media host that has rooms open gives signs; the media host's queue is looked at anyway. */
function ofMedia(hosts: readonly { mediaHost: string; open: number }[], processes: readonly ProcessRow[]): Measure[] {
  return hosts.map(({ mediaHost, open }) => {
    const silent = Math.min(600, ...processes.filter(({ taskQueue }) => taskQueue === mediaTaskQueue(mediaHost)).map(({ seenSeconds }) => seenSeconds));
    return { kind: 'media-host-silent', subject: mediaHost, value: silent, detail: { zh: `${open} 个庭审室未结束，${Math.round(silent)} 秒没有消息`, en: `${open} open rooms, no sign for ${Math.round(silent)} s` } };
  });
}

function worst(kind: 'projection-behind' | 'commands-pending', waiting: readonly { name: string; seconds: number }[]): Measure[] {
  const oldest = [...waiting].sort((a, b) => b.seconds - a.seconds)[0];
  return oldest ? [{ kind, ...(kind === 'commands-pending' ? { subject: 'commands', about: { zh: '人们提交的操作', en: 'What people sent' } } : { subject: 'journal', about: { zh: '案件记录', en: 'The journal' } }), value: oldest.seconds, detail: { zh: `${waiting.length} 项，最早的已等待 ${Math.round(oldest.seconds)} 秒`, en: `${waiting.length}, the oldest ${Math.round(oldest.seconds)} s` }, technical: oldest.name }] : [];
}
