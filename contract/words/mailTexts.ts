/**
 * One source for text and HTML. Paragraphs are parted by an empty line, lists have lines that begin with "- ". A paragraph
 * or list line that speaks of something which isn't given is left out; `{name?}` writes nothing, but asks that it is given.
 * A line that is nothing but a link or a code is set apart in HTML. A subject never holds a secret.
 */
export interface MailText {
  readonly subject: string;
  readonly body: string;
  /** The body ends by asking whether the reset request was the reader's, so that the link that stops it doesn't ask again. */
  readonly asksWhoseRequest?: true;
}

/** What stands around every mail. */
export interface MailFrame {
  readonly greeting: string;
  /** In every mail from a reset request until 7 days after the reset, the question before it where the body hasn't asked. */
  readonly veto: string;
  readonly vetoQuestion: string;
  readonly helpDesk: string;
  readonly closing: string;
}

type Texts = Readonly<Record<string, MailText>>;

/** The names in braces. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;

type SameNames<English, Own> = [NamesIn<Own>] extends [NamesIn<English>]
  ? [NamesIn<English>] extends [NamesIn<Own>]
    ? string
    : 'A name of the English text is missing.'
  : 'The English text has no such name.';

/**
 * The mails of another language where they fit the English ones, else what is wrong with them: a name in braces that is
 * missing or unknown doesn't compile.
 */
export type Fitting<English extends Texts, Own extends { readonly [K in keyof English]: MailText }> = {
  readonly [K in keyof English]: {
    readonly subject: SameNames<English[K]['subject'], Own[K]['subject']>;
    readonly body: SameNames<English[K]['body'], Own[K]['body']>;
  } & (English[K] extends { asksWhoseRequest: true }
    ? { readonly asksWhoseRequest: true }
    : { readonly asksWhoseRequest?: never });
};
