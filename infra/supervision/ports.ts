// Free TCP and UDP ports of this machine.
import { createServer } from 'node:net';

/** `count` TCP ports on loopback that nobody listens on now. Somebody else may take them before you do. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listening(0)));
  const ports = servers.map((server) => server.port);
  await Promise.all(servers.map((server) => server.close()));
  return ports;
}

/** True when this TCP port of loopback can be had. */
export async function portIsFree(port: number): Promise<boolean> {
  try {
    await (await listening(port)).close();
    return true;
  } catch {
    return false;
  }
}

function listening(port: number): Promise<{ port: number; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new Error('a TCP server has an address');
      resolve({ port: address.port, close: () => new Promise((done) => { server.close(() => done()); }) });
    });
  });
}
