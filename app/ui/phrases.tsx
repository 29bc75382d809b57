const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' })

const CHINESE = /\p{Script=Han}/u

const ENDING = /^[车员者器机室所队们的了吗]$/u

/** What stands between two marks of Chinese text, with the mark that ends it. */
const PHRASE = /[^，、：；。？！]+[，、：；。？！”）》]*|[，、：；。？！]+/g

/**
 * A title whose lines break between phrases; within a phrase longer than a line between words, and never inside a
 * word, which Chinese text would otherwise allow. No <wbr>: some screen readers pause at each.
 */
export function Phrases({ text }: { text: string }) {
  if (!CHINESE.test(text)) return <>{text}</>
  const phrases = text.match(PHRASE) ?? []
  return (
    <span className="[word-break:normal]">
      {phrases.map((phrase, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
        <span key={index} className={phrases.length > 1 ? 'inline-block' : undefined}>
          {words(phrase)}
        </span>
      ))}
    </span>
  )
}

/** A word of several characters stays on one line; between words a line may break as it always may in Chinese. */
const words = (phrase: string) =>
  wordsOf(phrase).map((word, index) =>
    word.length > 1 && CHINESE.test(word) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <span key={index} className="whitespace-nowrap">
        {word}
      </span>
    ) : (
      word
    ),
  )

/** The segmenter cuts 自行车 after 自行: what only ever ends a word stays with it. */
function wordsOf(phrase: string): string[] {
  const words: string[] = []
  for (const { segment } of WORDS.segment(phrase)) {
    if (words.length > 0 && ENDING.test(segment)) words.push(`${words.pop()}${segment}`)
    else words.push(segment)
  }
  return words
}
