/** `npm start`: from a fresh clone to a running server. What is done already is skipped. */
import cluster from 'node:cluster'
import { join } from 'node:path'
import { build } from './build.mjs'
import { install, requireNode } from './install.mjs'
import { orExplain, root } from './prepare.mjs'

await orExplain(async () => {
  requireNode()
  process.chdir(root)
  install()
  build()
  process.env.NODE_ENV = 'production'
  // Further processes (WEB_PROCESSES) run the server itself, not this script.
  cluster.setupPrimary({ exec: join(root, 'server.mjs') })
  await import('../server.mjs')
})
