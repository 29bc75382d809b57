import type { ReactNode } from 'react'
import { useTranslation } from '#app/i18n/use-translation'
import { TextField } from '#app/ui/field'
import { QrCode } from '#app/ui/qr-code'
import type { OfferedFactor } from './offered-factor.server'

/** Leads through the authenticator app in three steps, to the first code that shows that it holds the key. */
export function FactorFields({ offered, error }: { offered: OfferedFactor; error: string | null }) {
  const { t } = useTranslation()
  return (
    <ol className="space-y-4">
      <Step number={1}>
        <p>{t('accounts.factor.install')}</p>
      </Step>
      <Step number={2}>
        <p>{t('accounts.factor.scan')}</p>
        <div className="max-w-60 rounded-lg border border-line bg-sheet p-1">
          <QrCode modules={offered.qr} label={t('accounts.factor.qr')} />
        </div>
        <p>
          <a href={offered.address} className="inline-flex min-h-11 items-center sm:hidden">
            {t('accounts.factor.open')}
          </a>
        </p>
        <p className="text-quiet">{t('accounts.factor.typeKey')}</p>
        <p className="font-mono text-lg font-bold break-words" translate="no">
          {offered.key}
        </p>
      </Step>
      <Step number={3}>
        <CodeField label={t('accounts.factor.enterCode')} error={error} />
      </Step>
    </ol>
  )
}

function Step({ number, children }: { number: number; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        className="flex size-8 flex-none items-center justify-center rounded-full bg-sand font-bold"
      >
        {number}
      </span>
      <div className="min-w-0 flex-1 space-y-2">{children}</div>
    </li>
  )
}

type CodeProps = { label: string; hint?: string; error: string | null; takesRecovery?: boolean }

/** Six digits; with a keyboard for letters where a recovery code may be typed instead. */
export function CodeField({ label, hint, error, takesRecovery = false }: CodeProps) {
  return (
    <TextField
      name="code"
      label={label}
      hint={hint}
      error={error}
      inputMode={takesRecovery ? 'text' : 'numeric'}
      autoComplete="one-time-code"
      maxLength={40}
    />
  )
}
