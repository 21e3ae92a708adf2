import type { InputOf, OutputOf } from '../../../contract/operations.ts';
import { sentence } from '../../../contract/words/sentence.ts';
import type { Voice } from '../../../contract/words/write.ts';
import type { Actor, Deps, Reading } from '../../context.ts';
import { refuse } from '../../refusal.ts';
import { readSettings } from '../../domain/settings/current.ts';
import { pageOfMails, shownMail } from './list.ts';
import { mailConfigured } from '../../domain/mail/mailer.ts';
import { mailById, makeAllDue, makeDue } from '../../domain/mail/store.ts';
import { askReveal, revealMail, revealRefusal } from './reveal.ts';

export interface OutboxService {
  list(input: InputOf<'outbox.list'>, voice: Voice): Promise<OutputOf<'outbox.list'>>;
  get(id: string, voice: Voice): Promise<OutputOf<'outbox.get'>>;
  /** Makes a mail due now; the worker sends it within a second. A mail that was sent stays as it is. */
  retry(id: string, reading: Reading): Promise<OutputOf<'outbox.retry'>>;
  /** Makes everything due now that was not sent, also what was refused for good. Answers how many mails that are. */
  sendAgain(now: number): Promise<OutputOf<'outbox.sendAgain'>>;
  reveal(actor: Actor, id: string, now: number): Promise<OutputOf<'outbox.reveal'>>;
  /** Asks that a second person reveal it. */
  askReveal(actor: Actor, id: string, now: number): Promise<void>;
  /** Whether `reveal` would show it to this person now; without doing so. */
  mayReveal(actor: Actor, id: string, reading: Reading): Promise<OutputOf<'outbox.mayReveal'>>;
}

export function createOutboxService(deps: Deps): OutboxService {
  const { db, config, events } = deps;
  const configured = async () => mailConfigured(config, await readSettings(db.kysely));
  const one = async (id: string, voice: Voice) => {
    const mail = await mailById(db.kysely, id);
    if (!mail) throw refuse('not_found', { detail: sentence('answers/settings', 'noSuchMail') });
    return shownMail(mail, { configured: await configured(), voice });
  };
  return {
    list: async (input, voice) => pageOfMails(db.kysely, input, { configured: await configured(), voice }),

    get: one,

    async retry(id, { now, voice }) {
      await makeDue(db.kysely, id, now);
      const mail = await one(id, voice);
      events.publish({ kind: 'outbox', id });
      return mail;
    },

    async sendAgain(now) {
      const count = await db.transaction((tx) => makeAllDue(tx, now));
      events.publish({ kind: 'outbox' });
      return { count };
    },

    async mayReveal(actor, id, { now, voice }) {
      const asked = { actor, id, now, configured: await configured() };
      const refused = await revealRefusal(db.kysely, deps.keys, asked, 'reveal');
      const canAsk = refused !== null && (await revealRefusal(db.kysely, deps.keys, asked, 'ask')) === null;
      const why = refused?.options.detail;
      return { allowed: refused === null, canAsk, refusal: why === undefined ? null : voice.write(why) };
    },

    async askReveal(actor, id, now) {
      const asked = { actor, id, now, configured: await configured() };
      await db.transaction((tx) => askReveal(tx, deps, asked));
      events.publish({ kind: 'outbox', id });
      events.publish({ kind: 'audit' });
    },

    async reveal(actor, id, now) {
      const asked = { actor, id, now, configured: await configured() };
      const revealed = await db.transaction((tx) => revealMail(tx, deps, asked));
      events.publish({ kind: 'audit' });
      return revealed;
    },
  };
}
