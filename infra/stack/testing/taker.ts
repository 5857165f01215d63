// Takes a data folder at the moment that its arguments say, tells how it went, and stays.
import { setTimeout as wait } from 'node:timers/promises';
import { RunFile } from '#infra/stack/run-file.ts';

const [folder = '', moment = '0'] = process.argv.slice(2);
await wait(Math.max(Number(moment) - Date.now(), 0));
try {
  await RunFile.take(folder);
  console.log('taken');
} catch (error) {
  console.log(error instanceof Error ? error.name : 'unknown');
}
setInterval(() => {}, 1000);
