import { expect } from '@playwright/test';
import type { ParsedMail } from 'mailparser';
import type { MailServer } from '../../support/mailServer.ts';

const recipients = ({ to }: ParsedMail) =>
  [to ?? []].flat().flatMap(({ value }) => value.map((v) => v.address));

/** Waits for a mail as its reader does: by who it is for and what its subject says. The newest where there are several. */
export async function mailTo(server: MailServer, address: string, subject: RegExp): Promise<ParsedMail> {
  const find = () =>
    server.accepted.findLast(
      (mail) => recipients(mail).includes(address) && subject.test(mail.subject ?? ''),
    );
  await expect.poll(find, { message: `a mail to ${address}: ${subject.source}` }).toBeTruthy();
  const mail = find();
  if (!mail) throw new Error('The mail was there a moment ago.');
  return mail;
}

/** The one link of a mail that leads to `path`; text and HTML have to agree on it. */
export function linkIn(mail: ParsedMail, path: string): string {
  const link = new RegExp(`https?://\\S+${path}\\S*`).exec(mail.text ?? '')?.[0];
  if (!link) throw new Error(`No link to ${path} in:\n${mail.text ?? ''}`);
  expect(mail.html || '').toContain(`href="${link}"`);
  return link;
}
