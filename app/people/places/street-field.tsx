type Props = { label: string; streets: { id: string; name: string }[]; chosen: string | null; none: string }

/** Asks for a street, or none. Street names are Chinese in every language. */
export function StreetField({ label, streets, chosen, none }: Props) {
  return (
    <label className="block">
      <span className="mb-2 block font-bold">{label}</span>
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
    </label>
  )
}
