/**
 * One request makes a page, the others who want the same one wait for it: when a change drops the home page, a thousand
 * readers must not all make it. Only for pages that were kept before, because a form is never worth waiting for.
 */
export class Flights {
  readonly #known = new Set<string>();
  readonly #under = new Map<string, Promise<void>>();

  /** @returns waits for the one who makes the page; null where the caller makes it and calls `land` afterwards */
  board(key: string): Promise<void> | { land: () => void } | null {
    if (!this.#known.has(key)) return null;
    const other = this.#under.get(key);
    if (other) return other;
    let land = () => {};
    this.#under.set(
      key,
      new Promise((resolve) => {
        land = () => {
          this.#under.delete(key);
          resolve();
        };
      }),
    );
    return { land };
  }

  kept(key: string): void {
    if (this.#known.size >= 20_000) this.#known.clear();
    this.#known.add(key);
  }
}
