/** What is to be done when a signal aborts. */
class Acts extends Set<() => void> implements EventListenerObject {
  handleEvent(): void {
    for (const act of this) act();
  }
}

const waiting = new WeakMap<AbortSignal, Acts>();

/**
 * Has something done when a signal aborts; gives the function that calls it off. All that wait for one signal are one
 * listener: Node takes more than ten for a leak, and prints so.
 */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (!signal) return () => {};
  const acts = waiting.get(signal) ?? new Acts();
  waiting.set(signal, acts.add(act));
  signal.addEventListener("abort", acts);
  return () => {
    acts.delete(act);
    if (acts.size === 0) signal.removeEventListener("abort", acts);
  };
}
