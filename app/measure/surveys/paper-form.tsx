import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField, Tick } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import type { SheetItem, SheetView } from './answer-view'
import { letterAt, letterField, type PaperReturned } from './paper'

type Props = {
  view: SheetView
  id: string
  ages: { from: number; to: number }
  asksEligible: boolean
  returned: PaperReturned | null
}

const FAULTS = [
  'ageNumber',
  'ageFrame',
  'eligibleNumber',
  'codeWrong',
  'codeUnknown',
  'codeTaken',
  'sexLetter',
  'letterUnknown',
  'letterTooMany',
  'contradiction',
] as const

/** One paper, typed in with the keyboard: the code, then a letter an item. What was typed can be changed until it is saved. */
export function PaperForm({ view, id, ages, asksEligible, returned }: Props) {
  const { t } = useTranslation()
  const typed = returned?.typed ?? {}
  const fault = (name: string): string | null => {
    const known = FAULTS.find((one) => one === returned?.errors[name])
    return known ? t(`answering.fault.${known}`, ages) : null
  }
  const items = view.sections.flatMap((section) => section.items)
  return (
    <form method="post" className="space-y-5" autoComplete="off">
      <input type="hidden" name="id" value={typed.id ?? id} />
      {returned && <WhyReturned returned={returned} />}
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField
          name="code"
          label={t('answering.paper.code')}
          hint={t('answering.paper.codeHint')}
          error={fault('code')}
          defaultValue={typed.code}
          maxLength={20}
        />
        <TextField
          name="sex"
          label={t('answering.paper.sex')}
          hint={t('answering.paper.sexHint')}
          error={fault('sex')}
          defaultValue={typed.sex}
          maxLength={4}
        />
        <TextField
          name="age"
          inputMode="numeric"
          label={t('answering.paper.age')}
          hint={t('answering.paper.ageHint', ages)}
          error={fault('age')}
          defaultValue={typed.age}
          maxLength={4}
        />
      </div>
      {asksEligible && (
        <TextField
          name="eligible"
          inputMode="numeric"
          label={t('answering.form.eligible', ages)}
          error={fault('eligible')}
          defaultValue={typed.eligible}
          maxLength={4}
        />
      )}
      <ol className="space-y-3">
        {items.map((item, at) => (
          <LetterRow
            key={item.id}
            item={item}
            number={at + 1}
            lang={view.textLocale}
            typed={typed[letterField(item.id)]}
            fault={fault(letterField(item.id))}
            isMissing={returned !== null && !typed[letterField(item.id)]}
          />
        ))}
      </ol>
      <Tick name="proxy" defaultChecked={typed.proxy === 'yes'}>
        {t('answering.interview.proxy')}
      </Tick>
      {returned && returned.blank > 0 && (
        <Tick name="anyway">{t('answering.paper.blankConfirm', { count: returned.blank })}</Tick>
      )}
      <Button>{t('answering.paper.save')}</Button>
    </form>
  )
}

function WhyReturned({ returned: { errors, blank } }: { returned: PaperReturned }) {
  const { t } = useTranslation()
  const wrong = Object.keys(errors).length
  if (wrong > 0) return <Notice tone="caution" title={t('desk.form.check', { count: wrong })} live />
  return (
    <Notice tone="caution" title={t('survey.blankTitle', { count: blank })} live>
      <p>{t('answering.paper.blankText')}</p>
    </Notice>
  )
}

type RowProps = {
  item: SheetItem
  number: number
  lang: string
  typed: string | undefined
  fault: string | null
  isMissing: boolean
}

function LetterRow({ item, number, lang, typed, fault, isMissing }: RowProps) {
  const { t } = useTranslation()
  const name = letterField(item.id)
  const letters = t('answering.paper.letters', { last: letterAt(item.options.length - 1) })
  return (
    <li className={`grid grid-cols-[6rem_1fr] items-start gap-3 rounded-lg ${isMissing ? 'bg-amber-soft' : ''}`}>
      <input
        id={name}
        name={name}
        defaultValue={typed}
        maxLength={20}
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={fault ? true : undefined}
        aria-describedby={`${name}-hint`}
        className="min-h-12 w-full rounded-lg border-2 border-line bg-sheet px-3 font-bold tracking-widest uppercase aria-invalid:border-fire"
      />
      <div className="min-w-0">
        <label htmlFor={name}>
          {number}. <span lang={lang}>{item.stem}</span>
        </label>
        <p id={`${name}-hint`} className={fault ? 'font-bold text-fire' : 'text-quiet'}>
          {fault ?? (item.isMultiple ? t('answering.paper.lettersMany', { letters }) : letters)}
        </p>
      </div>
    </li>
  )
}
