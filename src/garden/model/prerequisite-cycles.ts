/** Every cycle in a graph of "needs first", each once, starting at its first member in the order given.
 *  Takes what each address requires; runs without recursion, so depth cannot break it. */
export function prerequisiteCycles(requires: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map([...requires.keys()].map((key, index) => [key, index]));
  const state = new Map<string, 'open' | 'done'>();
  const cycles: string[][] = [];
  for (const start of requires.keys()) {
    if (state.has(start)) continue;
    const path: string[] = [start];
    const stack = [{ at: start, next: 0 }];
    state.set(start, 'open');
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const to = requires.get(top.at)?.[top.next];
      top.next += 1;
      if (to === undefined) {
        state.set(top.at, 'done');
        stack.pop();
        path.pop();
      } else if (state.get(to) === 'open') {
        cycles.push(fromFirst(path.slice(path.indexOf(to)), order));
      } else if (!state.has(to) && requires.has(to)) {
        state.set(to, 'open');
        stack.push({ at: to, next: 0 });
        path.push(to);
      }
    }
  }
  return cycles;
}

function fromFirst(cycle: readonly string[], order: ReadonlyMap<string, number>): string[] {
  const places = cycle.map((item) => order.get(item) ?? 0);
  const first = places.indexOf(Math.min(...places));
  return [...cycle.slice(first), ...cycle.slice(0, first)];
}
