/**
 * A path of this site to go back to; "/" for anything else. Refuses other hosts, also written as //host or /\host,
 * empty segments, which no page of ours has, and control characters.
 */
export function safeReturnPath(value: unknown): string {
  if (typeof value !== 'string' || value.length > 300) return '/'
  return /^(?!.*\/\/)\/[\w\-./~%]*$/.test(value) ? value : '/'
}
