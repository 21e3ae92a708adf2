import type { words as english } from '../../en/answers/users.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({});
