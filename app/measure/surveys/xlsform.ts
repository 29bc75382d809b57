/**
 * The instrument as an XLSForm for KoboToolbox and ODK (xlsform.org): names are our ids, so that the answers come back
 * without anybody saying which column is which. No key stands in it. Pure.
 */
import type { Instrument } from '#app/content/schema'
import { paperOrder, type SheetItem, sheetView } from './answer-view'
import { UNIT_SIGNS } from './unit-code'
import type { WaveDesign } from './wave'

export type XlsForm = {
  survey: string[][]
  choices: string[][]
  settings: string[][]
}

export type XlsFormOf = {
  instrument: Instrument
  name: string
  ageFrom: number
  ageTo: number
  hasUnits: boolean
  design: Pick<WaveDesign, 'household'>
}

const LABELS = ['label::中文 (zh)', 'label::English (en)']
const SURVEY_TITLES = [
  'type',
  'name',
  ...LABELS,
  'required',
  'relevant',
  'constraint',
  'constraint_message::中文 (zh)',
  'constraint_message::English (en)',
]

type Line = {
  type: string
  name?: string
  zh?: string
  en?: string
  required?: boolean
  constraint?: string
  because?: { zh: string; en: string }
}

/** Rows of the three sheets, the first of each the titles. */
export function xlsForm(of: XlsFormOf): XlsForm {
  const { instrument } = of
  const zh = sheetView(instrument, paperOrder(instrument), 'zh-CN')
  const en = sheetView(instrument, paperOrder(instrument), 'en')
  const english = en.textLocale === 'en' ? en : null
  const lines: Line[] = [...personLines(of)]
  const choices: string[][] = [['list_name', 'name', ...LABELS], ...PERSON_CHOICES]
  for (const [at, { id, introduction, items }] of zh.sections.entries()) {
    const other = english?.sections[at]
    lines.push({ type: 'begin_group', name: id, zh: zh.title, en: english?.title })
    if (introduction)
      lines.push({ type: 'note', name: `${id}-introduction`, zh: introduction, en: other?.introduction })
    for (const [place, item] of items.entries()) {
      const twin = other?.items[place]
      lines.push(itemLine(item, twin))
      choices.push(
        ...item.options.map((option, number) => [item.id, option.id, option.text, twin?.options[number]?.text ?? '']),
      )
    }
    lines.push({ type: 'end_group' })
  }
  return { survey: [SURVEY_TITLES, ...lines.map(cellsOf)], choices, settings: settingsOf(of, zh.title) }
}

const cellsOf = ({ type, name = '', zh = '', en = '', required, constraint = '', because }: Line): string[] => [
  ...[type, name, zh, en, required ? 'yes' : '', '', constraint],
  ...[because?.zh ?? '', because?.en ?? ''],
]

/** A multiple choice may not hold 以上都没有 or 不清楚 beside anything else. */
function itemLine({ id, isMultiple, stem, alone }: SheetItem, twin: SheetItem | undefined): Line {
  const line = { type: `${isMultiple ? 'select_multiple' : 'select_one'} ${id}`, name: id, zh: stem, en: twin?.stem }
  if (alone.length === 0) return line
  const isAlone = alone.map((option) => `selected(., '${option}')`).join(' or ')
  const because = {
    zh: '“都没有”“不清楚”不能和别的选项一起选。',
    en: '“None” and “Not sure” cannot go with another answer.',
  }
  return { ...line, constraint: `count-selected(.) <= 1 or not(${isAlone})`, because }
}

function personLines({ ageFrom, ageTo, hasUnits, design }: XlsFormOf): Line[] {
  const signs = `[${UNIT_SIGNS}${UNIT_SIGNS.toLowerCase().replace(/\d/g, '')}]`
  const unit: Line = {
    type: 'text',
    name: 'unit_code',
    zh: '样本编号（信封或名单上的 5 位）',
    en: 'Code of the household (5 signs, on the letter or the list)',
    required: true,
    constraint: `regex(., '^${signs}{5}$')`,
    because: { zh: '编号是 5 位，没有 0、1、I、L、O。', en: 'The code has 5 signs and no 0, 1, I, L or O.' },
  }
  return [
    { type: 'start', name: 'start' },
    { type: 'end', name: 'end' },
    ...(hasUnits
      ? [unit]
      : [
          {
            type: 'text',
            name: 'street',
            zh: '所在街道或乡镇（名称或编码）',
            en: 'Street office or township (name or code)',
          },
        ]),
    ...(design.household === 'same' ? [AGAIN] : []),
    { type: 'select_one sex', name: 'sex', zh: '性别', en: 'Sex' },
    {
      type: 'integer',
      name: 'age',
      zh: '年龄（周岁）',
      en: 'Age',
      constraint: `. >= ${ageFrom} and . <= ${ageTo}`,
      because: {
        zh: `这次只问 ${ageFrom}–${ageTo} 岁的人。`,
        en: `Only people from ${ageFrom} to ${ageTo} are asked.`,
      },
    },
    // Without a code there is no household that the number could belong to.
    ...(hasUnits && design.household === 'kish' ? [eligibleLine(ageFrom, ageTo)] : []),
    { type: 'select_one mode', name: 'mode', zh: '怎么问的', en: 'How the person was asked' },
    { type: 'select_one proxy', name: 'proxy', zh: '是不是别人代填', en: 'Did somebody else write the answers down?' },
  ]
}

/** A follow-up: only the same person, who is told what becomes of the answers. */
const AGAIN: Line = {
  type: 'note',
  name: 'again',
  zh: '只问上次答过这份问卷的那一位，不要换人。先说明：这次的答案会和上次的对在一起，只用来算大家变了多少，不记名字。',
  en: 'Ask only the person who answered last time. Say first: these answers will be put beside those of last time, only to see how much people have changed; no names are kept.',
}

const eligibleLine = (from: number, to: number): Line => ({
  type: 'integer',
  name: 'eligible',
  zh: `住在这里、${from}–${to} 岁的有几位（连您在内）`,
  en: `How many people aged ${from} to ${to} live here, you included`,
  constraint: '. >= 1 and . <= 99',
  because: { zh: '人数请写 1–99 的数字。', en: 'Please write a number from 1 to 99.' },
})

const PERSON_CHOICES = [
  ['sex', 'female', '女', 'Female'],
  ['sex', 'male', '男', 'Male'],
  ['mode', 'face', '当面', 'Face to face'],
  ['mode', 'phone', '电话', 'By telephone'],
  ['proxy', 'no', '不是', 'No'],
  ['proxy', 'yes', '是', 'Yes'],
]

const settingsOf = ({ instrument, name }: XlsFormOf, title: string): string[][] => [
  ['form_title', 'form_id', 'version', 'default_language'],
  [`${title} ${name}`, instrument.id, instrument.version, '中文 (zh)'],
]
