/** `requestId` is *Request*, `inARow` is *In a row*. */
const TERMS: Record<string, string> = {
  requestId: 'Request',
  mailId: 'Mail',
  inARow: 'In a row',
  numberEnding: 'Number ending',
  takenOver: 'Taken over',
};

function termOf(key: string): string {
  const words = key
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[._]/g, ' ')
    .toLowerCase();
  return TERMS[key] ?? words.charAt(0).toUpperCase() + words.slice(1);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of an event as text: a change is *before → after*, nothing is *none*. */
function valueOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(valueOf).join(', ');
  if (isObject(value)) {
    if ('to' in value) {
      const name = typeof value['name'] === 'string' ? `${value['name']}: ` : '';
      return `${name}${'from' in value ? `${valueOf(value['from'])} → ` : ''}${valueOf(value['to'])}`;
    }
    return Object.entries(value)
      .map(([key, inner]) => `${termOf(key)} ${valueOf(inner)}`)
      .join('; ');
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}

/** The facts of an event for people, in the order they were written. */
export function eventFacts(data: Record<string, unknown>): { term: string; value: string }[] {
  return Object.entries(data).flatMap(([key, value]) =>
    key === 'changed' && isObject(value)
      ? Object.entries(value).map(([field, change]) => ({ term: termOf(field), value: valueOf(change) }))
      : [{ term: termOf(key), value: valueOf(value) }],
  );
}
