import type { ReactNode } from 'react'

type Column<Row> = { key: string; title: string; cell: (row: Row) => ReactNode; isName?: boolean }

/** A plain table. On a narrow screen it scrolls inside its own focusable frame. */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: string
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
}) {
  return (
    // A scrolling region must be reachable by keyboard (WCAG 2.1.1).
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the reason stands above
    <section className="card overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className="w-full border-collapse text-left">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title }) => (
              <th key={key} scope="col" className="border-b-2 border-line px-4 py-2 align-bottom text-quiet">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-b border-line last:border-0">
              {columns.map(({ key, cell, isName }) =>
                isName ? (
                  <th key={key} scope="row" className="min-w-32 px-4 py-3 align-top font-bold">
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className="px-4 py-3 align-top tabular-nums">
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
