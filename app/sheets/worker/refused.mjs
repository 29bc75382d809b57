/** Thrown in the worker when a file cannot be taken; the reason reaches the user as a sentence. */
export class Refused extends Error {
  /** @param {import('../refusal').Refusal} refusal */
  constructor(refusal) {
    super(refusal)
    this.refusal = refusal
  }
}
