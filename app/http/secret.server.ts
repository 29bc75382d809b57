import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { keysFrom } from '#app/db/sealed.server'
import { env } from '#app/env.server'

/** The secret that signs cookies: from the environment, or made once and kept, readable by the owner only. */
export const sessionSecret = env.SESSION_SECRET ?? keptSecret('session-secret')

/** What seals phones and one-time keys in the database. Without it they cannot be read again: back it up, elsewhere. */
export const dataKeys = keysFrom(env.DATA_SECRET ?? keptSecret('data-secret'))

function keptSecret(name: string): string {
  if (env.DATABASE_FILE === ':memory:') return randomBytes(32).toString('hex')
  const file = join(dirname(env.DATABASE_FILE), name)
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true })
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      // A second process may have made it between the look and the write.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return readFileSync(file, 'utf8').trim()
}
