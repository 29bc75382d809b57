type Props = { streets: { id: string; name: string }[]; chosen: string | null; none: string }

/** The streets to choose from, and the words for choosing none. Street names are Chinese in every language. */
export function StreetSelect({ streets, chosen, none }: Props) {
  return (
    <select
      name="region"
      defaultValue={chosen ?? ''}
      className="min-h-12 w-full rounded-lg border-2 border-line bg-sheet px-3"
    >
      <option value="">{none}</option>
      {streets.map(({ id, name }) => (
        <option key={id} value={id} lang="zh-CN">
          {name}
        </option>
      ))}
    </select>
  )
}
