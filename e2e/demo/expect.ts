/** Waiting for what is seen, never for a time. */

/** Looks until it is so. @throws Error that names what was waited for and what was seen last. */
export async function expect<T>(what: string, look: () => Promise<T> | T, condition: (seen: T) => boolean, milliseconds = 120_000): Promise<T> {
  const limit = Date.now() + milliseconds;
  for (;;) {
    const seen = await look();
    if (condition(seen)) return seen;
    if (Date.now() > limit) throw new Error(`${what}: not within ${Math.round(milliseconds / 1000)} s; last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}
