/**
 * Real Chromium with a fake camera and microphone. One process shows many people, each in a context of their own;
 * whoever is to be cut off has a process alone.
 *
 * If this process dies, its browsers end with it (Playwright's launcher closes them).
 */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, devices, type Browser, type BrowserServer, type Page } from 'playwright-core';

export interface CourtBrowser {
  /** A new person at a device: own cookies, own storage. */
  open(device: 'pc' | 'phone'): Promise<Page>;
  /** What every page shows now, into a folder; for whoever asks why something did not happen. */
  photograph(folder: string): Promise<void>;
  /** All its processes stand still: to the others this looks like a network that went silent. */
  freeze(): void;
  /** They go on as if nothing had been. */
  thaw(): void;
  close(): Promise<void>;
}

const flags = [
  '--no-sandbox', '--use-fake-ui-for-media-stream', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync', '--mute-audio',
  // Pictures and sound of its own making. Two cores encode and decode a whole court: five pictures a second are enough to see them move.
  '--use-fake-device-for-media-stream=fps=5',
];

/** Where the pages find the court, and whether windows are shown. */
export interface BrowserSettings {
  baseUrl: string;
  headless: boolean;
}

export async function startBrowser({ baseUrl, headless }: BrowserSettings): Promise<CourtBrowser> {
  const server: BrowserServer = await chromium.launchServer({ executablePath: process.env['KAITING_CHROMIUM'] ?? '/usr/bin/chromium', args: flags, headless });
  const browser: Browser = await chromium.connect(server.wsEndpoint());
  const { pid } = server.process();
  const signal = (name: NodeJS.Signals) => { if (pid !== undefined) signalFamily(pid, name); };
  let frozen = false;
  return {
    async open(device) {
      const context = await browser.newContext({
        baseURL: baseUrl, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', permissions: ['camera', 'microphone'],
        ...(device === 'phone' ? phone() : { viewport: { width: 1366, height: 820 } }),
      });
      // A machine may be busy with other things too.
      context.setDefaultTimeout(120_000);
      return context.newPage();
    },
    async photograph(folder) {
      if (frozen) return;
      for (const [index, page] of browser.contexts().flatMap((context) => context.pages()).entries()) {
        const name = `${process.pid}-${pid}-${index}`;
        await page.screenshot({ path: path.join(folder, `${name}.png`), timeout: 10_000 });
        await writeFile(path.join(folder, `${name}.txt`), `${page.url()}\n\n${await page.locator('body').innerText({ timeout: 10_000 })}`);
      }
    },
    freeze() { frozen = true; signal('SIGSTOP'); },
    thaw() { frozen = false; signal('SIGCONT'); },
    async close() {
      if (frozen) signal('SIGCONT');
      await server.close();
    },
  };
}

function phone() {
  const { viewport, isMobile, hasTouch, userAgent } = devices['Pixel 7'] ?? {};
  return { viewport: viewport ?? { width: 412, height: 839 }, deviceScaleFactor: 1, isMobile, hasTouch, userAgent };
}

/** A browser is many processes: all descendants, the oldest first. */
function familyOf(pid: number): number[] {
  const children = spawnSync('pgrep', ['-P', String(pid)]).stdout.toString().split('\n').filter(Boolean).map(Number);
  return [pid, ...children.flatMap(familyOf)];
}

function signalFamily(pid: number, signal: NodeJS.Signals): void {
  for (const member of familyOf(pid)) {
    try {
      process.kill(member, signal);
    } catch (cause) {
      // One of them ended meanwhile.
      if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
    }
  }
}
