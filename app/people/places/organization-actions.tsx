import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { TextField } from '#app/ui/field'
import { Closing, failedAt, MergeInto } from './closing'
import type { OrganizationChoice } from './organizations.server'
import type { Failed } from './problem-text'
import { FormError } from './region-form'

type Props = {
  isClosed: boolean
  /** What was searched for to merge into, and what was found. */
  search: string
  choices: OrganizationChoice[]
  failed: Failed | null
}

/** Closing an organization or putting it back in use, and merging it. */
export function OrganizationActions({ isClosed, search, choices, failed }: Props) {
  const { t } = useTranslation()
  const failedMerge = failedAt(failed, 'merge')
  return (
    <Closing noun="organizations" isClosed={isClosed} failed={failed}>
      <div id="merge" className="card space-y-3 p-4">
        <h3 className="text-lg">{t('organizations.merge.title')}</h3>
        <FormError failed={failedMerge} />
        <p>{t('organizations.merge.lead')}</p>
        <ul className="list-disc space-y-1 ps-6">
          <li>{t('organizations.merge.moves')}</li>
          <li>{t('organizations.merge.both')}</li>
          <li>{t('organizations.merge.stays')}</li>
        </ul>
        <form method="get" action="#merge" className="space-y-3">
          <TextField
            name="find"
            type="search"
            label={t('organizations.merge.find')}
            defaultValue={search}
            maxLength={60}
          />
          <Button look="quiet">{t('organizations.merge.findButton')}</Button>
        </form>
        <MergeForm choices={choices} failed={failedMerge} />
      </div>
    </Closing>
  )
}

function MergeForm({ choices, failed }: { choices: OrganizationChoice[]; failed: Failed | null }) {
  const { t } = useTranslation()
  if (choices.length === 0) return <p className="text-quiet">{t('organizations.merge.none')}</p>
  return (
    <form method="post" className="space-y-3">
      <MergeInto
        noun="organizations"
        choices={choices.map(({ id, name, regionName }) => ({
          value: id,
          label: `${name}（${regionName}）`,
          lang: 'zh-CN',
        }))}
        failed={failed}
      />
    </form>
  )
}
