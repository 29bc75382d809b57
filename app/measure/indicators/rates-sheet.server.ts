/** The four rates as a file: the lines of the page. */
import type { Translate } from '#app/i18n/config'
import { writeSheet } from '#app/sheets/write-sheet.server'
import type { PlaceRates } from './four-rates'
import { awareLine, awareSource, browsersLine, gapLines, masteryLine, shareLine } from './rate-text'

/** The place, then its streets. */
export const ratesSheet = (t: Translate, rows: readonly PlaceRates[]): Promise<Uint8Array> =>
  writeSheet([
    {
      name: t('rates.title'),
      columns: [
        t('rates.place'),
        t('rates.learned.name'),
        t('rates.browsersName'),
        t('rates.tested.name'),
        t('awareness.passedShare'),
        t('rates.signedOff.name'),
        t('rates.aware.name'),
        t('awareness.masteryRate'),
        t('rates.sourceName'),
        t('rates.gapTitle'),
      ].map((title) => ({ title, width: 28 })),
      rows: rows.map((rates) => [
        rates.place.name,
        shareLine(t, rates.learned),
        browsersLine(t, rates.browsers),
        shareLine(t, rates.right),
        shareLine(t, rates.passed),
        t('rates.noData'),
        awareLine(t, rates.aware),
        masteryLine(t, rates.aware),
        awareSource(t, rates.aware),
        gapLines(t, rates).join(' '),
      ]),
    },
  ])
