import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { MixedText } from '#app/ui/mixed-text'
import { choiceField, SAME } from './import-choice'
import type { Candidate, RowView } from './import-page.server'

type Props = { rows: RowView[]; page: number; tab: 'conflict' | 'duplicate'; isOpen: boolean }

/** For each row: the same person (which one), another one, or left out. Nothing is chosen for anybody. */
export function ChoiceForm({ rows, page, tab, isOpen }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" className="space-y-4">
      <input type="hidden" name="tab" value={tab} />
      <input type="hidden" name="page" value={page} />
      {rows.map((row) => (
        <RowChoice key={row.rowNumber} row={row} isOpen={isOpen} />
      ))}
      {isOpen && (
        <Button name="intent" value="choose">
          {t('rosters.import.choice.save')}
        </Button>
      )}
    </form>
  )
}

function RowChoice({ row, isOpen }: { row: RowView; isOpen: boolean }) {
  const { t } = useTranslation()
  const described = useDescription()
  const name = choiceField(row.rowNumber)
  const chosen = row.choice ?? 'skip'
  return (
    <fieldset className="card p-4" disabled={!isOpen}>
      <legend className="float-left mb-3 w-full font-bold">
        <MixedText text={t('rosters.import.choice.legend', { row: row.rowNumber, person: described(row) })} />
      </legend>
      <div className="clear-both space-y-2">
        {isReason(row.why) && <p className="text-quiet">{t(`rosters.import.why.${row.why}`)}</p>}
        {row.candidates.map((candidate) => (
          <label key={candidate.id} className="choice">
            <input
              type="radio"
              name={name}
              value={`${SAME}${candidate.id}`}
              defaultChecked={chosen === 'same' && (candidate.rowNumber !== null || candidate.id === row.personId)}
            />
            <span>
              <MixedText
                text={t(candidate.rowNumber === null ? 'rosters.import.choice.same' : 'rosters.import.choice.sameRow', {
                  row: candidate.rowNumber ?? 0,
                  person: described(candidate),
                })}
              />
            </span>
          </label>
        ))}
        {(['other', 'skip'] as const).map((choice) => (
          <label key={choice} className="choice">
            <input type="radio" name={name} value={choice} defaultChecked={chosen === choice} />
            <span>{t(`rosters.import.choice.${choice}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** Somebody in a few words: name, group, year of birth, the end of the phone. */
function useDescription() {
  const { t } = useTranslation()
  return ({
    name,
    groupName,
    birthYear,
    phoneTail,
  }: Pick<Candidate, 'groupName' | 'birthYear' | 'phoneTail'> & { name: string | null }) =>
    [
      name,
      groupName,
      birthYear && t('rosters.import.row.born', { year: birthYear }),
      phoneTail && t('rosters.import.row.phone', { tail: phoneTail }),
    ]
      .filter(Boolean)
      .join(' · ')
}

const REASONS = ['several', 'contradiction', 'samePhone', 'taken'] as const
const isReason = (why: string | null): why is (typeof REASONS)[number] => REASONS.some((reason) => reason === why)
