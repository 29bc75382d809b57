/** What a phone has to load for a page: as sent to a browser that takes gzip. */
import { createVisitor, expectStatus, textOf } from './visitor'

export type PageWeight = { part: string; files: number; sent: number; plain: number }

const PARTS = [
  { part: 'styles', pattern: /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g },
  { part: 'scripts', pattern: /<script[^>]+src="([^"]+)"/g },
  { part: 'pictures', pattern: /<img[^>]+src="([^"]+)"/g },
]

export async function weighPage(port: number, path: string): Promise<PageWeight[]> {
  const page = await weigh(port, path)
  const weights: PageWeight[] = [{ part: 'HTML', files: 1, sent: page.sent, plain: page.plain }]
  for (const { part, pattern } of PARTS) {
    const addresses = new Set(
      [...page.text.matchAll(pattern)].map(([, address = '']) => address.replaceAll('&amp;', '&')),
    )
    const files = await Promise.all([...addresses].map((address) => weigh(port, address)))
    weights.push({ part, files: files.length, sent: sum(files, 'sent'), plain: sum(files, 'plain') })
  }
  return weights
}

async function weigh(port: number, path: string) {
  const reply = expectStatus(await createVisitor(port).get(path), 200, path)
  const text = textOf(reply)
  return { text, sent: reply.body.length, plain: Buffer.byteLength(text) }
}

const sum = <Key extends string>(rows: Record<Key, number>[], key: Key): number =>
  rows.reduce((total, row) => total + row[key], 0)
