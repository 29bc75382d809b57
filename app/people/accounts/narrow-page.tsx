import type { ReactNode } from 'react'

/** A page with one form on it, as wide as a form should be. */
export const NarrowPage = ({ children }: { children: ReactNode }) => (
  <div className="desk-page pt-6">
    <div className="max-w-2xl space-y-6">{children}</div>
  </div>
)
