import { useTranslation } from '#app/i18n/use-translation'
import type { Failed } from '#app/people/places/problem-text'
import { Button, ButtonLink } from '#app/ui/button'
import { FileField, TextField } from '#app/ui/field'
import { Notice } from '#app/ui/notice'
import { Table } from '#app/ui/table'
import type { FrameSummary } from './frame-summary'

/** The communities of a frame by street: how many, with how many households. */
export function FrameTable({ rows, drawn }: { rows: FrameSummary[]; drawn: boolean }) {
  const { t } = useTranslation()
  return (
    <Table
      caption={t('waves.frame.title')}
      rows={rows}
      rowKey={({ street }) => street}
      columns={[
        {
          key: 'street',
          title: t('waves.frame.street'),
          isName: true,
          cell: ({ street }) => <span lang="zh-CN">{street}</span>,
        },
        { key: 'communities', title: t('waves.frame.communities'), cell: ({ communities }) => communities },
        { key: 'households', title: t('waves.frame.households'), cell: ({ households }) => households },
        { key: 'range', title: t('waves.frame.range'), cell: ({ smallest, largest }) => `${smallest}–${largest}` },
        ...(drawn
          ? [{ key: 'drawn', title: t('waves.frame.drawn'), cell: ({ drawn: count }: FrameSummary) => count }]
          : []),
      ]}
    />
  )
}

/** Choosing a file of communities; it is looked at before anything is written. */
export function FrameUpload({ waveId, error }: { waveId: string; error: string | null }) {
  const { t } = useTranslation()
  return (
    <form method="post" encType="multipart/form-data" className="card max-w-3xl space-y-4 p-4">
      <h2 className="text-lg">{t('waves.frame.fromFile')}</h2>
      <p>{t('waves.frame.columns')}</p>
      <FileField
        name="file"
        label={t('waves.frame.file')}
        hint={t('waves.frame.fileHint')}
        accept=".xlsx,.csv"
        error={error}
      />
      <Button>{t('waves.frame.read')}</Button>
      <p>
        <a href={`/desk/surveys/${waveId}/frame/template.xlsx`} className="inline-flex min-h-11 items-center font-bold">
          {t('waves.frame.template')}
        </a>
      </p>
    </form>
  )
}

type KnownProps = { count: number; unknown: number; isPersons: boolean; failed: Failed | null }

/** Taking the communities that are known, with households worked out from their people. */
export function TakeKnown({ count, unknown, isPersons, failed }: KnownProps) {
  const { t } = useTranslation()
  return (
    <form method="post" className="card max-w-3xl space-y-4 p-4">
      <h2 className="text-lg">{t('waves.frame.fromPlaces')}</h2>
      {failed?.errors.form && (
        <Notice tone="bad" live>
          <p>{failed.errors.form}</p>
        </Notice>
      )}
      <p>{t('waves.frame.known', { count, unknown })}</p>
      {isPersons ? (
        <p>{t('waves.frame.personsText')}</p>
      ) : (
        <TextField
          name="perHousehold"
          label={t('waves.frame.perHousehold')}
          hint={t('waves.frame.perHouseholdHint')}
          maxLength={5}
          defaultValue={failed?.typed.perHousehold ?? '2.6'}
          error={failed?.errors.perHousehold ?? null}
        />
      )}
      <Button name="intent" value="takeKnown" look="secondary">
        {t('waves.frame.takeKnown')}
      </Button>
    </form>
  )
}

/** Putting what a file holds in the place of the frame, or leaving it. */
export function ConfirmFrame({ draftId, waveId, isDrawn }: { draftId: string; waveId: string; isDrawn: boolean }) {
  const { t } = useTranslation()
  return (
    <form method="post" className="space-y-3">
      {isDrawn && (
        <Notice tone="caution">
          <p>{t('waves.frame.drawnGoes')}</p>
        </Notice>
      )}
      <input type="hidden" name="draft" value={draftId} />
      <div className="flex flex-wrap gap-3">
        <Button name="intent" value="confirm">
          {t('waves.frame.confirm')}
        </Button>
        <ButtonLink href={`/desk/surveys/${waveId}/frame`} look="quiet">
          {t('desk.form.cancel')}
        </ButtonLink>
      </div>
    </form>
  )
}
