import { Fragment, useContext } from 'react'
import { ViewContext } from '#app/http/view-context'

const CHINESE = /(\p{Script=Han}[\p{Script=Han}\p{N}\p{P}]*)/u

/** Text that may hold Chinese words on an English page: they are marked, so that a screen reader says them in Chinese. */
export function MixedText({ text }: { text: string }) {
  const { locale } = useContext(ViewContext)
  if (locale === 'zh-CN') return <>{text}</>
  return text.split(CHINESE).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <span key={index} lang="zh-CN">
        {part}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
      <Fragment key={index}>{part}</Fragment>
    ),
  )
}
