import type { words as english } from '../../en/answers/settings.ts';
import { translated } from '../../placeholders.ts';

export const words = translated<typeof english>()({});
