/** The court's own metrics: what the page of its health shows, as numbers. Made when they are asked for. */
import { Gauge, type Registry } from 'prom-client';
import type { HealthWatch } from '#api/operations/health/watch.ts';
import { alarmRules } from '#domain/operations/alarms.ts';

/** @returns what brings them up to date, before they are read. */
export function courtMetrics(registry: Registry, health: Pick<HealthWatch, 'look'>): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) => new Gauge({ name, help, labelNames, registers: [registry] });
  const alarms = gauge('kaiting_alarms', 'Alarms that stand', ['kind', 'severity']);
  const wedged = gauge('kaiting_workflows_wedged', 'Workflows whose workflow task fails again and again');
  const open = gauge('kaiting_workflows_open', 'Open workflows');
  const pending = gauge('kaiting_commands_pending', 'Commands without an answer');
  const oldest = gauge('kaiting_command_oldest_seconds', 'Age of the oldest command without an answer');
  const backlog = gauge('kaiting_task_queue_backlog', 'Tasks that wait', ['queue', 'kind']);
  const pollers = gauge('kaiting_task_queue_pollers', 'Processes that take tasks', ['queue', 'kind']);
  const rooms = gauge('kaiting_rooms', 'Rooms that Janus has');
  const certificate = gauge('kaiting_certificate_days', 'Days until a certificate ends', ['name']);
  const looked = gauge('kaiting_health_looked', 'Whether the health could be looked at');
  return async () => {
    const look = await health.look().catch(() => undefined);
    looked.set(look ? 1 : 0);
    if (!look) return;
    alarms.reset();
    for (const kind of Object.keys(alarmRules)) alarms.set({ kind, severity: 'critical' }, 0);
    for (const { kind, severity } of look.alarms) alarms.inc({ kind, severity });
    wedged.set(look.wedged.length);
    open.set(look.round.open);
    pending.set(look.commands.length);
    oldest.set(look.commands[0]?.ageSeconds ?? 0);
    for (const queue of look.queues) {
      backlog.set({ queue: queue.taskQueue, kind: queue.kind }, queue.backlog);
      pollers.set({ queue: queue.taskQueue, kind: queue.kind }, queue.pollers.length);
    }
    rooms.set(look.media.rooms.length);
    for (const { name, days } of look.certificates) certificate.set({ name }, days);
  };
}
