import type { words as english } from '../../en/answers/signIn.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({});
