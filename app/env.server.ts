/** The only place in app/ that reads the environment. Every variable has a default that suits one district's server. */
import { z } from 'zod'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  /** The SQLite file; its folder also keeps the generated session secret. */
  DATABASE_FILE: z.string().min(1).default('data/zhihuo.db'),
  /** Signs cookies. When unset, a random one is made once and kept beside the database. */
  SESSION_SECRET: z.string().min(16).optional(),
  /** Encrypts phones and one-time keys. When unset, a random one is made once and kept beside the database. */
  DATA_SECRET: z.string().min(16).optional(),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Only true behind HTTPS: the cookies then refuse to travel without it. */
  SECURE_COOKIES: z.stringbool().default(false),
})

const parsed = schema.safeParse(process.env)
if (!parsed.success) throw new Error(`Environment: ${z.prettifyError(parsed.error)}`)

export const env = parsed.data
