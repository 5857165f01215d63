/** A worker for the yardstick, with the same settings and the same encryption of payloads as the court's. */
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { connectWorker } from '#worker/temporal-connection.ts';

const { temporal } = readEnvironment(['temporal']);
const worker = await Worker.create({
  connection: await connectWorker(temporal), namespace: temporal.namespace, taskQueue: 'bench-bare',
  workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)), dataConverter: dataConverter(temporal.payloadKeys),
  stickyQueueScheduleToStartTimeout: '2 seconds', maxCachedWorkflows: 1000,
});
process.once('SIGTERM', () => worker.shutdown());
console.log('ready');
await worker.run();
process.exit(0);
