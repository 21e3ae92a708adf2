/**
 * Lets so many go on in each round of the event loop, so that what thousands do at the same moment (every stream looks at
 * its session when something happened) lets other work in between.
 */
export function createPace(eachRound: number): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let isScheduled = false;

  function round(): void {
    for (const goOn of waiting.splice(0, eachRound)) goOn();
    isScheduled = waiting.length > 0;
    if (isScheduled) setImmediate(round);
  }

  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (isScheduled) return;
      isScheduled = true;
      setImmediate(round);
    });
}
