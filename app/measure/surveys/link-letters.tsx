import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import { QrCode } from '#app/ui/qr-code'
import type { Letter } from './links-page.server'
import type { WaveDesign } from './wave'

export type LetterWave = {
  placeName: string
  fieldTo: string
  ages: { from: number; to: number }
  /** How many questions there are. */
  count: number
  /** Whether the letter goes to a household, of which one person is chosen, or to a person. */
  household: WaveDesign['household']
}

type Props = { letters: Letter[]; wave: LetterWave }

const LETTER_TO = {
  kish: 'answering.links.letterWho',
  persons: 'answering.links.letterPerson',
  same: 'answering.links.letterAgain',
} as const

/** One sheet a household: who asks and what for, the code to scan, the address to type. */
export function LinkLetters({ letters, wave }: Props) {
  const { t } = useTranslation()
  const { placeName, fieldTo, ages, count, household } = wave
  return (
    <>
      <div className="no-print">
        <Notice tone="good" title={t('answering.links.made', { count: letters.length })} live>
          <p>{t('answering.links.once')}</p>
        </Notice>
      </div>
      {letters.map(({ code, clusterName, number, url, modules, whom }) => (
        <section
          key={code}
          className="mx-auto max-w-2xl break-after-page space-y-4 border-2 border-line bg-sheet px-6 py-8 text-lg print:border-0 print:py-4"
        >
          <p className="flex flex-wrap justify-between gap-3 text-base text-quiet">
            <span lang="zh-CN">{clusterName}</span>
            <span>
              {number !== null && t('answering.interview.household', { number })}{' '}
              <span className="tracking-wider">{t('answering.links.code', { code })}</span>
            </span>
          </p>
          <h2 className="text-2xl font-bold">
            <MixedText text={t('answering.links.letterTitle', { place: placeName })} />
          </h2>
          <p>{t('answering.links.letterText', { count })}</p>
          <p>{t(whom ? 'answering.links.letterKish' : LETTER_TO[household], ages)}</p>
          {whom && <WhomTable whom={whom} />}
          <div className="mx-auto max-w-60">
            <QrCode modules={modules} label={t('answering.links.qrAlt', { code })} />
          </div>
          <p className="text-center">{t('answering.links.letterScan')}</p>
          <p className="text-center font-bold break-all">{url.replace(/^https?:\/\//, '')}</p>
          <p>{t('answering.links.letterUntil', { day: fieldTo })}</p>
        </section>
      ))}
    </>
  )
}

const CELL = 'border border-line px-2 py-1'

/** Which of them answers, by how many there are. */
function WhomTable({ whom }: { whom: number[] }) {
  const { t } = useTranslation()
  const cells = whom.map((place, at) => ({ count: at + 1, place }))
  return (
    <table className="w-full border-collapse text-center tabular-nums">
      <caption className="sr-only">{t('answering.kish.title')}</caption>
      <tbody>
        <tr>
          <th scope="row" className={`${CELL} text-left font-normal`}>
            {t('answering.kish.count')}
          </th>
          {cells.map(({ count }) => (
            <td key={count} className={CELL}>
              {count === cells.length ? t('answering.kish.sixOrMore') : count}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row" className={`${CELL} text-left font-normal`}>
            {t('answering.kish.ask')}
          </th>
          {cells.map(({ count, place }) => (
            <td key={count} className={`${CELL} text-xl font-bold`}>
              {place}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}
