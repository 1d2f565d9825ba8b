/**
 * A value that changes at every keystroke, handed down once: only those who listen are rendered
 * again, and not the whole table between them and the page.
 */
export class Live<Value> {
  value: Value | undefined;
  private listeners = new Set<(value: Value) => void>();

  set(value: Value): void {
    this.value = value;
    for (const listener of this.listeners) listener(value);
  }

  /** Says the value at once, where there is one, and at each change; answers how to stop. */
  listen(listener: (value: Value) => void): () => void {
    this.listeners.add(listener);
    if (this.value !== undefined) listener(this.value);
    return () => this.listeners.delete(listener);
  }
}
