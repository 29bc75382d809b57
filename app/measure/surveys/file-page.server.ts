/** The steps of importing a finished survey's file, as its page takes them. */

import type { Keys } from '#app/db/sealed.server'
import type { Store } from '#app/db/store.server'
import { textField } from '#app/http/form.server'
import type { Locale } from '#app/i18n/locales'
import type { Trail } from '#app/people/audit/trail'
import type { Scope } from '#app/people/places/scope'
import { uploadedFile } from '#app/people/places/upload.server'
import type { Refusal } from '#app/sheets/refusal'
import { type FileDraft, findSurveyFile, keepSurveyFile } from './file-draft.server'
import { importFile, rememberedMapping } from './file-import.server'
import { guessMapping, type Mapping, readMappingForm } from './file-mapping'
import { type FilePlan, planFile } from './file-plan.server'
import { mappingView, previewView } from './file-view'
import type { Wave } from './waves.server'

type By = { scope: Scope; keys: Keys; wave: Wave; trail: Trail & { accountId: string }; locale: Locale }

/** `problem`: why it did not go on, as a key of surveyFiles.refused. */
export type ImportStep =
  | {
      step: 'upload'
      problem: 'fileMissing' | 'noTable' | 'tooManyRows' | 'expired' | 'waveClosed' | null
      refusal: Refusal | null
    }
  | {
      step: 'map'
      problem: 'alreadyImported' | 'nothingLeft' | null
      mapping: ReturnType<typeof mappingView>
      preview: ReturnType<typeof previewView>
    }

export type ImportAnswer = ImportStep | { step: 'redirect'; query: string } | { step: 'malformed' }

/** With the id of a draft what the file would do, by the mapping kept for such a file or else as it is guessed. */
export async function importPage(store: Store, by: By, draftId: string | null): Promise<ImportStep> {
  if (draftId === null) return upload(null)
  const draft = await findSurveyFile(store, { waveId: by.wave.id, id: draftId }, whose(by))
  if (!draft) return upload('expired')
  const remembered = await rememberedMapping(store, by.wave.id, draft.table.titles)
  const mapping = remembered?.mapping ?? guessMapping(draft.table.titles, by.wave.instrument)
  return mapStep(by, draft, mapping, await planFile(store, by, draft, mapping), {
    remembered: remembered?.name ?? null,
  })
}

/** Takes a file, a mapping that was put right, or the confirmation. */
export async function takeImportForm(store: Store, by: By, form: FormData): Promise<ImportAnswer> {
  const intent = textField(form, 'intent')
  if (intent === null) return keepFile(store, by, form)
  const draft = await findSurveyFile(store, { waveId: by.wave.id, id: textField(form, 'draft') ?? '' }, whose(by))
  if (!draft) return upload('expired')
  const mapping = readMappingForm(form, draft.table.titles, by.wave.instrument)
  if (!mapping) return { step: 'malformed' }
  if (intent !== 'confirm') return mapStep(by, draft, mapping, await planFile(store, by, draft, mapping))
  const imported = await importFile(store, by, { draft, mapping, leavesOut: form.get('leavesOut') === 'yes' })
  if (imported.kind === 'saved') return { step: 'redirect', query: `?saved=${imported.rows}` }
  if (imported.kind === 'waveClosed') return upload('waveClosed')
  if (imported.kind === 'faults') return mapStep(by, draft, mapping, imported.plan)
  return mapStep(by, draft, mapping, await planFile(store, by, draft, mapping), { problem: imported.kind })
}

async function keepFile(store: Store, by: By, form: FormData): Promise<ImportAnswer> {
  const bytes = await uploadedFile(form)
  const file = form.get('file')
  if (!bytes || !(file instanceof File)) return upload('fileMissing')
  const { id: waveId, instrument } = by.wave
  const kept = await keepSurveyFile(store, { waveId, instrument, file: { name: file.name, bytes } }, whose(by))
  if (kept.ok) return { step: 'redirect', query: `?draft=${kept.draftId}` }
  return kept.why === 'refused' ? { step: 'upload', problem: null, refusal: kept.refusal } : upload(kept.why)
}

const whose = ({ trail, keys }: By) => ({ accountId: trail.accountId, keys, now: trail.now })

const upload = (problem: Extract<ImportStep, { step: 'upload' }>['problem']): ImportStep => ({
  step: 'upload',
  problem,
  refusal: null,
})

function mapStep(
  { wave, locale }: By,
  draft: FileDraft,
  mapping: Mapping,
  plan: FilePlan,
  {
    remembered = null,
    problem = null,
  }: { remembered?: string | null; problem?: 'alreadyImported' | 'nothingLeft' | null } = {},
): ImportStep {
  return {
    step: 'map',
    problem: problem ?? (plan.isImported ? 'alreadyImported' : null),
    mapping: mappingView(draft, mapping, wave, { locale, remembered }),
    preview: previewView(plan, wave.instrument, locale),
  }
}
