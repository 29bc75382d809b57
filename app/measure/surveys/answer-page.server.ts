import { createHash } from 'node:crypto'
import type { Store } from '#app/db/store.server'
import type { Locale } from '#app/i18n/locales'
import { listStreets } from '#app/people/places/regions.server'
import { takesAnswers } from './answer-source.server'
import { sheetView } from './answer-view'
import { readFrozenInstrument } from './frozen-instrument'
import { answerTokenHash, findUnitByToken } from './tokens.server'
import { waveDesign } from './wave'

export type Invitation = Awaited<ReturnType<typeof findInvitation>>
type OpenInvitation = Exclude<Invitation, { state: 'unknown' | 'closed' }>

/** What a token leads to now. Used: somebody has answered with it, or the interviewer was faster. */
export async function findInvitation(store: Store, token: string, now: Date) {
  const found = await findUnitByToken(store, token)
  if (!found) return { state: 'unknown' as const }
  const { unitId, isAnswered, clusterId } = found
  const { id, ageFrom, ageTo, instrument, design } = found.wave
  if (!isAnswered && !takesAnswers(found.wave, now)) return { state: 'closed' as const }
  return {
    state: isAnswered ? ('used' as const) : ('open' as const),
    unitId,
    hash: answerTokenHash(token),
    draftKey: draftName(answerTokenHash(token)),
    asksStreet: clusterId === null,
    asksEligible: waveDesign.parse(design).household === 'kish',
    asksAgain: waveDesign.parse(design).household === 'same',
    wave: { id, ageFrom, ageTo, instrument: readFrozenInstrument(instrument) },
  }
}

/** The questionnaire for whoever holds the link; without the token, the hash and the key. */
export async function loadAnswerPage(
  store: Store,
  { wave, hash, draftKey, asksStreet, asksEligible, asksAgain }: OpenInvitation,
  { locale, id, now }: { locale: Locale; id: string; now: Date },
) {
  return {
    view: sheetView(wave.instrument, hash, locale),
    id,
    draftKey,
    began: now.getTime(),
    ages: { from: wave.ageFrom, to: wave.ageTo },
    asksEligible,
    asksAgain,
    streets: asksStreet ? (await listStreets(store)).map(({ id, name }) => ({ id, name })) : [],
  }
}

/** Names the draft of one link on a device, without telling the link. */
const draftName = (hash: string): string => createHash('sha256').update(hash).digest('base64url').slice(0, 16)
