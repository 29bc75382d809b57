/**
 * Requests that no browser sends, from a seed: the same seed makes the same requests. Most reach far into the app (real
 * addresses, Mei's own cookie and papers) and go wrong in one or two places only.
 */
import { seededRandom } from '#app/statistics/seeded-random'

export type Malformed = {
  text: string
  /** Whether it ends as HTTP says; what is cut off may be left without an answer. */
  isWhole: boolean
}

/** What the requests may know of the site: addresses and cookies that exist. */
export type Known = { host: string; cookies: string[]; attempts: string[]; questions: string[]; desk: string[] }

const NASTY = [
  ...[
    '',
    ' ',
    '%',
    '%0',
    '%00',
    '%zz',
    '%E7',
    '%E7%81',
    '%ED%A0%80',
    '%C0%AE%C0%AE',
    '%2F',
    '%5C',
    '%252e',
    '%0d%0aX: y',
  ],
  ...[
    '..',
    '.',
    '//',
    '\\',
    '/../..',
    '../../etc/passwd',
    '.data',
    '_root.data',
    '?',
    '#',
    '&',
    '=',
    ';',
    "'",
    '"',
    '`',
  ],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'null',
    'undefined',
    'NaN',
    'true',
    '[object Object]',
  ],
  ...['-1', '0', '1', '1e309', '-0', '99999999999999999999', '0x10', '1.5', '٣', '１'],
  ...['火', '💥', '\u0000', '\u001b[31m', '\u202e', '\ufeff', '<script>alert(1)</script>', "' or 1=1 --", '{{7*7}}'],
  ...['a'.repeat(300), 'a'.repeat(5000), '9'.repeat(400), '%20'.repeat(2000), '/'.repeat(3000), 'é'.repeat(1000)],
]
const METHODS = [
  'GET',
  'GET',
  'GET',
  'HEAD',
  'POST',
  'POST',
  'POST',
  'POST',
  'PUT',
  'DELETE',
  'PATCH',
  'OPTIONS',
  'TRACE',
  'BREW',
  'get',
]
const TYPES = [
  ...[
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded',
    'application/x-www-form-urlencoded; charset=gbk',
  ],
  ...[
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/form-data; boundary=x',
    'multipart/form-data; boundary="a b',
  ],
  ...['application/json', 'application/json', 'text/plain', 'text/xml', 'image/png', '', 'a/b/c', '火', ';;;'],
]
const HEADERS = [
  ...[
    'Accept',
    'Accept-Language',
    'Accept-Encoding',
    'Cookie',
    'Host',
    'Origin',
    'Referer',
    'Range',
    'Expect',
    'Upgrade',
    'TE',
  ],
  ...[
    'If-None-Match',
    'If-Modified-Since',
    'X-Forwarded-For',
    'X-Forwarded-Host',
    'X-Forwarded-Proto',
    'Sec-Fetch-Site',
  ],
  ...['Content-Length', 'Transfer-Encoding', 'Content-Encoding', 'X-Http-Method-Override', '__proto__', 'Connection'],
]
const VALUES = [
  ...[
    '*',
    '*/*',
    'gzip, br;q=x',
    'zh;q=9,en;q=-1',
    'bytes=0-,5-1',
    'W/"',
    'chunked',
    'chunked, chunked',
    'keep-alive, close',
  ],
  ...[
    'locale=; locale=en; =; ;;',
    'learner',
    'learner=%',
    'audience=__proto__',
    'display=large; locale=fr',
    '203.0.113.5',
  ],
  ...[
    ',,,',
    '::ffff:999.1.1.1',
    '127.0.0.1, x, 10.0.0.1',
    'null',
    'http://',
    'https://[',
    '100-continue',
    'websocket',
    '-5',
    '5, 6',
  ],
]

/** Chance from a seed, and words that are nasty or known to the site. */
function createDice(seed: string, known: Known) {
  const random = seededRandom(seed)
  const chance = (share: number) => random() < share
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const sane = [...known.questions, ...known.attempts, 'call-119', 'student', 'save', 'submit', 'change', 'merge']
  const word = () => (chance(0.7) ? pick(NASTY) : pick(sane))
  const times = <Item>(most: number, make: () => Item): Item[] => Array.from({ length: upTo(most) }, make)
  return { known, chance, pick, upTo, word, times }
}
type Dice = ReturnType<typeof createDice>

const PAGES = ['/', '/me', '/me/continue', '/preferences', '/survey/open', '/survey/thanks', '/awareness', '/healthz']

function addressOf({ known, chance, pick, word, times }: Dice): string {
  const [module, attempt] = chance(0.5) ? ['call-119', pick(known.attempts)] : [word(), word()]
  const base = pick([
    ...PAGES,
    ...[`/modules/${module}`, `/modules/${module}/quiz`, `/modules/${module}/practice`, `/for/${word()}`],
    ...[`/attempts/${attempt}`, `/attempts/${attempt}`, `/attempts/${attempt}/answers`, `/attempts/${attempt}/answers`],
    ...times(4, () => pick(known.desk)),
    ...times(1, () => pick(known.desk).replace(/[0-9a-f-]{36}/, word)),
    ...[`/pictures/${module}/${word()}.svg`, `/assets/${word()}`, `/${word()}`, word(), '/__manifest'],
  ])
  const query = chance(0.3) ? `?${pick(['search', 'page', 'state', 'from', word()])}=${word()}&${word()}` : ''
  return `${base}${query}`.replaceAll(' ', '%20')
}

const FIELDS = [
  ...['intent', 'return', 'locale', 'display', 'audience', 'code', 'region', 'anyway'],
  ...['name', 'login', 'password', 'role', 'phone', 'birthYear', 'organization', 'day', 'text', 'page', 'file'],
]

function fieldName({ known, pick, word }: Dice): string {
  const question = pick(known.questions)
  const answers = [`q.${question}`, `q.${question}.${word()}`, `item.${word()}`, word()]
  return pick([...FIELDS, ...answers])
}

const formBody = (dice: Dice): string =>
  dice.times(6, () => `${fieldName(dice)}=${dice.word()}`).join(dice.pick(['&', '&', '&', ';', '&&']))

function multipartBody(dice: Dice): string {
  const { chance, pick, word, times } = dice
  const part = () => {
    const filename = chance(0.3) ? `; filename="${word()}"` : ''
    return `--x\r\nContent-Disposition: form-data; name="${fieldName(dice)}"${filename}\r\n\r\n${word()}\r\n`
  }
  return `${times(4, part).join('')}${pick(['--x--\r\n', '--x', '', '--y--\r\n'])}`
}

function anyJson(dice: Dice, depth = 0): unknown {
  const { chance, pick, times, word } = dice
  const leaf = () => pick<unknown>([...NASTY, null, true, -1, 1e308, 0.1, '\ud800', '\udfff火', [], {}])
  if (depth > 3 || chance(0.4)) return leaf()
  if (chance(0.5)) return times(9, () => anyJson(dice, depth + 1))
  return Object.fromEntries(times(4, () => [word(), anyJson(dice, depth + 1)]))
}

const BROKEN_JSON = ['{"__proto__":{"a":1}}', '{', '[['.repeat(9000), '1e999', '"\\ud800"', '']

/** Close to what the page sends for one tap. */
function tapBody(dice: Dice): string {
  const { known, chance, pick, word } = dice
  const tap = {
    questionId: chance(0.8) ? pick(known.questions) : anyJson(dice),
    response: chance(0.3) ? ['right'] : anyJson(dice),
    ...(chance(0.7) ? { sequence: pick<unknown>([1, 0, -1, 1e9, 1e308, '1', null, 1.5, [1]]) } : {}),
    ...(chance(0.2) ? { [word()]: anyJson(dice) } : {}),
  }
  return chance(0.6) ? JSON.stringify(tap) : pick([JSON.stringify(anyJson(dice)), ...BROKEN_JSON])
}

const BODIES = [formBody, formBody, multipartBody, tapBody, tapBody, ({ word }: Dice) => word()]

function headOf(dice: Dice, method: string, hasBody: boolean): string[] {
  const { known, chance, pick, word, times } = dice
  const version = chance(0.97) ? 'HTTP/1.1' : pick(['HTTP/9.9', 'HTTP', '', 'HTTP/1.0'])
  return [
    `${method} ${chance(0.97) ? addressOf(dice) : word()} ${version}`,
    `Host: ${known.host}`,
    'Connection: close',
    ...(chance(0.6) ? [`Cookie: ${pick(known.cookies)}`] : []),
    ...(hasBody ? [`Content-Type: ${pick(TYPES)}`] : []),
    ...(chance(0.4) ? times(3, () => `${pick(HEADERS)}: ${chance(0.7) ? pick(VALUES) : word()}`) : []),
  ]
}

/** With these the server may rightly wait for more. */
const KEEPS_OPEN = /^(content-length|transfer-encoding|expect|upgrade|connection: (?!close))/i

/** A function that makes one request after the other. */
export function createMalformed(seed: string, known: Known): () => Malformed {
  const dice = createDice(seed, known)
  const { chance, pick } = dice
  return () => {
    const method = pick(METHODS)
    const body = method === 'POST' || chance(0.1) ? pick(BODIES)(dice) : ''
    const lines = headOf(dice, method, body !== '')
    const length = Buffer.byteLength(body)
    const claimed = chance(0.05) ? length + 100 : chance(0.03) ? Math.max(0, length - 3) : length
    const isWhole = !lines.some((line) => KEEPS_OPEN.test(line)) && (body === '' || claimed <= length)
    if (body) lines.push(`Content-Length: ${claimed}`)
    // A line break inside a value would be another header, or the end of them all.
    const head = lines.map((line) => line.replaceAll(/[\r\n]/g, ' ')).join(chance(0.98) ? '\r\n' : '\n')
    return { text: `${head}\r\n\r\n${body}`, isWhole }
  }
}
