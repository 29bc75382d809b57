import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { refusal } from '#app/http/door'
import { zhCN } from '#app/i18n/config'
import { MOST_UPLOAD_BYTES } from '#app/sheets/limits'
import { atDesk, HERE, newOrganization } from '../support/desk'
import { csvOf, fixture, listOf, rowsOf, sendUpload, upload } from '../support/import-files'

const sheet = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/sheets/${name}`))

let organizer: Awaited<ReturnType<typeof atDesk>>
let organization: string

beforeAll(async () => {
  organization = (await newOrganization(HERE, 'community')).id
  organizer = await atDesk('organizer', { regionCode: HERE })
})

const refusals = zhCN.sheets.refusals
const ours = zhCN.rosters.import.refusal

const wide = (columns: number) =>
  listOf([['姓名', ...Array.from({ length: columns - 1 }, (_, at) => `列${at}`)], ['王芳']])

const REFUSED: [string, string, () => Uint8Array | Promise<Uint8Array>, string][] = [
  ['an old .xls that was renamed', '名单.xlsx', () => sheet('old.xls'), refusals['old-xls']],
  ['a web page saved as .xls', '名单.xls', () => sheet('page.xls'), refusals.html],
  ['a file with a password', '名单.xlsx', () => sheet('locked.xlsx'), refusals.password],
  ['a zip bomb', '名单.xlsx', () => sheet('bomb.xlsx'), refusals['unpacks-too-large']],
  ['a letter', '名单.xlsx', () => sheet('letter.docx'), refusals['not-a-sheet']],
  ['an empty file', '名单.xlsx', () => new Uint8Array(), refusals.empty],
  ['half a file', '名单.xlsx', () => fixture('merged-title.xlsx').slice(0, 3000), refusals.damaged],
  ['1,000 columns', '名单.xlsx', () => wide(1000), refusals['too-many-columns']],
  ['two encodings in one file', '名单.csv', () => fixture('mixed.csv'), refusals.encoding],
  ['rows of blanks', '名单.csv', () => csvOf(`姓名,手机\n${' , \n'.repeat(300)}`), ours.noRows],
  ['no header', '名单.csv', () => csvOf('王芳,13800000001\n李强,13800000002\n'), ours.noHeader],
  ['a header below the tenth row', '名单.csv', () => csvOf(`${'说明\n'.repeat(11)}姓名,手机\n王芳,\n`), ours.noHeader],
]

describe('refused, with what to do', () => {
  test.each(REFUSED)('%s', async (_, fileName, bytes, sentence) => {
    const list = await upload(organizer, { bytes: await bytes(), fileName, organization })
    expect(list.status).toBe('refused')
    const html = await organizer.html(list.path)
    expect(html).toContain(sentence)
    expect(html).toContain(zhCN.rosters.import.page.again)
    expect(await rowsOf(list.id)).toEqual([])
  })

  test('200 MB is refused at the door, before it is read', () => {
    const knock = (length: number) =>
      refusal({
        method: 'POST',
        url: '/desk/imports/new',
        headers: { 'content-length': String(length), 'sec-fetch-site': 'same-origin' },
        host: 'localhost',
      })
    expect(knock(200 * 2 ** 20)).toBe(413)
    expect(knock(MOST_UPLOAD_BYTES - 1)).toBe(null)
  })

  test.each([
    ['no file', { bytes: new Uint8Array(), fileName: '' }, zhCN.rosters.import.form.noFile],
    ['a role nobody has', { bytes: csvOf('姓名\n王芳'), role: 'king' }, zhCN.rosters.import.form.roleWrong],
    [
      'an organization nobody has',
      { bytes: csvOf('姓名\n王芳'), organization: '没有' },
      zhCN.rosters.import.form.noOrganization,
    ],
  ])('%s: the form says so and keeps what was typed', async (_, given, sentence) => {
    const response = await sendUpload(organizer, { organization, ...given })
    expect(response.status).toBe(400)
    expect(await response.text()).toContain(sentence)
  })

  test('a body that is no form', async () => {
    const response = await organizer.send('/desk/imports/new', { method: 'POST', body: 'x' })
    expect(response.status).toBe(400)
  })
})

describe('read, whatever it looks like', () => {
  const namesIn = async (list: { id: string }) => (await rowsOf(list.id)).map(({ name }) => name)

  test('titles above the header, spaces in phones, numbers as phones, blank rows', async () => {
    const list = await upload(organizer, { bytes: fixture('merged-title.xlsx'), organization })
    expect(list).toMatchObject({ status: 'ready', headerRow: 4, rowsRead: 6, sheetName: '居民名册' })
    expect((await rowsOf(list.id)).map(({ phoneTail }) => phoneTail)).toEqual([
      '0001',
      '0002',
      '0003',
      null,
      '0005',
      '0006',
    ])
  })

  test('GB18030 with the rarest names', async () => {
    const list = await upload(organizer, { bytes: fixture('gb18030.csv'), fileName: '名单.csv', organization })
    expect(list).toMatchObject({ status: 'ready', encoding: 'gb18030' })
    expect(await namesIn(list)).toEqual(['王芳', '李强', '𬭎志远', '䶮小雨', '㐂子'])
  })

  test('formulas give their values, dates their year', async () => {
    const list = await upload(organizer, { bytes: fixture('formulas.xlsx'), organization })
    expect((await rowsOf(list.id)).map(({ birthYear }) => birthYear)).toEqual([1968, 1975])
  })

  test('an ID number that Excel has spoilt is a fault in its row, and the others pass', async () => {
    const list = await upload(organizer, { bytes: fixture('scientific.xlsx'), organization })
    expect(list.counts).toEqual({ fault: 2, new: 1 })
    const html = await organizer.html(`${list.path}?tab=fault`)
    expect(html).toContain('9.90101E+17')
    expect(html).toContain('请把这一列的格式改成“文本”')
  })

  test('every fault of a row at once: column, value, remedy', async () => {
    const bytes = csvOf('姓名,手机,性别\n,1380013,猫\n')
    const list = await upload(organizer, { bytes, fileName: '名单.csv', organization })
    const [row] = await rowsOf(list.id)
    expect(row?.faults).toEqual([
      { column: '姓名', value: null, problem: 'nameMissing' },
      { column: '手机', value: '138**13', problem: 'phoneNotAPhone' },
      { column: '性别', value: '猫', problem: 'sexUnknown' },
    ])
  })
})
