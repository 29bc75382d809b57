import { useTranslation } from '#app/i18n/use-translation'
import { Section } from '#app/people/accounts/section'
import { Button } from '#app/ui/button'
import { Select, TextField } from '#app/ui/field'
import { MixedText } from '#app/ui/mixed-text'
import { Notice } from '#app/ui/notice'
import type { Change } from './compare-estimates'
import type { Compared } from './comparison.server'
import type { EstimateState } from './estimate-state'
import { pointsOfChange } from './figure-words'
import { PanelSection } from './panel-section'
import type { Stems } from './report-items'

type FormProps = { state: EstimateState; why: string; whyError: boolean }

/** The next step of an estimate: publish it, or take it back with a reason. */
export function StateForm({ state, why, whyError }: FormProps) {
  const { t } = useTranslation()
  if (state === 'withdrawn') return null
  if (state === 'kept')
    return (
      <Section id="publish" title={t('estimates.page.publish')}>
        <form method="post" className="space-y-4">
          <p>{t('estimates.page.publishLead')}</p>
          <Button name="intent" value="publish">
            {t('estimates.page.publishButton')}
          </Button>
        </form>
      </Section>
    )
  return (
    <Section id="withdraw" title={t('estimates.page.withdraw')}>
      <form method="post" className="space-y-4">
        <p>{t('estimates.page.withdrawLead')}</p>
        <TextField
          name="why"
          label={t('estimates.page.why')}
          hint={t('estimates.page.whyHint')}
          error={whyError ? t('estimates.page.whyMissing') : null}
          defaultValue={why}
          required
          maxLength={500}
        />
        <Button name="intent" value="withdraw" look="secondary">
          {t('estimates.page.withdrawButton')}
        </Button>
      </form>
    </Section>
  )
}

export type OtherEstimate = { id: string; label: string }
type CompareProps = { others: OtherEstimate[]; withId: string | null; compared: Compared | null; stems: Stems }

/** Choosing another estimate of the place, and what changed. */
export function CompareSection({ others, withId, compared, stems }: CompareProps) {
  const { t } = useTranslation()
  const choices = others.map(({ id, label }) => ({ value: id, label, lang: 'zh-CN' }))
  return (
    <Section id="compare" title={t('estimates.compare.title')}>
      {others.length === 0 ? (
        <p>{t('estimates.compare.none')}</p>
      ) : (
        <form method="get" action="#compare" className="grid items-end gap-3 sm:grid-cols-2">
          <Select
            name="with"
            label={t('estimates.compare.with')}
            choices={choices}
            defaultValue={withId ?? undefined}
          />
          <div>
            <Button look="quiet">{t('estimates.compare.button')}</Button>
          </div>
        </form>
      )}
      {compared && !compared.panel && <ComparedLines compared={compared} />}
      {compared?.panel && (
        <>
          <PanelSection panel={compared.panel} isSampled={compared.isSampled} stems={stems} />
          <details>
            <summary className="min-h-11 py-2 font-bold">{t('estimates.compare.panelFold')}</summary>
            <ComparedLines compared={compared} />
          </details>
        </>
      )}
    </Section>
  )
}

function ComparedLines({ compared: { breaks, overall, mastery, anchor, panel, from, to } }: { compared: Compared }) {
  const { t } = useTranslation()
  const why = breaks.map((one) => t(`awareness.published.break.${one}`)).join(t('common.listSeparator'))
  return (
    <div className="space-y-3">
      <p className="tabular-nums">
        {from} → {to}
      </p>
      {breaks.length > 0 && (
        <Notice tone="caution" title={t('estimates.compare.broken')}>
          <p>{t('estimates.compare.brokenLead', { why })}</p>
        </Notice>
      )}
      {overall && <ChangeLine name={t('estimates.rate.overallRate')} change={overall} />}
      {mastery && <ChangeLine name={t('estimates.rate.masteryRate')} change={mastery} />}
      {anchor?.items === 0 && <p>{t('estimates.compare.noAnchor')}</p>}
      {anchor?.change && (
        <ChangeLine name={t('estimates.compare.anchor', { count: anchor.items })} change={anchor.change} />
      )}
      {(overall || anchor?.change) && (
        <p className="text-quiet">{t(panel ? 'estimates.compare.panelWhole' : 'estimates.compare.panel')}</p>
      )}
    </div>
  )
}

function ChangeLine({ name, change: { difference, interval, direction } }: { name: string; change: Change }) {
  const { t } = useTranslation()
  const points =
    difference === null || !interval
      ? t('estimates.compare.notEstimable')
      : t('estimates.compare.points', {
          points: pointsOfChange(difference),
          lower: pointsOfChange(interval.lower),
          upper: pointsOfChange(interval.upper),
        })
  return (
    <p>
      <strong>
        <MixedText text={name} />
      </strong>
      <span className="ml-3 tabular-nums">{points}</span>
      {interval && <span className="ml-3 font-bold">{t(`estimates.compare.${direction}`)}</span>}
    </p>
  )
}
