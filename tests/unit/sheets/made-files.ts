/** Small files for the sheet tests, read from the fixtures or put together part by part. */
import { readFileSync } from 'node:fs'
import type { SheetRow } from '#app/sheets/cell'
import { type ReadOptions, readSheet } from '#app/sheets/read-sheet.server'
import { zipWriter } from '#app/sheets/worker/zip-writer.mjs'

export const fixture = (name: string): Uint8Array => readFileSync(`tests/fixtures/sheets/${name}`)

/** Everything that readSheet hands over, and what it says at the end. */
export async function readAll(bytes: Uint8Array, options?: ReadOptions) {
  const rows: SheetRow[] = []
  const read = await readSheet(bytes, async (batch) => void rows.push(...batch), options)
  return { read, rows }
}

export async function refusalOf(bytes: Uint8Array, options?: ReadOptions): Promise<string> {
  const { read } = await readAll(bytes, options)
  return read.ok ? 'read' : read.refusal
}

/** A CSV file in the encoding that Node knows by that name. */
export const csv = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Buffer.from(text, encoding)

type Parts = {
  /** What stands between <sheetData> and its end, one text a sheet. */
  sheets: string[]
  /** Attributes of each <sheet>. */
  attributes?: string[]
  sharedStrings?: string
  styles?: string
  workbookPr?: string
  head?: string
}

/** An .xlsx file with exactly these parts. */
export async function xlsx({ sheets, attributes = [], sharedStrings, styles, workbookPr = '', head = '' }: Parts) {
  const numbers = sheets.map((_, at) => at + 1)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook>${workbookPr}<sheets>${numbers.map((n) => `<sheet name="S${n}" sheetId="${n}" r:id="r${n}" ${attributes[n - 1] ?? ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${numbers.map((n) => `<Relationship Id="r${n}" Type="x/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map((data, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `${head}<worksheet><sheetData>${data}</sheetData></worksheet>`,
      ]),
    ),
    ...(sharedStrings === undefined ? {} : { 'xl/sharedStrings.xml': `<sst>${sharedStrings}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet>${styles}</styleSheet>` }),
  }
  return zip(parts)
}

export async function zip(parts: Record<string, string>): Promise<Buffer> {
  const writer = zipWriter()
  for (const [name, content] of Object.entries(parts)) await writer.add(name, [content])
  return writer.finish()
}
