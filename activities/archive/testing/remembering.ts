import { sha256OfFile } from '#activities/archive/files.ts';
import { hashOf } from '#activities/archive/testing/sample-case.ts';
import type { DocumentRequest } from '#adapters/pdf/documents.ts';
import type { PdfRenderer } from '#adapters/pdf/port.ts';
import type { Seal, SealVerdict } from '#adapters/seal/port.ts';

/**
 * The real renderer and the real seal, asked once for each content: tests that build and check the same archive many
 * times would otherwise spend their time starting Python. The same bytes have the same answer.
 */

/** @param keyOf what makes two documents the same; by default their data */
export function rememberingRenderer(renderer: PdfRenderer, keyOf: (document: DocumentRequest) => string = (document) => JSON.stringify(document)): PdfRenderer {
  const known = new Map<string, { pdf: Uint8Array }>();
  return {
    render: (document) => renderer.render(document),
    renderAll: (documents) => remembered(known, documents, documents.map(keyOf), (unknown) => renderer.renderAll(unknown)),
  };
}

export function rememberingSeal(seal: Seal): Seal {
  const sealed = new Map<string, Uint8Array>();
  const checked = new Map<string, SealVerdict>();
  return {
    ...seal,
    sealPdfs: (documents) => remembered(sealed, documents, documents.map(({ pdf, reason, field }) => `${hashOf(pdf)} ${reason} ${field}`), (unknown) => seal.sealPdfs(unknown)),
    async checkPdfs(paths, certificate) {
      const keys = await Promise.all(paths.map(async (file) => `${await sha256OfFile(file)} ${certificate}`));
      return remembered(checked, paths, keys, (unknown) => seal.checkPdfs(unknown, certificate));
    },
  };
}

async function remembered<Q, A>(known: Map<string, A>, questions: readonly Q[], keys: readonly string[], ask: (unknown: Q[]) => Promise<A[]>): Promise<A[]> {
  const missing = [...new Set(keys)].filter((key) => !known.has(key));
  const answers = missing.length > 0 ? await ask(missing.flatMap((key) => questions.slice(keys.indexOf(key), keys.indexOf(key) + 1))) : [];
  for (const [index, key] of missing.entries()) {
    const answer = answers[index];
    if (answer !== undefined) known.set(key, answer);
  }
  return keys.map((key) => {
    const answer = known.get(key);
    if (answer === undefined) throw new Error('no answer was given');
    return answer;
  });
}
