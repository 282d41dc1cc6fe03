/** How work ended. */
export type End = { readonly kind: "done" } | { readonly kind: "failed"; readonly error: unknown };

/** How work stands at the end of its time, and the work itself, which goes on where it is late and never rejects. */
export interface Standing {
  readonly outcome: End | { readonly kind: "late" };
  readonly work: Promise<End>;
}

/** Does work for at most that many seconds. With none it is late at once, and begins after what is under way now. */
export async function outcomeWithin(seconds: number, run: () => Promise<unknown>): Promise<Standing> {
  if (seconds === 0) return { outcome: { kind: "late" }, work: pause(0).done.then(() => endOf(run)) };
  const work = endOf(run);
  const limit = pause(seconds);
  const outcome = await Promise.race([work, limit.done.then(() => ({ kind: "late" }) as const)]);
  limit.cancel();
  return { outcome, work };
}

async function endOf(run: () => Promise<unknown>): Promise<End> {
  try {
    await run();
    return { kind: "done" };
  } catch (error) {
    return { kind: "failed", error };
  }
}

function pause(seconds: number): { readonly done: Promise<void>; readonly cancel: () => void } {
  let cancel = () => {};
  const done = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, seconds * 1000);
    cancel = () => clearTimeout(timer);
  });
  return { done, cancel };
}
