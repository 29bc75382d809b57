/** The published figures as a file: what the page shows, in its words, and nothing besides. */
import type { Translate } from '#app/i18n/config'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { methodLines } from './method-lines'
import { breakText } from './published-breaks'
import type { PublishedPage } from './published-page'
import { basisSentence, rateSentence, targetSentence } from './published-sentence'
import { saidText } from './said-text'

export async function publishedSheet(t: Translate, page: PublishedPage): Promise<Uint8Array> {
  const text = (words: Parameters<typeof saidText>[1]) => saidText(t, words)
  const columns = (...titles: string[]) => titles.map((title) => ({ title, width: 36 }))
  const [overall, mastery] = [t('awareness.overallRate'), t('awareness.masteryRate')]
  return writeSheet([
    {
      name: t('awareness.published.sheet.summary'),
      columns: columns(t('awareness.published.sheet.figure'), t('awareness.published.sheet.value')),
      rows: [
        [[rateSentence(t, page), targetSentence(t, page)].filter(Boolean).join(' '), basisSentence(t, page)],
        [overall, text(page.overall.words)],
        [mastery, text(page.mastery.words)],
        [t('awareness.published.allCorrect'), text(page.allCorrect.words)],
        ...(page.composite ? [[t('awareness.published.composite'), text(page.composite)]] : []),
        ...(page.about.wave.tier === 'Q' ? [[t('awareness.published.kindQ'), t('awareness.published.qWarning')]] : []),
        ...methodLines(t, page).map((line) => [line.name, line.text]),
        [t('awareness.published.sheet.note'), null],
      ],
    },
    {
      name: t('awareness.published.sheet.streets'),
      columns: columns(t('awareness.street'), overall, mastery),
      rows: page.streets.map((street) => [
        street.name ?? t('awareness.published.streetUnknown'),
        text(street.overall.words),
        text(street.mastery.words),
      ]),
    },
    {
      name: t('awareness.published.sheet.points'),
      columns: columns(t('awareness.point'), t('awareness.module'), t('awareness.published.known')),
      rows: page.points.map(({ label, title, isReliable, words }) => [
        label,
        title,
        isReliable ? text(words) : t('awareness.published.unreliable'),
      ]),
    },
    {
      name: t('awareness.published.sheet.trend'),
      columns: columns(t('awareness.published.day'), overall, mastery, t('awareness.published.comparable')),
      rows: page.trend.map((row, index) => [
        row.day,
        text(row.overall.words),
        text(row.mastery.words),
        breakText(t, row.breaks, index === 0),
      ]),
    },
  ])
}
