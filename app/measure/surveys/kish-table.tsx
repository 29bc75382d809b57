import { useTranslation } from '#app/i18n/use-translation'

const CELL = 'border border-line px-2 py-1'

/** Whom to ask in this household: by how many could be asked, which of them. Without numbers a script fills them in. */
export function KishTable({ row, ages }: { row: number[] | null; ages: { from: number; to: number } }) {
  const { t } = useTranslation()
  const counts = [1, 2, 3, 4, 5, 6]
  return (
    <section className="card space-y-3 p-4" data-kish-box>
      <h2 className="text-xl">{t('answering.kish.title')}</h2>
      <p>{t('answering.kish.text', ages)}</p>
      <table className="w-full max-w-sm border-collapse text-center tabular-nums">
        <caption className="sr-only">{t('answering.kish.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={CELL}>
              {t('answering.kish.count')}
            </th>
            <th scope="col" className={CELL}>
              {t('answering.kish.ask')}
            </th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count) => (
            <tr key={count}>
              <th scope="row" className={`${CELL} font-normal`}>
                {count === 6 ? t('answering.kish.sixOrMore') : count}
              </th>
              <td className={`${CELL} text-xl font-bold`} data-kish-cell>
                {row?.[count - 1] ?? ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
