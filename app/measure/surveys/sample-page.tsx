import { useTranslation } from '#app/i18n/use-translation'
import type { Failed } from '#app/people/places/problem-text'
import { Button } from '#app/ui/button'
import { Select, TextField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import type { SampleStreet, SampleUnit } from './sample-view.server'

type DrawProps = { isCodes: boolean; seed: string | null; failed: Failed | null }

/** Drawing the sample, or making codes where nobody is drawn. Drawn before, it is drawn anew. */
export function DrawForm({ isCodes, seed, failed }: DrawProps) {
  const { t } = useTranslation()
  const errors = failed?.form === 'draw' ? failed.errors : {}
  return (
    <form method="post" className="card max-w-3xl space-y-4 p-4">
      {errors.form && (
        <Notice tone="bad" live>
          <p>{errors.form}</p>
        </Notice>
      )}
      <p>{t(isCodes ? 'waves.sample.codesText' : 'waves.sample.drawText')}</p>
      {isCodes && (
        <TextField
          name="count"
          label={t('waves.sample.count')}
          inputMode="numeric"
          maxLength={6}
          defaultValue={failed?.typed.count ?? '100'}
          error={errors.count ?? null}
        />
      )}
      <details className="card px-4" open={Boolean(errors.seed)}>
        <summary className="min-h-11 py-2">{t('waves.sample.seedFold')}</summary>
        <div className="pb-4">
          <TextField
            name="seed"
            label={t('waves.sample.seed')}
            hint={t('waves.sample.seedHint')}
            maxLength={20}
            autoComplete="off"
            defaultValue={failed?.typed.seed ?? ''}
            error={errors.seed ?? null}
          />
        </div>
      </details>
      {seed && <p className="text-quiet">{t('waves.sample.again')}</p>}
      <Button name="intent" value="draw" look={seed ? 'secondary' : 'primary'}>
        {t(isCodes ? 'waves.sample.makeCodes' : seed ? 'waves.sample.drawAgain' : 'waves.sample.draw')}
      </Button>
    </form>
  )
}

type AssignProps = {
  streets: SampleStreet[]
  interviewers: { id: string; name: string; login: string }[]
  canAssign: boolean
  failed: Failed | null
}

/** The drawn communities by street with their units, and who visits them. */
export function SampleList({ streets, interviewers, canAssign, failed }: AssignProps) {
  const { t } = useTranslation()
  const error = failed?.form === 'assign' ? failed.errors.form : null
  return (
    <form method="post" className="space-y-6">
      {error && (
        <Notice tone="bad" live>
          <p>{error}</p>
        </Notice>
      )}
      {canAssign && interviewers.length === 0 && (
        <Notice tone="caution">
          <p>{t('waves.sample.noInterviewers')}</p>
        </Notice>
      )}
      {streets.map(({ street, clusters }) => (
        <section key={street} className="space-y-3">
          <h2 className="text-lg">{street === '' ? t('waves.sample.codes') : <span lang="zh-CN">{street}</span>}</h2>
          <ul className="grid items-start gap-3 md:grid-cols-2">
            {clusters.map((cluster) => (
              <li key={cluster.id} className="card space-y-3 p-4">
                <ClusterHead cluster={cluster} />
                {canAssign ? (
                  <Visitor cluster={cluster} interviewers={interviewers} />
                ) : (
                  <p>
                    {t('waves.sample.visitedBy', {
                      names: cluster.visitors.map(({ name }) => name).join('、') || t('waves.progress.nobody'),
                    })}
                  </p>
                )}
                <Units units={cluster.units} total={cluster.count} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {canAssign && interviewers.length > 0 && (
        <Button name="intent" value="assign">
          {t('waves.sample.assign')}
        </Button>
      )}
    </form>
  )
}

type Cluster = SampleStreet['clusters'][number]

function ClusterHead({ cluster: { name, code, size, count, probability } }: { cluster: Cluster }) {
  const { t } = useTranslation()
  if (probability === null) return <p>{t('waves.sample.codeCount', { count })}</p>
  return (
    <p>
      <strong lang="zh-CN">{name}</strong> <span className="text-quiet tabular-nums">{code}</span>
      <span className="block">
        {t('waves.sample.clusterLine', { size, count, probability: probability.toFixed(3) })}
      </span>
    </p>
  )
}

function Visitor({ cluster, interviewers }: { cluster: Cluster; interviewers: AssignProps['interviewers'] }) {
  const { t } = useTranslation()
  // Somebody who has been disabled since stays what is chosen, until somebody else is.
  const [visitor] = cluster.visitors
  const gone = visitor && !interviewers.some(({ id }) => id === visitor.id) ? [{ ...visitor, login: '—' }] : []
  return (
    <Select
      name={`to:${cluster.id}`}
      label={t('waves.sample.visitor')}
      none={t('waves.progress.nobody')}
      choices={[...gone, ...interviewers].map(({ id, name, login }) => ({
        value: id,
        label: `${name}（${login}）`,
        lang: 'zh-CN',
      }))}
      defaultValue={visitor?.id ?? ''}
    />
  )
}

function Units({ units, total }: { units: SampleUnit[]; total: number }) {
  const { t } = useTranslation()
  if (units.length === 0) return null
  return (
    <details>
      <summary className="min-h-11 py-2">{t('waves.sample.units', { count: total })}</summary>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,11rem),1fr))] gap-x-4">
        {units.map(({ code, number, disposition }) => (
          <li key={code}>
            <code className="font-bold tabular-nums">{code}</code>{' '}
            {number !== null && <span className="tabular-nums">{t('waves.sample.number', { number })}</span>}{' '}
            <span className="text-quiet">{t(`waves.disposition.${disposition}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}
