export interface ServerSentEvent {
  id: string | undefined;
  type: string;
  data: string;
}

/** Longest event that is kept: a server that never ends a line must not fill the memory. Characters. */
const LONGEST = 256 * 1024;

/**
 * Reads a text/event-stream (WHATWG HTML §9.2.6) piece by piece; a piece may end anywhere.
 * Throws RangeError where one event grows past 256 Ki characters.
 */
export function createEventReader(onEvent: (event: ServerSentEvent) => void): (piece: string) => void {
  let rest = '';
  let id: string | undefined;
  let type = '';
  let data: string[] = [];

  function endOfEvent() {
    if (data.length > 0) onEvent({ id, type: type || 'message', data: data.join('\n') });
    type = '';
    data = [];
  }

  function line(text: string) {
    if (text === '') return endOfEvent();
    const colon = text.indexOf(':');
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '');
    if (field === 'data') data.push(value);
    else if (field === 'event') type = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
  }

  return (piece) => {
    rest += piece;
    // A carriage return at the very end may be half of CR LF, so it waits for the next piece.
    for (let end = /\r\n|\n|\r(?!$)/.exec(rest); end; end = /\r\n|\n|\r(?!$)/.exec(rest)) {
      line(rest.slice(0, end.index));
      rest = rest.slice(end.index + end[0].length);
    }
    if (rest.length + data.reduce((sum, part) => sum + part.length, 0) > LONGEST)
      throw new RangeError('event too long');
  };
}
