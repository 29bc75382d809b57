/** A small HTTP client for the bench. Node's own fetch would cost more than the pages it asks for. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { gunzipSync } from 'node:zlib'

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer }
type Sent = { method: 'GET' | 'POST'; path: string; body?: string; type?: string }

const FORM = 'application/x-www-form-urlencoded'
/** Every connection stays open, as a browser's does. */
const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/** Somebody with their own cookies. Asks for gzip, follows nothing by itself, and only ever asks this machine. */
export function createVisitor(port: number) {
  const cookies = new Map<string, string>()

  async function send(sent: Sent): Promise<Reply> {
    const reply = await exchange(port, sent, cookies)
    for (const line of reply.headers['set-cookie'] ?? []) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s, 2)
      cookies.set(name, value)
    }
    return reply
  }

  return {
    get: (path: string) => send({ method: 'GET', path }),
    postForm: (path: string, form = new URLSearchParams()) =>
      send({ method: 'POST', path, body: form.toString(), type: FORM }),
    postJson: (path: string, value: unknown) =>
      send({ method: 'POST', path, body: JSON.stringify(value), type: 'application/json' }),
  }
}

export type Visitor = ReturnType<typeof createVisitor>

/** The reply if it has the wanted status; anything else is a failure of the bench. */
export function expectStatus(reply: Reply, status: number, what: string): Reply {
  if (reply.status !== status) throw new Error(`${what}: ${reply.status} instead of ${status}`)
  return reply
}

export const textOf = ({ headers, body }: Reply): string =>
  (headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body).toString('utf8')

function exchange(port: number, { method, path, body, type }: Sent, cookies: Map<string, string>): Promise<Reply> {
  const headers: Record<string, string | number> = { 'Accept-Encoding': 'gzip', 'Accept-Language': 'zh-CN' }
  if (cookies.size > 0) headers.Cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  if (body !== undefined && type) {
    headers['Content-Type'] = type
    headers['Content-Length'] = Buffer.byteLength(body)
    headers.Origin = `http://127.0.0.1:${port}`
  }
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, method, path, headers, agent }, (incoming) => {
      const chunks: Buffer[] = []
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
      incoming.on('end', () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(chunks) }),
      )
      incoming.on('error', reject)
    })
    outgoing.setTimeout(10_000, () => outgoing.destroy(new Error(`${method} ${path}: no answer within 10 s`)))
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}
