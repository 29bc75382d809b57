import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { store } from '#app/db/main.server'
import { badRequest } from '#app/http/answers'
import { readForm, textField } from '#app/http/form.server'
import { dataKeys } from '#app/http/secret.server'
import { viewOf } from '#app/http/view'
import { translator } from '#app/i18n/config'
import { useTranslation } from '#app/i18n/use-translation'
import { changeFactor } from '#app/people/accounts/change-factor.server'
import { requireSignedIn } from '#app/people/accounts/desk-account.server'
import { deskHead } from '#app/people/accounts/desk-head'
import { FactorChanges, FactorForm, factorChanges } from '#app/people/accounts/factor-forms'
import { NarrowPage } from '#app/people/accounts/narrow-page'
import { offerFactor } from '#app/people/accounts/offered-factor.server'
import { hasSecondFactor, ownOfferedKey } from '#app/people/accounts/own-account.server'
import { RecoveryCodes } from '#app/people/accounts/recovery-codes'
import { needsSecondFactor } from '#app/people/accounts/roles'
import { FormFault } from '#app/people/accounts/use-faults'
import { Notice } from '#app/ui/notice'

export async function loader({ request }: LoaderFunctionArgs) {
  const { account, sessionId, owesSecondFactor } = await requireSignedIn(store, request)
  const head = deskHead(account)
  const asked = new URL(request.url).searchParams.get('do')
  return {
    title: translator(viewOf(request).locale).t('accounts.me.factor'),
    // Until it is turned on nothing else can be opened: a menu would only lead back here.
    desk: owesSecondFactor ? { ...head, wings: [] } : head,
    login: account.login,
    owes: owesSecondFactor,
    change: factorChanges.find((known) => known === asked) ?? null,
    isOn: await hasSecondFactor(store, account.id),
    isNeeded: needsSecondFactor(account.role),
    offered: offerFactor(ownOfferedKey(dataKeys, sessionId), account.login),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { account, sessionId, trail } = await requireSignedIn(store, request)
  const intent = textField(form, 'intent')
  const answer = await changeFactor(store, { intent, form, account, sessionId }, { keys: dataKeys, trail })
  if (!answer) return badRequest()
  if (answer.kind === 'off') return redirect('/desk/me?saved=off')
  if (answer.kind === 'refused') return data({ done: false as const, ...answer.faults }, { status: 400 })
  const { codes, wasTurnedOn } = answer
  return data({ done: true as const, codes, wasTurnedOn }, 200)
}

export default function SecondFactor() {
  const { title, login, owes, change, isOn, isNeeded, offered } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { t } = useTranslation()
  if (answer?.done)
    return (
      <NarrowPage>
        <h1 className="title">{title}</h1>
        <Notice tone="good" live>
          <p>{t(answer.wasTurnedOn ? 'accounts.me.factorIsOn' : 'accounts.me.newCodesDone')}</p>
        </Notice>
        <RecoveryCodes codes={answer.codes} login={login} next="/desk" />
      </NarrowPage>
    )
  return (
    <NarrowPage>
      <h1 className="title">{title}</h1>
      {owes && (
        <Notice tone="caution" title={t('accounts.me.factorOwed')}>
          <p>{t('accounts.factor.why')}</p>
        </Notice>
      )}
      {isOn && !change ? (
        <>
          <FormFault refused={answer} />
          <FactorChanges isNeeded={isNeeded} />
        </>
      ) : (
        <FactorForm change={isOn && change ? change : 'on'} offered={offered} refused={answer} canCancel={!owes} />
      )}
      {isOn && !change && (
        <p>
          <a href="/desk/me" className="inline-flex min-h-11 items-center">
            {t('accounts.me.back')}
          </a>
        </p>
      )}
    </NarrowPage>
  )
}
