import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import { newId } from '#app/db/ids'
import { createSqliteStore } from '#app/db/sqlite.server'
import { defaultSettings } from '#app/measure/awareness/estimate-input'
import { readEstimateInput } from '#app/measure/awareness/estimate-input.server'
import { freezeEstimate } from '#app/measure/awareness/estimates.server'
import { verifyEstimates } from '#app/measure/awareness/verify-estimates.server'
import { wholeDistrict } from '#app/people/places/scope'
import { newAccount } from '../support/desk'
import { keptEstimateOf } from '../support/kept-estimate'
import { answeredWave, answerUnits, DISTRICT, openedFollowUp } from '../support/waves'
import { createWorld, rawDatabase } from '../support/world'

const folder = mkdtempSync(join(tmpdir(), 'zhihuo-'))
const file = join(folder, 'district.db')
const { store } = await createWorld(createSqliteStore(file))
afterAll(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const lead = await newAccount('survey-lead', { regionCode: DISTRICT }, store)
const wave = await answeredWave(store)
const options = { scope: wholeDistrict, settings: defaultSettings, now: new Date() }
const input = (await readEstimateInput(store, wave, options)) ?? expect.unreachable('not closed')
const freeze = async () => {
  const id = newId()
  const by = { trail: { ...lead.trail, accountId: lead.id }, id }
  await freezeEstimate(store, by, { input, regionId: wave.regionId, note: '' })
  return id
}
const damage = (id: string, column: 'input' | 'result', text: string) =>
  rawDatabase(store).prepare(`update estimates set ${column} = ? where id = ?`).run(text, id)

const run = (...given: string[]) =>
  promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/verify-estimates.ts', ...given], {
    env: { ...process.env, DATABASE_FILE: file },
  }).then(
    ({ stdout }) => ({ code: 0, said: stdout }),
    ({ code, stderr }) => ({ code, said: stderr as string }),
  )

test('an estimate that cannot be read is named with its wave, and the others are computed again', async () => {
  const [cut, strange, wrong, whole] = [await freeze(), await freeze(), await freeze(), await freeze()]
  await keptEstimateOf(store, await answerUnits(store, await openedFollowUp(store, wave), { units: 25 }))
  expect(await run()).toEqual({ code: 0, said: expect.stringContaining('Computed 5 estimates') })
  damage(cut, 'input', '{"wave":{"id"')
  damage(strange, 'input', JSON.stringify({ ...input, colour: 'red' }))
  damage(wrong, 'result', 'null')
  const named = (id: string) => `Estimate ${id} of wave ${wave.id} cannot be read: `
  expect(await verifyEstimates(store)).toEqual({
    checked: 2,
    unreadable: [
      `${named(cut)}its input is not JSON.`,
      `${named(strange)}its input has a shape that this version does not know.`,
      `${named(wrong)}its result has a shape that this version does not know.`,
    ],
    differences: [],
  })
  const { code, said } = await run()
  expect(code).toBe(1)
  expect(said).toContain(named(cut))
  expect(said).toContain('3 estimates cannot be read, and 0 values of the 2 others differ')
  expect(said).not.toMatch(/\n\s+at /)
  expect((await run(cut)).code).toBe(1)
  expect((await run(whole)).code).toBe(0)
  expect(await run(newId())).toMatchObject({ code: 1, said: expect.stringContaining('There is no estimate') })
}, 60_000)
