import { useTranslation } from '#app/i18n/use-translation'
import { Button } from '#app/ui/button'
import { Tick } from '#app/ui/field'
import { Notice } from '#app/ui/notice'

type Counts = { leaving: number; faults: number; isComplete: boolean }

/** 这是完整名单: asked before applying, because only then somebody may leave; who would leave is shown first. */
export function CompleteForm({ leaving, faults, isComplete }: Counts) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="complete" className="card max-w-3xl space-y-3 p-4 sm:p-6">
      <h2 id="complete" className="text-xl">
        {t('rosters.import.complete.title')}
      </h2>
      <p>{t('rosters.import.complete.text')}</p>
      {faults > 0 && <Notice tone="caution">{t('rosters.import.complete.faults', { count: faults })}</Notice>}
      {isComplete && (
        <p className="font-bold">
          <a href="?tab=leaves" className="inline-flex min-h-11 items-center">
            {t('rosters.import.complete.isComplete', { count: leaving })}
          </a>
        </p>
      )}
      <form method="post" className="space-y-3">
        {isComplete ? (
          <Button look="quiet" name="intent" value="incomplete">
            {t('rosters.import.complete.undo')}
          </Button>
        ) : (
          <>
            <Tick name="complete">{t('rosters.import.complete.tick')}</Tick>
            <Button look="quiet" name="intent" value="complete">
              {t('rosters.import.complete.show')}
            </Button>
          </>
        )}
      </form>
    </section>
  )
}

type Written = { toWrite: number; added: number; changed: number; leaving: number; open: number }

/** The button that writes, with how many rows it writes; and the one that does not. */
export function ApplyForm({ toWrite, added, changed, leaving, open }: Written) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="apply" className="card max-w-3xl space-y-3 p-4 sm:p-6">
      <h2 id="apply" className="text-xl">
        {t('rosters.import.apply.title')}
      </h2>
      <p>{t('rosters.import.apply.summary', { added, changed, leaving })}</p>
      {open > 0 && <p>{t('rosters.import.apply.open', { count: open })}</p>}
      <p className="text-quiet">{t('rosters.import.apply.undoHint')}</p>
      <div className="flex flex-wrap gap-3">
        {toWrite > 0 ? (
          <form method="post">
            <input type="hidden" name="confirmed" value={toWrite} />
            <Button name="intent" value="apply">
              {t('rosters.import.apply.button', { count: toWrite })}
            </Button>
          </form>
        ) : (
          <p className="flex min-h-12 items-center font-bold">{t('rosters.import.page.nothing')}</p>
        )}
        <form method="post">
          <Button look="quiet" name="intent" value="drop">
            {t('rosters.import.apply.drop')}
          </Button>
        </form>
      </div>
    </section>
  )
}

/** Undoing the whole import, as long as it can be undone. */
export function UndoForm({ until }: { until: string | null }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="undo" className="card max-w-3xl space-y-3 p-4 sm:p-6">
      <h2 id="undo" className="text-xl">
        {t('rosters.import.undo.title')}
      </h2>
      {until === null ? (
        <p>{t('rosters.import.undo.over')}</p>
      ) : (
        <>
          <p>{t('rosters.import.undo.text', { day: until })}</p>
          <form method="post">
            <Button look="secondary" name="intent" value="undo">
              {t('rosters.import.undo.button')}
            </Button>
          </form>
        </>
      )}
    </section>
  )
}
