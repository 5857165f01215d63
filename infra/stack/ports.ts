// The ports of a stack: chosen once, kept in the data folder, so that a second start has the same.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePorts, portIsFree } from '#infra/supervision/ports.ts';

/** TCP ports on loopback, and the UDP ports that media use. */
export interface Ports {
  api: number;
  postgres: number;
  temporal: number;
  temporalHttp: number;
  temporalMetrics: number;
  janus: number;
  janusAdmin: number;
  janusEvents: number;
  /** Prometheus metrics of Kaiting's own processes. */
  apiMetrics: number;
  workerMetrics: number;
  mediaHostMetrics: number;
  rtp: { first: number; last: number };
}

const usualApiPort = 8480;
const rtpPorts = 400;

/** The kept ports where they are free, others where somebody has taken them. `wanted.api` 0 means any free one. */
export async function choosePorts(dataDir: string, wanted: Partial<Ports> = {}): Promise<Ports> {
  const file = path.join(dataDir, 'ports.json');
  const kept: Partial<Ports> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as Partial<Ports> : {};
  const free = await freePorts(11);
  const choose = async (name: Exclude<keyof Ports, 'rtp'>, usual?: number): Promise<number> => {
    for (const candidate of [wanted[name] || undefined, kept[name], wanted[name] === 0 ? undefined : usual]) {
      if (candidate && await portIsFree(candidate)) return candidate;
    }
    return free.pop() ?? 0;
  };
  if (wanted.api && !await portIsFree(wanted.api)) throw new Error(`Port ${wanted.api} is taken by another program. Set KAITING_PORT to another one.`);
  const ports: Ports = {
    api: await choose('api', usualApiPort),
    postgres: await choose('postgres'),
    temporal: await choose('temporal'),
    temporalHttp: await choose('temporalHttp'),
    temporalMetrics: await choose('temporalMetrics'),
    janus: await choose('janus'),
    janusAdmin: await choose('janusAdmin'),
    janusEvents: await choose('janusEvents'),
    apiMetrics: await choose('apiMetrics'),
    workerMetrics: await choose('workerMetrics'),
    mediaHostMetrics: await choose('mediaHostMetrics'),
    rtp: wanted.rtp ?? kept.rtp ?? someRtpPorts(),
  };
  writeFileSync(file, JSON.stringify(ports, null, 2));
  return ports;
}

/** Below the range that Linux gives to outgoing connections, a different place for each stack of a machine. */
function someRtpPorts(): Ports['rtp'] {
  const first = 10_000 + Math.floor(Math.random() * 50) * rtpPorts;
  return { first, last: first + rtpPorts - 1 };
}
