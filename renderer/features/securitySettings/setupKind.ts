/** What a setup is for: the first authenticator, a new phone in the place of one, or one more. */
export type SetupKind = 'first' | 'move' | 'add';
