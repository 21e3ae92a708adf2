import type { MailText } from '../../../contract/words/mailTexts.ts';
import type { MailLanguage } from './languages.ts';
import type { MailKind } from './kinds.ts';

export interface RenderedMail {
  subject: string;
  text: string;
  html: string;
}

/** Values in the reader's language, by the names that texts use. Links and codes on a line of their own are set apart in HTML. */
export interface MailValues {
  [name: string]: string | undefined;
}

/** Writes a mail. Values are text: in HTML they are escaped, in the subject they are brought to one line. */
export function renderMail(
  { voice, frame, texts }: MailLanguage,
  kind: MailKind,
  values: MailValues,
): RenderedMail {
  const { subject, body, asksWhoseRequest }: MailText = texts[kind];
  const veto = asksWhoseRequest ? frame.veto : `${frame.vetoQuestion} ${frame.veto}`;
  const source = [frame.greeting, body, veto, frame.helpDesk, frame.closing];
  const paragraphs = source
    .flatMap((part) => part.trim().split(/\n{2,}/))
    .map((paragraph) => fillParagraph(paragraph, values))
    .filter((paragraph) => paragraph !== '');
  const title = oneLine(fill(subject, values) ?? kind);
  return {
    subject: title,
    text: `${paragraphs.join('\n\n')}\n`,
    html: htmlPage(voice.locale, title, paragraphs, values),
  };
}

function fillParagraph(paragraph: string, values: MailValues): string {
  if (!paragraph.startsWith('- ')) return fill(paragraph, values) ?? '';
  const items = paragraph.split('\n').map((line) => fill(line, values));
  return items.filter((item) => item !== undefined).join('\n');
}

/** Undefined where a value is missing. One pass, so that braces inside a value stay as they are. */
function fill(template: string, values: MailValues): string | undefined {
  let complete = true;
  const filled = template.replace(/\{(\w+)(\??)\}/g, (_, name: string, silent: string) => {
    const value = values[name];
    if (value === undefined) complete = false;
    return silent ? '' : (value ?? '');
  });
  return complete ? filled : undefined;
}

// A line end in a subject would begin another header.
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 200);
}

function htmlPage(locale: string, title: string, paragraphs: string[], values: MailValues): string {
  const body = paragraphs.map((paragraph) => htmlParagraph(paragraph, values)).join('\n');
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em;margin:1em auto">
${body}
</body></html>
`;
}

function htmlParagraph(paragraph: string, values: MailValues): string {
  const lines = paragraph.split('\n');
  if (lines.every((line) => line.startsWith('- '))) {
    return `<ul>${lines.map((line) => `<li>${escapeHtml(line.slice(2))}</li>`).join('')}</ul>`;
  }
  return `<p>${lines.map((line) => htmlLine(line, values)).join('<br>\n')}</p>`;
}

function htmlLine(line: string, values: MailValues): string {
  const text = escapeHtml(line);
  if (line === values.activationCode) return `<code style="font-size:20px">${text}</code>`;
  // Only our own links: a name or note that looks like an address isn't made clickable by us.
  const isLink = Object.entries(values).some(([name, value]) => name.endsWith('Link') && value === line);
  return isLink ? `<a href="${text}">${text}</a>` : text;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
