import type { MailKind } from '../../server/domain/mail/kinds.ts';

/**
 * One source for text and HTML. Paragraphs are parted by an empty line, lists have lines that begin with "- ". A paragraph
 * or list line that speaks of something which isn't given is left out; `{name?}` writes nothing, but asks that it is given.
 * A line that is nothing but a link or a code is set apart in HTML. A subject never holds a secret.
 */
export interface MailText {
  subject: string;
  body: string;
  /** The body ends by asking whether the reset request was the reader's, so that the link that stops it doesn't ask again. */
  asksWhoseRequest?: true;
}

export interface MailLanguage {
  /** BCP 47; also how dates are written. */
  locale: string;
  texts: Record<MailKind, MailText>;
  greeting: string;
  /** In every mail from a reset request until 7 days after the reset, the question before it where the body hasn't asked. */
  veto: string;
  vetoQuestion: string;
  helpDesk: string;
  closing: string;
}
