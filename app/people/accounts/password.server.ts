import { hash, verify } from '@node-rs/argon2'
import { normalisePassword, PASSWORD_MOST } from './password'

/** argon2id with OWASP's first choice of cost: 19 MiB, two passes. The value 2 is `Algorithm.Argon2id`. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 2 as const }

export const hashPassword = (password: string): Promise<string> => hash(normalisePassword(password), COST)

/** What an unknown login is compared with, so that it takes as long as a known one. */
let nobodysHash: Promise<string> | null = null

/** Whether the password is right. With a null hash (nobody, or not accepted yet) it takes as long and is false. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  nobodysHash ??= hashPassword('nobody has this password')
  const against = passwordHash ?? (await nobodysHash)
  // What is longer than any password is compared as far as it matters: it is wrong, and costs no more than others.
  const isRight = await verify(against, normalisePassword(password.slice(0, 2 * PASSWORD_MOST + 1)))
  return isRight && passwordHash !== null
}
