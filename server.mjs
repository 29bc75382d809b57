/**
 * Express in front of the Remix build: what may come in (door), how often (limits), what is ready to send (public
 * pages), then Remix. The rules are the app's own, handed over by app/entry.server.tsx.
 */
import cluster from 'node:cluster'
import { randomBytes } from 'node:crypto'
import { createRequestHandler as createExpressHandler } from '@remix-run/express'
import { createRequestHandler } from '@remix-run/node'
import compression from 'compression'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'

/**
 * @typedef {typeof import('./app/entry.server')} Entry
 * @typedef {import('express').Request} Req
 * @typedef {import('express').Response} Res
 * @typedef {import('express').RequestHandler} Handler
 */

// React reads it when it is loaded, below: without a value it would run its slow development half.
process.env.NODE_ENV ??= 'production'
const mode = process.env.NODE_ENV === 'development' ? 'development' : 'production'
const processes = Number(process.env.WEB_PROCESSES ?? 1)
const STOP_SIGNALS = ['SIGINT', 'SIGTERM']
const KEPT_FOR_GOOD = { immutable: true, maxAge: '1y', fallthrough: false }

if (processes > 1 && cluster.isPrimary) {
  // The first one migrates and records the content before the others start.
  cluster.fork().once('listening', () => {
    for (let started = 1; started < processes; started++) cluster.fork()
  })
  let isStopping = false
  cluster.on('exit', (_worker, code) => {
    // One that fell is replaced; one that could not start at all would only fall again.
    if (code !== 0 && !isStopping && Object.keys(cluster.workers ?? {}).length > 0) cluster.fork()
  })
  for (const signal of STOP_SIGNALS) {
    process.on(signal, () => {
      isStopping = true
      for (const worker of Object.values(cluster.workers ?? {})) worker?.kill(signal)
    })
  }
} else {
  await serve()
}

async function serve() {
  const vite =
    mode === 'development'
      ? await (await import('vite')).createServer({ server: { middlewareMode: true }, appType: 'custom' })
      : null
  const built = './build/server/index.js'
  const load = () => (vite ? vite.ssrLoadModule('virtual:remix/server-build') : import(built))
  const build = await load()
  /** @type {Entry} */
  const entry = build.entry.module
  await entry.prepare()
  const app = express()
  app.disable('x-powered-by')
  // A proxy on this machine says who the client is; nobody else is believed.
  app.set('trust proxy', 'loopback')

  app.use(logRequests(entry))
  app.use(securityHeaders(entry))
  app.use(refuseAtDoor(entry))
  if (vite) app.use(vite.middlewares)
  else app.use('/assets', compression(), express.static('build/client/assets', KEPT_FOR_GOOD))
  // By name, so that not every page costs a look at the disk.
  app.get(['/favicon.svg', '/robots.txt'], express.static('public', { maxAge: '1h' }))
  // Remix matches the decoded path, so the limit must too: /me/%63ontinue is the same form.
  app.use(limit(entry, { minutes: 15, requests: 20, path: /^\/me\/continue\/*$/i }))
  app.use(limit(entry, { minutes: 15, requests: 20, path: /^\/join\/[^/]+\/*$/i }))
  app.use(limit(entry, { minutes: 15, requests: 60, path: /^\/desk\/(sign-in|setup|invitation)(\/|$)/i }))
  app.use(limit(entry, { minutes: 15, requests: 20, path: /^\/feedback\/*$/i }))
  app.use(limit(entry, { minutes: 1, requests: 600 }))
  // With PAGE_CACHE=off the bench measures what rendering itself costs.
  if (!vite && process.env.PAGE_CACHE !== 'off') {
    const render = createRequestHandler(build, mode)
    app.use(publicPages(entry.createReadyPages((request) => render(request, {}))))
  }
  app.use((req, res, next) => {
    // Overwrites whatever a client sends by that name: the desk writes down, coarsely, where somebody signed in from.
    req.headers[entry.ADDRESS_HEADER] = req.ip ?? ''
    // Everything else may be somebody's own.
    res.setHeader('Cache-Control', 'private, no-cache')
    next()
  })
  // The reply to a saved answer is shorter than what compressing would add.
  app.use(compression({ filter: (req, res) => !req.path.endsWith('/answers') && compression.filter(req, res) }))
  app.all(
    '*',
    createExpressHandler({
      build: vite ? /** @type {any} */ (load) : build,
      mode,
      getLoadContext: (_, res) => ({ nonce: res.locals.nonce }),
    }),
  )
  app.use(answerErrors(entry))

  const server = app.listen(entry.env.PORT, () => {
    const address = `http://localhost:${/** @type {any} */ (server.address()).port}`
    entry.log.info(address)
    tellFirstRun(entry, address)
  })
  server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
    // For the person at the terminal, whatever the log level.
    console.error(
      error.code === 'EADDRINUSE' ? `Port ${entry.env.PORT} is taken: stop what uses it, or set PORT.` : error.message,
    )
    process.exit(1)
  })
  for (const signal of STOP_SIGNALS) process.once(signal, () => stop(server))
}

/**
 * While nobody can sign in yet: the link that makes the first administrator, for the person at the terminal. It works
 * once, and not in the log, where others could read it later.
 * @param {Entry} entry
 * @param {string} address
 */
async function tellFirstRun(entry, address) {
  // Of several processes, the first one only.
  if (cluster.worker && cluster.worker.id !== 1) return
  const path = await entry.firstRunPath()
  if (path)
    console.error(
      `Nobody can sign in yet. Make the first administrator here (once, within 24 hours):\n${address}${path}`,
    )
}

/**
 * Lets running requests finish, for ten seconds at most.
 * @param {import('node:http').Server} server
 */
function stop(server) {
  // npm and the terminal both pass Ctrl-C on: the second one must not cut this short.
  for (const signal of STOP_SIGNALS) process.on(signal, () => {})
  server.close(() => process.exit(0))
  server.closeIdleConnections()
  setTimeout(() => process.exit(0), 10_000).unref()
}

/** @param {Entry} entry @returns {Handler} */
function logRequests({ log, withoutIds }) {
  return (req, res, next) => {
    const start = performance.now()
    // Now: express shortens the path for what is mounted below a folder.
    const path = withoutIds(req.path)
    res.once('finish', () => {
      log.info(
        { method: req.method, path, status: res.statusCode, ms: Math.round(performance.now() - start) },
        'request',
      )
    })
    next()
  }
}

/** @param {Entry} entry @returns {Handler} */
function securityHeaders({ contentSecurityPolicy, env }) {
  const others = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: env.SECURE_COOKIES && { includeSubDomains: false },
  })
  return (req, res, next) => {
    res.locals.nonce = randomBytes(16).toString('base64')
    // Vite's own client needs inline scripts and styles; development is never reachable from outside.
    if (mode === 'production') res.setHeader('Content-Security-Policy', contentSecurityPolicy(res.locals.nonce))
    others(req, res, next)
  }
}

/** @param {Entry} entry @returns {Handler} */
function refuseAtDoor(entry) {
  return (req, res, next) => {
    // No page loads Remix's client, so the addresses that only its client would ask for do not exist.
    const hasDataQuery = new URLSearchParams(req.originalUrl.replace(/^[^?]*/, '')).has('_data')
    const isClientOnly = hasDataQuery || req.path.endsWith('.data') || req.path === '/__manifest'
    const forwarded = req.app.get('trust proxy fn')(req.socket.remoteAddress ?? '', 0)
      ? req.get('X-Forwarded-Host')
      : undefined
    const host = forwarded ?? req.get('Host') ?? ''
    // Both protocol and host make the address that Remix parses.
    const isWeb = req.protocol === 'http' || req.protocol === 'https'
    const status = isWeb ? entry.refusal({ method: req.method, url: req.originalUrl, headers: req.headers, host }) : 400
    if (status) sendError(entry, req, res, status)
    else if (isClientOnly) sendError(entry, req, res, 404)
    else next()
  }
}

/**
 * Limits writes by address. This machine itself is not limited: health checks and the bench come from it.
 * @param {Entry} entry
 * @param {{ minutes: number, requests: number, path?: RegExp }} allowed
 */
function limit(entry, { minutes, requests, path = /^/ }) {
  return rateLimit({
    windowMs: minutes * 60_000,
    limit: requests,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (req) =>
      req.method !== 'POST' || !path.test(decodeURIComponent(req.path)) || /^(::1|(::ffff:)?127\.)/.test(req.ip ?? ''),
    handler: (req, res) => sendError(entry, req, res, 429),
  })
}

/**
 * Public pages are sent as they are kept.
 * @param {ReturnType<Entry['createReadyPages']>} readyPage
 * @returns {Handler}
 */
function publicPages(readyPage) {
  return async (req, res, next) => {
    if (req.method === 'POST') return next()
    const page = await readyPage({
      path: req.path,
      cookie: req.headers.cookie,
      acceptLanguage: req.headers['accept-language'],
      acceptEncoding: req.get('Accept-Encoding'),
    }).catch(next)
    if (page) res.set(page.headers).send(page.body)
    else if (page === null) next()
  }
}

/** @param {Entry} entry @param {Req} req */
const viewOf = (entry, req) =>
  entry.readView({ cookie: req.headers.cookie, acceptLanguage: req.headers['accept-language'] })

/** @param {Entry} entry @param {Req} req @param {Res} res @param {number} status */
function sendError(entry, req, res, status) {
  if (status === 405) res.setHeader('Allow', req.method === 'POST' ? 'GET, HEAD' : 'GET, HEAD, POST')
  // What is left of a refused body is not read.
  if (req.method !== 'GET' && req.method !== 'HEAD') res.setHeader('Connection', 'close')
  res.setHeader('Cache-Control', 'no-store')
  res
    .status(status)
    .type('html')
    .send(entry.renderErrorPage(status, viewOf(entry, req)))
}

/** @param {Entry} entry @returns {import('express').ErrorRequestHandler} */
function answerErrors(entry) {
  // Express knows an error handler by its four parameters.
  return (error, req, res, _next) => {
    const status = Number(error.status ?? error.statusCode ?? 500)
    if (status >= 500) entry.log.error({ err: error, path: entry.withoutIds(req.path) }, 'request failed')
    if (res.headersSent) {
      res.destroy()
      return
    }
    sendError(entry, req, res, status)
  }
}
