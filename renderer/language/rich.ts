import { Fragment, createElement } from 'react';
import type { ReactNode } from 'react';
import type { Messages, Placeholders } from '../../contract/words/placeholders.ts';
import type { Say } from '../../contract/words/say.ts';

/** The names of a message's tags: `<b>now</b>` has `b`. */
type Tags<Message extends string> = Message extends `${string}</${infer Tag}>${infer Rest}`
  ? Tag | Tags<Rest>
  : never;

type RichValues<Message extends string> = {
  [N in keyof Placeholders<Message>]: string extends Placeholders<Message>[N]
    ? ReactNode
    : Placeholders<Message>[N];
} & { [T in Tags<Message>]: (inner: ReactNode) => ReactNode };

/** Says a message that has elements in it: `rich('clock', { time: <Time />, b: strong })`. */
export type Rich<Room extends Messages> = <K extends keyof Room & string>(
  key: K,
  values: RichValues<Room[K]>,
) => ReactNode;

/** For what matters in a sentence: `<b>now</b>`. */
export const strong = (inner: ReactNode): ReactNode => createElement('strong', null, inner);

type Value = ReactNode | ((inner: ReactNode) => ReactNode);

// Private characters stand for what is put in afterwards: text from people is never taken for a tag.
const MARK = /\uE000(\w+)\uE001/;
const TAG = /<(\w+)>(.*?)<\/\1>/s;

export function richFrom<Room extends Messages>(t: Say<Room>): Rich<Room> {
  const say = t as (key: string, values: Record<string, unknown>) => string;
  return (key, given) => {
    const values = given as Record<string, Value>;
    const marked = Object.entries(values)
      .filter(([, value]) => typeof value !== 'function')
      .map(([name, value]) => [name, typeof value === 'number' ? value : markOf(name, value)]);
    return render(say(key, Object.fromEntries(marked) as Record<string, unknown>), values);
  };
}

/** One plain word stays as it is, since a select may ask for it; everything else comes in afterwards. */
function markOf(name: string, value: Value): unknown {
  return typeof value === 'string' && /^\w+$/.test(value) ? value : `\uE000${name}\uE001`;
}

function render(text: string, values: Record<string, Value>): ReactNode {
  const tag = TAG.exec(text);
  const name = tag?.[1];
  if (!tag || name === undefined) return fill(text, values);
  const wrap = values[name];
  const inner = render(tag[2] ?? '', values);
  return createElement(
    Fragment,
    null,
    fill(text.slice(0, tag.index), values),
    typeof wrap === 'function' ? wrap(inner) : inner,
    render(text.slice(tag.index + tag[0].length), values),
  );
}

function fill(text: string, values: Record<string, Value>): ReactNode {
  const parts = text.split(MARK);
  if (parts.length === 1) return text;
  const filled = parts.map((part, index) => (index % 2 === 1 ? (values[part] as ReactNode) : part));
  return createElement(Fragment, null, ...filled);
}
