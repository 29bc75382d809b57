import type { ReactNode } from 'react'

type Column<Row> = { key: string; title: string; cell: (row: Row) => ReactNode; isName?: boolean }
type Props<Row> = { caption: string; columns: Column<Row>[]; rows: Row[]; rowKey: (row: Row) => string }

/**
 * A plain table; on a narrow screen its rows become cards. The roles keep it a table for screen readers there, where
 * the layout would otherwise take that away.
 */
export function Table<Row>({ caption, columns, rows, rowKey }: Props<Row>) {
  return (
    // biome-ignore-start lint/a11y/noRedundantRoles: not redundant once the rows are laid out as blocks
    <table role="table" className="stacked card w-full border-separate border-spacing-0 text-left">
      <caption className="sr-only">{caption}</caption>
      <thead role="rowgroup" className="max-sm:sr-only">
        <tr role="row">
          {columns.map(({ key, title }) => (
            <th
              key={key}
              role="columnheader"
              scope="col"
              className="border-b-2 border-line px-4 py-2 align-bottom text-quiet"
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map(({ key, title, cell, isName }) =>
              isName ? (
                <th key={key} role="rowheader" scope="row" className="px-4 py-3 align-top font-bold">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} role="cell" data-column={title} className="px-4 py-3 align-top tabular-nums">
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
    // biome-ignore-end lint/a11y/noRedundantRoles: see above
  )
}
