/** The policy cannot be read, or no server with the key wrote it. Nothing is decided without it (S-41, S-120). */
export class PolicyBroken extends Error {
  /** @param what is wrong, as a sentence for the server's log: an operator reads there what to do */
  constructor(what: string) {
    super(`${what} Look at it with gatehouse doctor; gatehouse recover is the way back.`);
    this.name = 'PolicyBroken';
  }
}
