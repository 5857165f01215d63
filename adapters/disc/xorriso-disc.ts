import { rename, rm } from 'node:fs/promises';
import { runProgram } from '#adapters/programs/run-program.ts';
import type { DiscWriter } from './port.ts';

/**
 * Disc images by xorriso: ISO 9660 level 3 with Joliet and Rock Ridge.
 *
 * Writes beside the place where the image belongs, and renames it when it is whole: when the process dies
 * there, no image exists under its name.
 */

/** @param xorriso its path */
export function xorrisoDisc(xorriso: string): DiscWriter {
  return {
    async writeImage({ files, label, output }) {
      if (!/^[A-Z0-9_]{1,32}$/.test(label)) throw new TypeError(`A disc cannot be labelled "${label}".`);
      if (files.length === 0) throw new TypeError('A disc without files is none.');
      const wrong = files.find(({ name }) => name.length > 100 || !/^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/.test(name));
      if (wrong) throw new TypeError(`A file on a disc cannot be named "${wrong.name}".`);

      const part = `${output}.part`;
      try {
        await runProgram({
          program: xorriso,
          args: [
            '-as', 'mkisofs', '-quiet', '-J', '-joliet-long', '-R', '-iso-level', '3', '-V', label, '-o', part,
            '-graft-points', ...files.map(({ name, path }) => `/${name}=${path.replace(/[\\=]/g, '\\$&')}`),
          ],
          timeoutMs: 3_600_000,
        });
        await rename(part, output);
      } finally {
        await rm(part, { force: true });
      }
    },
  };
}
