/** Requests as they go over the wire: nothing added, decoded or followed. */
import { type IncomingHttpHeaders, request } from 'node:http'
import { connect } from 'node:net'

export type Reply = { status: number; headers: IncomingHttpHeaders; body: Buffer; text: string }
export type Message = { method?: string; headers?: Record<string, string>; body?: string | Buffer }

/** Sends one request and waits for the whole answer; fails when none has come after ten seconds. */
export function send(url: string, path: string, { method = 'GET', headers = {}, body }: Message = {}): Promise<Reply> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers, timeout: 10_000 }, (reply) => {
      const chunks: Buffer[] = []
      reply.on('data', (chunk) => chunks.push(chunk))
      reply.on('error', reject)
      reply.on('end', () => {
        const whole = Buffer.concat(chunks)
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: whole, text: whole.toString('utf8') })
      })
    })
    sent.on('timeout', () => sent.destroy(new Error(`no answer to ${method} ${path}`)))
    sent.on('error', reject)
    sent.end(body)
  })
}

/** Sends a form as a page of this site does. */
export function sendForm(
  url: string,
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
) {
  return send(url, path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: url, ...headers },
    body: new URLSearchParams(form).toString(),
  })
}

/** The Cookie header that a browser would send back after this answer. */
export const cookiesOf = ({ headers }: Reply): string =>
  (headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]).join('; ')

const PATIENCE = 8000

/**
 * Writes bytes to the server and returns all it says until the connection is closed; null when that takes too long. What
 * is cut off on purpose is ended from here, because the server may rightly wait for more.
 */
export function sendBytes(url: string, text: string, isWhole = true): Promise<string | null> {
  const { hostname, port } = new URL(url)
  return new Promise((resolve) => {
    let said = ''
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(text)
      if (!isWhole) setTimeout(() => socket.end(), 100)
    })
    const timer = setTimeout(() => {
      resolve(null)
      socket.destroy()
    }, PATIENCE)
    socket.on('data', (data) => {
      said += data.toString('latin1')
    })
    // A reset is an answer too: the server did not want to hear the rest.
    socket.on('error', () => {})
    socket.on('close', () => {
      clearTimeout(timer)
      resolve(said)
    })
  })
}
