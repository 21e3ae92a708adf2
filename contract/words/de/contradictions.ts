import type { words as english } from '../en/contradictions.ts';
import { translated } from '../placeholders.ts';

export const words = translated<typeof english>()({});
