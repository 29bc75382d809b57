import type { ReactNode } from 'react'

/** A part of a page with its own heading, on a card. */
export const Section = ({ id, title, children }: { id: string; title: string; children: ReactNode }) => (
  <section aria-labelledby={id} className="card space-y-4 p-4 sm:p-6">
    <h2 id={id} className="text-xl">
      {title}
    </h2>
    {children}
  </section>
)
