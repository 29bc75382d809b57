import { z } from 'zod'
import { isId } from '#app/db/ids'
import type { Store } from '#app/db/store.server'
import { badRequest } from '#app/http/answers'
import { type QrModules, qrModules } from '#app/http/qr-modules.server'
import { readFields } from '#app/http/read-fields'
import type { Translate } from '#app/i18n/config'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { writeSheet } from '#app/sheets/write-sheet.server'
import { kishRow } from './interview'
import { makeLinks, type UnitLink } from './tokens.server'
import type { Wave } from './waves.server'

const linksForm = z.object({
  intent: z.literal('make'),
  /** One cluster; empty: all units that could be sent a link. */
  cluster: z.string().refine((text) => text === '' || isId(text)),
  confirm: z.literal('yes').optional(),
})

export type LinksProblem = 'notConfirmed' | 'tooMany' | 'nobody'

/** Makes the links that a form asks for. A form that no page of ours sends is thrown out with 400. */
export async function takeLinksForm(
  store: Store,
  scope: Scope,
  { waveId, form, trail }: { waveId: string; form: FormData; trail: Trail },
): Promise<{ links: UnitLink[] } | { problem: LinksProblem }> {
  const read = readFields(form, linksForm)
  if (!read.ok) return badRequest()
  if (!read.value.confirm) return { problem: 'notConfirmed' }
  const links = await makeLinks(store, scope, { waveId, clusterId: read.value.cluster || null }, trail)
  if (links === null) return { problem: 'tooMany' }
  return links.length === 0 ? { problem: 'nobody' } : { links }
}

export type Letter = {
  code: string
  clusterName: string | null
  number: number | null
  url: string
  modules: QrModules
  /** Whom to ask by how many could be, as the interviewers have it; null where nobody is chosen by a grid. */
  whom: number[] | null
}

const whomAt = ({ seed, design }: Wave, code: string): number[] | null =>
  design.household === 'kish' && seed !== null ? kishRow(seed, code) : null

const urlOf = (origin: string, token: string) => `${origin}/survey/answer?t=${token}`

/** One letter a unit, with the link as a QR code. */
export const lettersOf = (links: UnitLink[], { origin, wave }: { origin: string; wave: Wave }): Letter[] =>
  links.map(({ code, clusterName, number, token }) => {
    const url = urlOf(origin, token)
    return { code, clusterName, number, url, modules: qrModules(url), whom: whomAt(wave, code) }
  })

/** The same as a spreadsheet. */
export function linksSheet(
  links: UnitLink[],
  { origin, wave, t }: { origin: string; wave: Wave; t: Translate },
): Promise<Uint8Array> {
  const columns = [
    { title: t('answering.interview.code'), width: 12 },
    { title: t('answering.links.cluster'), width: 24 },
    { title: t('answering.interview.number'), width: 12 },
    { title: t('answering.links.whom'), width: 24 },
    { title: t('answering.links.link'), width: 60 },
    { title: t('answering.links.until'), width: 14 },
  ]
  const rows = links.map(({ code, clusterName, number, token }) => [
    code,
    clusterName,
    number,
    whomAt(wave, code)?.join('、') ?? '',
    urlOf(origin, token),
    wave.fieldTo,
  ])
  return writeSheet([{ name: t('answering.links.sheetName'), columns, rows }])
}
