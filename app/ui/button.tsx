import type { ReactNode } from 'react'

const BASE =
  'inline-flex min-h-12 items-center justify-center gap-2 rounded-lg px-4 py-2 text-center font-bold no-underline cursor-pointer'
const LOOKS = {
  primary: 'bg-fire text-white hover:bg-fire-deep',
  secondary: 'border-2 border-fire bg-sheet text-fire hover:bg-fire-soft',
  quiet: 'border-2 border-line bg-sheet text-ink hover:bg-sand',
}
type Look = keyof typeof LOOKS

type ButtonProps = {
  children: ReactNode
  look?: Look
  wide?: boolean
  name?: string
  value?: string
  id?: string
}

/** Submits its form. Without a script it is all a page needs. */
export function Button({ children, look = 'primary', wide = false, ...field }: ButtonProps) {
  return (
    <button type="submit" className={`${BASE} ${LOOKS[look]} ${wide ? 'w-full' : ''}`} {...field}>
      {children}
    </button>
  )
}

/** A link that looks like what it leads to: a main action. */
export function ButtonLink({
  href,
  children,
  look = 'primary',
  wide = false,
}: {
  href: string
  children: ReactNode
  look?: Look
  wide?: boolean
}) {
  return (
    <a href={href} className={`${BASE} ${LOOKS[look]} ${wide ? 'w-full' : ''}`}>
      {children}
    </a>
  )
}
