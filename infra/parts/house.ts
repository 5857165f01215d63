// All parts of the house, and setting them up.
import { chromium } from './chromium.ts';
import { ffmpeg } from './ffmpeg.ts';
import { fonts } from './fonts.ts';
import { janus } from './janus.ts';
import { nodePackages } from './node-packages.ts';
import { openssl } from './openssl.ts';
import type { Found, Part, Say } from './part.ts';
import { postgres } from './postgres.ts';
import { python } from './python.ts';
import { temporal } from './temporal.ts';
import { testServer } from './test-server.ts';
import { xorriso } from './xorriso.ts';

/** Every part, in the order in which `kaiting doctor` shows them. */
export const house: Part[] = [nodePackages, postgres, temporal, janus, ffmpeg, xorriso, openssl, python, fonts, chromium, testServer];

/** True when a setting says that this part runs elsewhere, so that it need not be here. */
export function runsElsewhere(part: Part): boolean {
  if (part === postgres) return Boolean(process.env.DATABASE_URL);
  if (part === temporal) return Boolean(process.env.TEMPORAL_ADDRESS);
  return false;
}

/**
 * Finds each part and installs what is not there, side by side. Throws one error that names every part
 * that cannot be had, with what to type. The result maps a part's name to where it was found.
 */
export async function setUp(parts: Part[], say: Say): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const troubles: string[] = [];
  await Promise.all(parts.filter((part) => !runsElsewhere(part)).map(async (part) => {
    try {
      let place = await part.find();
      if (!place) {
        await part.install(say);
        place = await part.find();
      }
      if (!place) throw new Error(`${part.name} was installed and still is not there. ${part.advice}`);
      found.set(part.name, place);
    } catch (error) {
      troubles.push(error instanceof Error ? error.message : String(error));
    }
  }));
  if (troubles.length > 0) throw new Error(troubles.join('\n'));
  return found;
}
