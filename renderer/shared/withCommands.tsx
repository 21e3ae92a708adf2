/** What the server says names commands between grave accents. */
export const withCommands = (sentence: string) =>
  sentence.split('`').map((part, at) => (at % 2 === 1 ? <code key={part}>{part}</code> : part));
