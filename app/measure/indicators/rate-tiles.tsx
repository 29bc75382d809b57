import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import type { PlaceRates } from './four-rates'
import { awareLine, awareSource, browsersLine, gapLines, masteryLine, shareLine } from './rate-text'

/** The four rates of one place, each with its people and what it means, all in a row or two and two; then what they say together. */
export function RateTiles({ rates }: { rates: PlaceRates }) {
  const { t } = useTranslation()
  const mastery = masteryLine(t, rates.aware)
  return (
    <div className="space-y-4">
      <dl className="grid gap-3 sm:grid-cols-2 lg:grid-cols-4 large:lg:grid-cols-2">
        <Tile sign={t('rates.learned.sign')} name={t('rates.learned.name')} hint={t('rates.learned.hint')}>
          <p className="text-lg font-bold">{shareLine(t, rates.learned)}</p>
          <p className="text-quiet">{browsersLine(t, rates.browsers)}</p>
        </Tile>
        <Tile sign={t('rates.tested.sign')} name={t('rates.tested.name')} hint={t('rates.tested.hint')}>
          <p className="text-lg font-bold">{shareLine(t, rates.right)}</p>
          <p className="text-quiet">{t('rates.tested.passed', { share: shareLine(t, rates.passed) })}</p>
        </Tile>
        <Tile sign={t('rates.signedOff.sign')} name={t('rates.signedOff.name')} hint={t('rates.signedOff.hint')}>
          <p className="text-lg font-bold">{t('rates.noData')}</p>
        </Tile>
        <Tile sign={t('rates.aware.sign')} name={t('rates.aware.name')} hint={t('rates.aware.hint')}>
          <p className="text-lg font-bold">{awareLine(t, rates.aware)}</p>
          {mastery !== '' && <p className="text-quiet">{t('rates.aware.mastery', { share: mastery })}</p>}
          <p className="text-quiet">
            <MixedText text={awareSource(t, rates.aware)} />
          </p>
        </Tile>
      </dl>
      <Notice tone="plain" title={t('rates.gapTitle')}>
        <ul className="list-disc space-y-1 pl-6">
          {gapLines(t, rates).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

type TileProps = { sign: string; name: string; hint: string; children: ReactNode }

function Tile({ sign, name, hint, children }: TileProps) {
  return (
    <div className="rounded-lg bg-sand p-4">
      <dt>
        <strong className="block text-lg">
          <span className="mr-2 text-2xl text-fire">{sign}</span>
          {name}
        </strong>
        <span className="text-quiet">{hint}</span>
      </dt>
      <dd className="mt-2">{children}</dd>
    </div>
  )
}
