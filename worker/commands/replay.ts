/**
 * `npx kaiting replay [--sample N]`: replays the histories of the running court against the workflows of this checkout: all
 * open ones, and N of the closed ones (200 unless told). To be run from the checkout of a new build before it goes live.
 * Exit 0: every one goes on with this build; 1: some would break, each named; 2: asked wrongly.
 */
import { parseArgs } from 'node:util';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';
import { dataConverter } from '#adapters/codec/payload-codec.ts';
import { readEnvironment } from '#adapters/config/environment.ts';
import { temporalClient } from '../temporal-connection.ts';
import { sourcesHash, workflowBundle } from '../workflow-bundle.ts';
import { replayCourt } from '../replay/replay-court.ts';

const { values: { sample: asked } } = parseArgs({ options: { sample: { type: 'string', default: '200' } } });
const sample = Number(asked);
if (!Number.isInteger(sample) || sample < 0) {
  console.error('Usage: npx kaiting replay [--sample N]   (how many closed histories; all open ones are replayed anyway)');
  process.exit(2);
}
process.exitCode = await replay();

async function replay(): Promise<number> {
  const { temporal: settings } = readEnvironment(['temporal']);
  // What replay finds is told below; the library would tell it again.
  Runtime.install({ logger: new DefaultLogger('ERROR', () => undefined), telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR', other: 'ERROR' }) } } });
  const temporal = temporalClient(settings);
  try {
    console.log(`replay: build ${await sourcesHash()} of this checkout against Temporal at ${settings.address}`);
    const bundle = await workflowBundle(path.join(tmpdir(), 'kaiting-bundles'));
    let told = Date.now();
    const { open, closed, broken } = await replayCourt({
      client: temporal.client, workflowBundle: bundle, dataConverter: dataConverter(settings.payloadKeys), sample,
      onReplayed(count, of) {
        if (Date.now() - told < 5_000) return;
        told = Date.now();
        console.log(`  ${count} of ${of}`);
      },
    });
    for (const one of broken) {
      console.log(`✗ ${one.workflowId} (${one.workflowType}, ${one.open ? 'open' : 'closed'}, run ${one.runId}${one.lastBuild ? `, last on build ${one.lastBuild}` : ''})`);
      console.log(`    ${one.why === 'determinism' ? 'takes another way than its history' : 'cannot be replayed'}: ${one.message}`);
    }
    console.log(`replay: ${open} open and ${closed} closed histories, ${broken.length} would break`);
    return broken.length === 0 ? 0 : 1;
  } finally {
    await temporal.close();
  }
}
