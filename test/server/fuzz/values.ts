import type { TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Random } from '../../support/random.ts';
import { pick } from '../../support/random.ts';
import { oddNumber, oddText, oddValue } from './oddities.ts';

/** What stands in the world by that name, where something does. */
export type Hint = (name: string) => unknown;

/** As JSON Schema writes it. */
interface Shape {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Shape[];
  properties?: Record<string, Shape>;
  required?: string[];
  items?: Shape;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
}

/** What people write, of every form that the contract knows. */
const TEXTS = [
  'a',
  'Zoë O’Hara-Müller',
  'Finance',
  'Somebody asked for it.',
  'zoe.müller',
  'zoe@example.org',
  "o'hara+mfa@sub.example.co.uk",
  '+441632960123',
  '+12025550123',
  'GB',
  'Europe/London',
  'America/Argentina/Buenos_Aires',
  '2026-11-24T10:00:00Z',
  '2026-12-24T10:00:00.000Z',
  '2027-03-01T08:30:00Z',
  'https://127.0.0.1:1',
  'http://127.0.0.1:1/realms/north',
  'https://apps.example/authenticator',
  '127.0.0.1',
  '123456',
  'K7QX2M',
  'ABCD-EFGH-JKMN-PQRS',
  'long enough to be a passphrase 1',
  'code=x&state=y',
  '01900000-0000-7000-8000-000000000001',
];

/** A value that fits the schema; what has a name in the world mostly comes from there. */
export function fitting(
  schema: TSchema,
  { random, hint, name = '' }: { random: Random; hint: Hint; name?: string },
): unknown {
  return draw(schema, name);

  function draw(shape: Shape, named: string): unknown {
    const known = random(8) > 0 ? hint(named) : undefined;
    if (known !== undefined && Value.Check(shape as TSchema, known)) return known;
    if (shape.anyOf) return draw(pick(random, shape.anyOf) ?? {}, named);
    if ('const' in shape) return shape.const;
    if (shape.enum) return pick(random, shape.enum);
    switch (shape.type) {
      case 'object':
        return drawObject(shape);
      case 'array':
        return drawArray(shape, named);
      case 'string':
        return drawText(shape);
      case 'integer':
      case 'number':
        return drawNumber(shape);
      case 'boolean':
        return random(2) === 0;
      case 'null':
        return null;
      default:
        return oddValue(random);
    }
  }

  function drawObject({ properties = {}, required = [] }: Shape): Record<string, unknown> {
    // Half of what may be left out is, but sometimes all or nothing of it.
    const share = pick(random, [0, 2, 2, 2, 4]);
    return Object.fromEntries(
      Object.entries(properties)
        .filter(([key]) => required.includes(key) || random(4) < share)
        .map(([key, shape]) => [key, draw(shape, key)]),
    );
  }

  function drawArray({ items = {}, minItems = 0, maxItems = 8 }: Shape, named: string): unknown[] {
    const most = Math.min(maxItems, minItems + 4);
    const length = minItems + random(most - minItems + 1);
    const drawn = Array.from({ length }, () => draw(items, named));
    return drawn.filter((one, at) => drawn.findIndex((other) => Value.Equal(one, other)) === at);
  }

  function drawText(shape: Shape): string {
    const { minLength = 0, maxLength = 60 } = shape;
    const fits = (text: string) => Value.Check(shape as TSchema, text);
    const bounds = ['x'.repeat(maxLength), 'x'.repeat(minLength), '😀'.repeat(maxLength / 2)];
    const candidates = random(5) === 0 ? [...bounds, oddText(random)] : TEXTS;
    return pick(random, candidates.filter(fits)) ?? pick(random, TEXTS.filter(fits)) ?? '';
  }

  function drawNumber({ minimum = 0, maximum = minimum + 100 }: Shape): number {
    return pick(random, [minimum, maximum, minimum + random(maximum - minimum + 1)]);
  }
}

/** The same value with one thing in it that isn't as it should be, wherever in it. */
export function spoilt(value: unknown, random: Random): unknown {
  const children =
    typeof value === 'object' && value !== null ? (Object.entries(value) as [string, unknown][]) : [];
  if (children.length === 0 || random(6) === 0) return spoiltHere(value, random);
  const [key, child] = children[random(children.length)] ?? ['', undefined];
  const copy = structuredClone(value) as Record<string, unknown>;
  if (random(6) === 0) delete copy[key];
  else copy[key] = spoilt(child, random);
  return copy;
}

function spoiltHere(value: unknown, random: Random): unknown {
  if (Array.isArray(value)) {
    if (random(3) === 0) return Array.from({ length: 1200 }, () => value[0] as unknown);
    return [...(value as unknown[]), ...(value as unknown[]), oddValue(random)];
  }
  if (typeof value === 'object' && value !== null) return { ...value, [oddText(random)]: oddValue(random) };
  if (typeof value === 'number' && random(2) === 0) return oddNumber(random);
  const inside = typeof value === 'string' ? insideOf(value) : undefined;
  if (inside !== undefined && random(4) > 0) return sealedAs(spoilt(inside, random));
  if (typeof value === 'string' && random(2) === 0) {
    const at = random(value.length + 1);
    return value.slice(0, at) + oddText(random) + value.slice(at);
  }
  return oddValue(random);
}

/** What an opaque text holds, where it is JSON: whoever looks inside can change it and send it back. */
function insideOf(text: string): unknown {
  try {
    const inside: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof inside === 'object' && inside !== null ? inside : undefined;
  } catch {
    return undefined;
  }
}

const sealedAs = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
