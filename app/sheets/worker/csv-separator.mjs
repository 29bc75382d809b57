const SEPARATORS = ['\t', ',', ';']
const LINES = 20

/**
 * What stands between the cells: of tab, comma and semicolon the one that the most of the first lines have outside
 * quotes; if they are equal, the one that comes most often.
 * @param {string} text the beginning of the file
 */
export function separatorOf(text) {
  const lines = text
    .replace(/"[^"]*("|$)/g, '')
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES)
  const found = SEPARATORS.map((separator) => {
    const counts = lines.map((line) => line.split(separator).length - 1)
    return { separator, lines: counts.filter((count) => count > 0).length, times: counts.reduce((a, b) => a + b, 0) }
  })
  const [best] = found.sort((a, b) => b.lines - a.lines || b.times - a.times)
  return best && best.lines > 0 ? best.separator : ','
}
