import { useState, type ReactNode } from 'react';

interface Props<V> {
  start: V;
  children: (value: V, change: (value: V) => void) => ReactNode;
}

/** Holds what a field is told, as a form would. */
export function Held<V>({ start, children }: Props<V>) {
  const [value, setValue] = useState(start);
  return children(value, setValue);
}

/** For an act that leads nowhere here. */
export const nothing = () => undefined;
