import type { GetICUArgs } from '@schummar/icu-type-parser';

/** What a message asks for, read from its ICU text: `{name}` is text, `{n, number}` and plurals are numbers, a select its words. */
export type Placeholders<Message extends string> = GetICUArgs<
  Message,
  { ICUArgument: string; ICUNumberArgument: number; ICUDateArgument: never }
>;

/** The messages of a room by their keys. */
export type Messages = Readonly<Record<string, string>>;

type Fits<Asked, Used> = [keyof Used] extends [keyof Asked]
  ? [keyof Asked] extends [keyof Used]
    ? [Asked] extends [Used]
      ? string
      : 'A placeholder is of another kind than in English.'
    : 'A placeholder of the English message is missing.'
  : 'The English message has no such placeholder.';

/** For each key: any text where its placeholders are those of the English message, else what is wrong. */
type Faults<English extends Messages, Own extends Messages> = {
  [K in keyof Own]: K extends keyof English
    ? Fits<Placeholders<English[K]>, Placeholders<Own[K]>>
    : 'English has no such key.';
};

/**
 * A room's messages in another language: `translated<typeof english>()({…})`. A key too many or too few, and a placeholder
 * that is missing, unknown or of another kind, doesn't compile.
 */
export function translated<English extends Messages>() {
  return <const Own extends { readonly [K in keyof English]: string }>(
    messages: Own & Faults<English, Own>,
  ): Own => messages;
}
