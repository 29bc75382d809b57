/** Who a row is about, from the columns that may say it twice: birth, sex and the ID number must not contradict. */
import type { Cell } from '#app/sheets/cell'
import { type Birth, birthOf, isSameBirthYear } from './birth'
import { plainText } from './cell-text'
import { isAgeTitle } from './column-titles'
import { type IdNumber, idNumberOf, idTailOf } from './id-number'
import { empty, faulty, given, type Reading } from './problems'
import type { RowCells } from './row-cells'

export type Sex = 'female' | 'male'
export type Identity = { birth: Birth | null; sex: Sex | null; idNumber: string | null; idTail: string | null }

/** What is not in its own column is taken from the ID number, if there is one. */
export function readIdentity(cells: RowCells, today: string): Identity {
  const id = cells.take('idNumber', idNumberOf(cells.cell('idNumber'), today))
  const idTail = cells.take('idTail', idTailOf(cells.cell('idTail')))
  const isAge = isAgeTitle(cells.title('birth') ?? '')
  const birth = cells.take('birth', birthOf(cells.cell('birth'), { today, isAge }))
  const sex = cells.take('sex', sexOf(cells.cell('sex')))
  if (id && idTail && id.tail !== idTail) cells.blame('idTail', 'idTailContradictsId')
  if (id?.birth && birth && !isSameBirth(birth, id.birth)) cells.blame('birth', 'birthContradictsId')
  if (id?.sex && sex && id.sex !== sex) cells.blame('sex', 'sexContradictsId')
  return {
    birth: surestBirth(birth, id),
    sex: sex ?? id?.sex ?? null,
    idNumber: id?.number ?? null,
    idTail: id?.tail ?? idTail,
  }
}

/** The sex in a cell, by word, by the codes of GB/T 2261.1 (1 男, 2 女), or in English. Not known reads as empty. */
export function sexOf(cell: Cell): Reading<Sex> {
  const text = plainText(cell)
    .replace(/[\s.\-、]/g, '')
    .toLowerCase()
  if (['', '未知', '不详', '未说明', '0', '9'].includes(text)) return empty
  if (/^(1|1?男性?|m|male)$/.test(text)) return given('male')
  return /^(2|2?女性?|f|female)$/.test(text) ? given('female') : faulty('sexUnknown')
}

const isSameBirth = (birth: Birth, ofId: Birth): boolean =>
  isSameBirthYear(birth.year, ofId.year, birth.isApproximate === true) &&
  (birth.day === undefined || birth.day === ofId.day)

function surestBirth(birth: Birth | null, id: IdNumber | null): Birth | null {
  if (!id?.birth) return birth
  return birth === null || birth.isApproximate || birth.year === id.birth.year ? id.birth : birth
}
