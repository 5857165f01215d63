import type { DocumentRequest } from './documents.ts';

/** Makes the court's documents: PDF/A, to be kept. */
export interface PdfRenderer {
  /**
   * @returns the bytes of a PDF/A-2u, not sealed
   * @throws DocumentRefused when the data do not fill the document
   */
  render(document: DocumentRequest): Promise<{ pdf: Uint8Array }>;
  /** Several documents at once, in the order given: much cheaper than one by one. */
  renderAll(documents: readonly DocumentRequest[]): Promise<{ pdf: Uint8Array }[]>;
}

/** A document whose data are not what the template needs. Trying again with the same data is of no use. */
export class DocumentRefused extends Error {
  constructor(readonly template: string, readonly problems: readonly string[]) {
    super(`The document "${template}" cannot be made: ${problems.join('; ')}`);
    this.name = 'DocumentRefused';
  }
}
