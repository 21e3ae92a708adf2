import type { CheckKind, ResetRequest } from '../../../../contract/operations/resetRequestSchemas.ts';

interface Script {
  /** What to do, in one sentence. */
  act: string;
  /** What to say, word for word. */
  say?: string;
  /** What tells a genuine person from a good story. */
  lookFor: readonly string[];
}

/** How a check is made: to be read while someone is on the line. */
export function scriptOf(kind: CheckKind, request: ResetRequest, organisation: string): Script {
  const { user, person } = request;
  switch (kind) {
    case 'request_code':
      return {
        act: 'Ask for the six characters and type what you hear.',
        say: 'When you asked for the reset, your screen showed a request code. Read it to me, one character at a time.',
        lookFor: [
          'Only the screen that made this request showed the code. You don’t see it here, so you can’t give it away.',
          'Whoever offers another code, or reads out one from an authenticator app, does not have it.',
        ],
      };
    case 'call_back':
      return {
        act: 'Hang up. Then dial the number below yourself, from this page and from nowhere else.',
        say: `This is the help desk of ${organisation}. Did you ask us a moment ago to reset your multi-factor authentication?`,
        lookFor: [
          `${user.name} answers, and knows of the request without being told about it.`,
          'A caller who gives you another number, or won’t be called back, has failed this check.',
        ],
      };
    case 'photo_id_video':
      return {
        act: 'Start a video call yourself, by the address on record.',
        say: 'Hold your staff badge or passport beside your face. Tilt it slowly, then pass a hand in front of your face.',
        lookFor: [
          `The face is the one on the ID, and the name on it is ${user.name}.`,
          'The ID catches the light as it tilts. The picture neither freezes nor smears at the edges of the hand.',
          'Don’t keep a picture of the ID.',
        ],
      };
    case 'in_person':
      return {
        act: 'Meet them where they work, or have a colleague you know do it.',
        say: 'Show me your staff badge or photo ID.',
        lookFor: [
          `Face, photo and the name ${user.name} belong together.`,
          'Being seen by someone you can’t name does not count.',
        ],
      };
    case 'manager_confirmation':
      return {
        act: person.manager
          ? `${person.manager.name} confirms or refuses it, signed in and with a fresh code.`
          : 'Nobody is on record as the manager, so this check can’t be made.',
        lookFor: ['A call or a mail from someone who says they are the manager proves nothing.'],
      };
    case 'existing_code':
      return {
        act: 'Made by itself where the user gives a valid code with the request.',
        lookFor: ['Don’t ask for codes on the phone: nobody at the help desk ever needs one.'],
      };
  }
}
