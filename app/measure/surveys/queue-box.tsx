import { useTranslation } from '#app/i18n/use-translation'

const QUIET = 'min-h-12 cursor-pointer rounded-lg border-2 border-line bg-sheet px-4 py-2 font-bold text-ink'

/** What waits on this device, whether it has been sent, and what was refused, with the reason and a way to keep it. */
export function QueueBox({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const words = {
    none: t('answering.queue.none'),
    waiting: t('answering.queue.waiting', { number: '#' }),
    sending: t('answering.queue.sending', { number: '#' }),
    offline: t('answering.queue.offline', { number: '#' }),
    signIn: t('answering.queue.signIn', { number: '#' }),
    stored: t('answering.queue.stored'),
    answers: t('answering.queue.answers'),
    visit: t('answering.queue.visit'),
    reasons: {
      waveClosed: t('answering.refused.waveClosed'),
      unitTaken: t('answering.refused.unitTaken'),
      unknownUnit: t('answering.refused.unknownUnit'),
      unknownOption: t('answering.refused.unknownOption'),
      outOfFrame: t('answering.refused.outOfFrame'),
    },
  }
  return (
    <section className="card space-y-3 p-4" data-queue={accountId} data-words={JSON.stringify(words)}>
      <p role="status" data-queue-state className="font-bold" />
      <p data-queue-stored className="text-safe" />
      <ul data-refused className="space-y-2" />
      <div className="flex flex-wrap gap-3">
        <button type="button" className={QUIET} data-queue-send hidden>
          {t('answering.queue.send')}
        </button>
        <button type="button" className={QUIET} data-queue-save hidden>
          {t('answering.queue.save')}
        </button>
        <a
          href="/desk/sign-in?return=/desk/interviews/field"
          className="inline-flex min-h-12 items-center"
          data-queue-sign-in
          hidden
        >
          {t('answering.queue.toSignIn')}
        </a>
      </div>
    </section>
  )
}
