// Temporal's time-skipping test server: a Java program whose jars Maven fetches. Only tests need it.
import { chmodSync, existsSync, renameSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { freePorts } from '#infra/supervision/ports.ts';
import { cacheFolder, inCache } from './folders.ts';
import { PartMissing, type Part } from './part.ts';
import { chosenBySetting, onPath, output, run } from './programs.ts';
import { aptAdvice, installSystemPackages } from './system-packages.ts';

const version = '1.38.0';
const program = 'temporal-test-server';

export const testServer: Part = {
  name: 'test-server',
  purpose: 'lets workflow tests skip time',
  neededFor: 'tests',
  advice: `${aptAdvice('default-jre-headless', 'maven')}, or set KAITING_TEST_SERVER.`,
  async find() {
    const chosen = chosenBySetting('KAITING_TEST_SERVER');
    if (chosen) return chosen;
    const file = path.join(folder(), program);
    return existsSync(file) && onPath('java') ? { path: file, from: 'cache' } : undefined;
  },
  async install(say) {
    try {
      if (!onPath('java') || !onPath('mvn')) await installSystemPackages(['default-jre-headless', 'maven'], say);
      say('Fetching the time-skipping test server');
      await fetchServer();
    } catch (error) {
      throw new PartMissing(testServer, error instanceof Error ? error.message : String(error));
    }
  },
  async healthy(found) {
    const java = /version "([^"]+)"/.exec(await output('java', ['-version']))?.[1];
    if (!java || Number.parseInt(java, 10) < 11) throw new Error(`Java ${java ?? 'unknown'}: 11 or later is needed`);
    await startsAndListens(found.path);
    return `${version} on Java ${java}`;
  },
};

function folder(): string {
  return path.join(cacheFolder(), `test-server-${version}`);
}

/** Made beside its place and renamed, so that one cut short is never taken for a whole one. */
async function fetchServer(): Promise<void> {
  inCache();
  const beside = `${folder()}.${process.pid}`;
  mkdirSync(beside, { recursive: true });
  writeFileSync(path.join(beside, 'pom.xml'), `<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
<groupId>kaiting</groupId><artifactId>test-server</artifactId><version>1</version>
<dependencies>
<dependency><groupId>io.temporal</groupId><artifactId>temporal-test-server</artifactId><version>${version}</version></dependency>
<dependency><groupId>org.slf4j</groupId><artifactId>slf4j-nop</artifactId><version>2.0.16</version></dependency>
</dependencies></project>
`);
  const mvn = onPath('mvn');
  if (!mvn) throw new Error('no mvn on PATH');
  await run(mvn, ['-q', '-B', 'dependency:copy-dependencies', '-DincludeScope=runtime', '-DoutputDirectory=lib'], { cwd: beside });
  // exec: the test environment ends the process that it started, and that must be Java itself.
  writeFileSync(path.join(beside, program), `#!/bin/sh
D=$(dirname "$(readlink -f "$0")")
exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx256m -cp "$D/lib/*" io.temporal.testserver.TestServer "$@"
`);
  chmodSync(path.join(beside, program), 0o755);
  rmSync(folder(), { recursive: true, force: true });
  renameSync(beside, folder());
}

async function startsAndListens(file: string): Promise<void> {
  const [port = 0] = await freePorts(1);
  const server = spawn(file, [String(port)], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const ended = new Promise<void>((resolve) => { server.once('close', () => resolve()); });
  try {
    const { connect } = await import('node:net');
    for (let attempt = 0; ; attempt += 1) {
      const open = await new Promise<boolean>((resolve) => {
        const socket = connect(port, '127.0.0.1', () => { socket.destroy(); resolve(true); });
        socket.on('error', () => resolve(false));
      });
      if (open) return;
      if (attempt > 200 || server.exitCode !== null) throw new Error('it does not listen');
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  } finally {
    if (server.pid && server.exitCode === null) process.kill(-server.pid, 'SIGKILL');
    await ended;
  }
}
