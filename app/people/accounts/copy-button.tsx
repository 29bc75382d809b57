import { Script } from '#app/ui/script'
import copyText from './copy-text.browser.js?url'

const LOOK =
  'no-print inline-flex min-h-12 cursor-pointer items-center rounded-lg border-2 border-line bg-sheet px-4 font-bold hover:bg-sand'

/** Copies the text of an element; beside it stands that it was done. Hidden without script: the text can be selected. */
export function CopyButton({ of, label, done }: { of: string; label: string; done: string }) {
  return (
    <>
      <button type="button" data-copy={of} hidden className={LOOK}>
        {label}
      </button>
      <span role="status" data-copied={done} className="no-print self-center font-bold text-safe" />
      <Script src={copyText} />
    </>
  )
}

/** Prints the page. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" data-print hidden className={LOOK}>
      {label}
    </button>
  )
}
