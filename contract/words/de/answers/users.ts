import type { words as english } from '../../en/answers/users.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({
  noSuchUser: 'Diese Person gibt es hier nicht.',
  usernameMissing: 'Geben Sie einen Benutzernamen an.',
  usernameTooLong: 'Ein Benutzername hat höchstens 64 Zeichen.',
  usernameHolds: 'Der Benutzername enthält {fault}. Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
  usernameLetters: "Ein Benutzername besteht nur aus Buchstaben, Ziffern und . _ - @ + ', ohne Leerzeichen.",
});
