/** The disc of a hearing's recordings (N1): an image, ready to be burned and bound into the confidential volume. */
export interface DiscFile {
  /** Its path on the disc: plain letters, digits, `.`, `_`, `-` and `/`; real titles belong in the disc's catalogue. */
  name: string;
  /** Where it lies now. */
  path: string;
}

export interface DiscWriter {
  /**
   * Writes the image. A file that is there already is replaced.
   * @param label up to 32 of A-Z, 0-9 and _
   * @throws TypeError for a name or label that not every reader of discs would show rightly
   * @throws ProgramFailed when the image could not be written
   */
  writeImage(image: { files: readonly DiscFile[]; label: string; output: string }): Promise<void>;
}
