/** The bench's other reference: what node:http alone can do, with a fixed page of 2 KB and nothing behind it. */
import { createServer } from 'node:http'

const start = '<!doctype html><title>2 KB</title><p>'
const page = Buffer.from(start.padEnd(2048, 'A fixed page. '))

createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': page.length })
  response.end(page)
}).listen(Number(process.env.PORT), '127.0.0.1')
