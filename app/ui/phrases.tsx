import { Fragment } from 'react'

const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' })

/** A title whose lines may break between words but not inside them, which Chinese text would otherwise allow. */
export function Phrases({ text }: { text: string }) {
  return [...WORDS.segment(text)].map(({ segment, index, isWordLike }) => (
    <Fragment key={index}>
      {isWordLike && index > 0 && <wbr />}
      {segment}
    </Fragment>
  ))
}
