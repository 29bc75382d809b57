/** Where a request came from, said so coarsely that it points at a kind of device and a part of a network, not a person. */

/** What server.mjs writes the address of the client into; whatever a client sends there itself is overwritten. */
export const ADDRESS_HEADER = 'x-client-address'

const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/i, 'WeChat'],
  [/Edg/, 'Edge'],
  [/OPR|Opera/, 'Opera'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
]

const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** Such as "Chrome · Windows · 203.0.x.x". */
export function originOf(request: Request): string {
  const agent = (request.headers.get('User-Agent') ?? '').slice(0, 500)
  const known = (names: [RegExp, string][]) => names.find(([pattern]) => pattern.test(agent))?.[1] ?? '?'
  return [known(BROWSERS), known(SYSTEMS), coarseAddress(request.headers.get(ADDRESS_HEADER) ?? '')].join(' · ')
}

/** The first half of an IPv4 address, the first two parts of an IPv6 one. */
export function coarseAddress(address: string): string {
  const four = /^(?:::ffff:)?(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/i.exec(address)
  if (four) return `${four[1]}.${four[2]}.x.x`
  const six = /^([0-9a-f]{1,4}):([0-9a-f]{0,4}):/i.exec(address)
  return six ? `${six[1]}:${six[2]}:x` : '?'
}
