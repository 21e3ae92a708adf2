import type { words as english } from '../../en/answers/sso.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({});
