import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { env } from '#app/env.server'

/** The secret that signs cookies: from the environment, or made once and kept, readable by the owner only. */
export const sessionSecret = env.SESSION_SECRET ?? keptSecret()

function keptSecret(): string {
  if (env.DATABASE_FILE === ':memory:') return randomBytes(32).toString('hex')
  const file = join(dirname(env.DATABASE_FILE), 'session-secret')
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
